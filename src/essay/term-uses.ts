/** A use of a term, in UTF-16 units from `start` to before `end`. */
export interface TermUse {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A term as it is written in one language. */
interface WrittenTerm {
  readonly id: string;
  readonly forms: readonly string[];
}

/** Finds the uses of terms in a text, from left to right and without overlap. */
export type FindTerms = (text: string) => TermUse[];

/**
 * Prepares a search for terms. Forms are compared exactly; where a form begins or ends with a Latin letter or a digit
 * it matches whole words only. Of forms that begin at the same offset the longest wins: 「拡大抑止」 is not a use of 「抑止」.
 *
 * @returns a function that finds the uses in a text in one pass
 */
export function termFinder(terms: readonly WrittenTerm[]): FindTerms {
  const forms = terms.flatMap(({ id, forms: written }) => written.map((form) => ({ id, form })));
  forms.sort((a, b) => b.form.length - a.form.length);
  const idOf = new Map(forms.map(({ id, form }) => [form, id]));
  if (forms.length === 0) return () => [];
  const pattern = new RegExp(forms.map(({ form }) => wholeWord(form)).join("|"), "gu");
  return (text) =>
    [...text.matchAll(pattern)].map((match) => ({
      id: idOf.get(match[0]) ?? "",
      start: match.index,
      end: match.index + match[0].length,
    }));
}

const WORD = String.raw`[\p{Script=Latin}\p{N}]`;

function wholeWord(form: string): string {
  const isWord = new RegExp(WORD, "u");
  const characters = [...form];
  const before = isWord.test(characters[0] ?? "") ? `(?<!${WORD})` : "";
  const after = isWord.test(characters.at(-1) ?? "") ? `(?!${WORD})` : "";
  return before + form.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`) + after;
}
