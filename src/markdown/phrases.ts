import { loadDefaultJapaneseParser } from "budoux";
import type { Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import { textElement } from "./jsx.ts";
import { replaceText } from "./replace-text.ts";

const japanese = loadDefaultJapaneseParser();
/** A number or a word of Latin letters is never parted. */
const IN_A_WORD = /[\dA-Za-z]$/u;
const WORD_GOES_ON = /^[\dA-Za-z]/u;

/**
 * @param text of a heading or a label
 * @returns its phrases, between which a line may end; the whole where the language has spaces for that
 */
export function phrasesOf(text: string, language: string): string[] {
  if (language !== "ja" || text === "") return [text];
  return japanese.parse(text).reduce<string[]>((phrases, phrase) => {
    const last = phrases.at(-1);
    if (last !== undefined && IN_A_WORD.test(last) && WORD_GOES_ON.test(phrase))
      phrases[phrases.length - 1] = last + phrase;
    else phrases.push(phrase);
    return phrases;
  }, []);
}

/** Marks in the headings of a Japanese section where a line may end. */
export function markPhrases(tree: Root): void {
  visit(tree, "heading", (heading) => {
    replaceText(heading, ({ value }) => {
      let end = 0;
      return phrasesOf(value, "ja")
        .slice(0, -1)
        .map((phrase) => {
          end += phrase.length;
          return { start: end, end, node: textElement("wbr", {}) };
        });
    });
    return SKIP;
  });
}
