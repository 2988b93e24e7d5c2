import { privateCharacters, unmappedRadicals } from "./characters.ts";
import type { Findings } from "./findings.ts";

/** Names characters that only a person can judge. */
export function warnOfCharacters(text: string, findings: Findings): void {
  const radicals = unmappedRadicals(text);
  if (radicals.length > 0)
    findings.open.push({
      place: "characters",
      text: `radicals that no ideograph replaces, kept as they are: ${radicals.join(" ")}`,
    });
  const strange = privateCharacters(text);
  if (strange.length > 0)
    findings.open.push({
      place: "characters",
      text: `characters of a font's own, which mean nothing without it: ${strange.map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()}`).join(" ")}`,
    });
  const replaced = text.match(/\uFFFD/gu)?.length ?? 0;
  if (replaced > 0)
    findings.open.push({
      place: "characters",
      text: `${replaced} characters were lost before the import and stand as “\uFFFD”`,
    });
}
