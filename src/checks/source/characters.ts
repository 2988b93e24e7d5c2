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
    pattern: /[\u2028\u2029\uFFFD]|(?!\t)\p{Cc}/gu,
    what: (match) =>
      match === "\uFFFD"
        ? "a character was lost here (U+FFFD): the file was once saved in an encoding that does not have it"
        : `there is a character here that no text has (${code(match)})`,
    how: (match) => (match === "\uFFFD" ? "Write it again." : "Delete it, or write what was meant."),
  },
  {
    pattern: /[^\n]\p{Mn}+/gu,
    what: (match) => `“${match}” is written with a combining character (${[...match].map(code).join(" ")})`,
    how: (match) => `Replace it with the composed character “${match.normalize("NFC")}”.`,
  },
];

/** How many characters of one kind are told in a file: one that was saved wrongly has thousands. */
const TOLD = 5;

/**
 * Reports characters that look right but cannot be found: radicals, invisible characters, decomposed letters and kana; and
 * what is no character of a text at all.
 *
 * @param text the whole file
 * @param file its path, for the message
 */
export function checkCharacters(text: string, file: string): Problem[] {
  const lines = text.split("\n");
  const found = RULES.map(({ pattern, what, how }) =>
    lines.flatMap((lineText, index) =>
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
  return found
    .flatMap((problems) =>
      problems
        .slice(0, TOLD)
        .map((problem, index) =>
          index === TOLD - 1 && problems.length > TOLD
            ? { ...problem, how: `${problem.how} There are ${problems.length - TOLD} more of the kind in this file.` }
            : problem,
        ),
    )
    .sort((one, other) => one.line - other.line || one.column - other.column);
}
