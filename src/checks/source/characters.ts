import type { Problem } from "../../essay/problem.ts";

interface CharacterRule {
  readonly pattern: RegExp;
  readonly what: (match: string) => string;
  readonly how: (match: string) => string;
}

const code = (character: string) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/**
 * Characters that PDF text brings and that no search finds. Radicals: Unicode, EquivalentUnifiedIdeograph.txt; NFKC
 * maps only two of the radicals supplement.
 */
const RULES: readonly CharacterRule[] = [
  {
    pattern: /[\u2E80-\u2EFF\u2F00-\u2FDF]/gu,
    what: (match) => `“${match}” (${code(match)}) is a radical, not the ideograph that it looks like`,
    how: () =>
      "Type the ordinary character in its place; copied PDF text often carries radicals, and no search finds them.",
  },
  {
    pattern: /[\u200B-\u200D\u2060\uFEFF\u00AD]/gu,
    what: (match) => `there is an invisible character (${code(match)}) here`,
    how: () => "Delete it.",
  },
  {
    pattern: /[^\n]\p{Mn}+/gu,
    what: (match) => `“${match}” is written with a combining character (${[...match].map(code).join(" ")})`,
    how: (match) => `Replace it with the composed character “${match.normalize("NFC")}”.`,
  },
];

/**
 * Reports characters that look right but cannot be found: radicals, invisible characters, decomposed letters and kana.
 *
 * @param text the whole file
 * @param file its path, for the message
 */
export function checkCharacters(text: string, file: string): Problem[] {
  return text.split("\n").flatMap((lineText, index) =>
    RULES.flatMap(({ pattern, what, how }) =>
      [...lineText.matchAll(pattern)]
        .filter(([match]) => !/\p{Mn}/u.test(match) || match.normalize("NFC") !== match)
        .map((match) => ({
          file,
          line: index + 1,
          column: match.index + 1,
          what: what(match[0]),
          how: how(match[0]),
        })),
    ),
  );
}
