import type { Section } from "../essay/model.ts";
import { sectionLabel } from "./section-label.ts";

/**
 * @param sections consecutive ones, the first of which names them
 * @returns what stands above their text on paper: number and title, and the paragraphs by which they are cited
 */
export function runningHead(...sections: readonly [Section, ...Section[]]): string {
  const [section] = sections;
  return [sectionLabel(section, section.language), section.title, paragraphsOf(sections)].filter(Boolean).join(" ");
}

/** @returns the numbers of the first and the last paragraph, `¶12–25`; empty where there are none */
export function paragraphsOf(sections: readonly Section[]): string {
  const paragraphs = sections.flatMap((section) => section.paragraphs);
  const [first, last] = [paragraphs[0]?.number, paragraphs.at(-1)?.number];
  if (first === undefined) return "";
  return first === last ? `¶${first}` : `¶${first}–${last}`;
}
