import type { Language } from "../essay/language.ts";
import { inLanguage } from "../essay/language.ts";
import type { OutlineEntry } from "../essay/outline.ts";
import { strings } from "./index.ts";

/** Placeholder of the number in a label. */
const NUMBER = "{}";

/** @returns the label before a section title: `1`, `(2)`, `Lecture IV`, `第3章`; empty without a number */
export function sectionLabel({ depth, number, numbering, label, role }: OutlineEntry, language: Language): string {
  if (number === undefined) return "";
  const own = label && inLanguage(label, language);
  if (own) return own.includes(NUMBER) ? own.replace(NUMBER, number) : `${own} ${number}`;
  const words = strings(language);
  if (role === "appendix") return words.appendix(number);
  return numbering === "decimal" ? words.sectionLabel(depth, number) : number;
}
