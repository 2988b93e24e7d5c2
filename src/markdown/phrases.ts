import type { Root } from "mdast";
// The package's own entry brings along what it needs for pages of HTML, which is two hundred modules.
import { model } from "../../node_modules/budoux/module/data/models/ja.js";
import { Parser } from "../../node_modules/budoux/module/parser.js";
import type { Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import { textElement } from "./jsx.ts";
import { replaceText } from "./replace-text.ts";
import { SKIP, visit } from "./visit.ts";

const PARSERS = { japanese: new Parser(model) };
/** A number or a word of Latin letters is never parted. */
const IN_A_WORD = /[\dA-Za-z]$/u;
const WORD_GOES_ON = /^[\dA-Za-z]/u;

/**
 * @param text of a heading or a label
 * @returns its phrases, between which a line may end; the whole where the language has spaces for that
 */
export function phrasesOf(text: string, language: Language): string[] {
  const { analyser } = profileOf(language);
  if (analyser === undefined || text === "") return [text];
  return PARSERS[analyser].parse(text).reduce<string[]>((phrases, phrase) => {
    const last = phrases.at(-1);
    if (last !== undefined && IN_A_WORD.test(last) && WORD_GOES_ON.test(phrase))
      phrases[phrases.length - 1] = last + phrase;
    else phrases.push(phrase);
    return phrases;
  }, []);
}

/** Marks in the headings of a section where a line may end, in a language that needs it. */
export function markPhrases(tree: Root, language: Language): void {
  if (profileOf(language).analyser === undefined) return;
  visit(tree, "heading", (heading) => {
    replaceText(heading, ({ value }) => {
      let end = 0;
      return phrasesOf(value, language)
        .slice(0, -1)
        .map((phrase) => {
          end += phrase.length;
          return { start: end, end, node: textElement("wbr", {}) };
        });
    });
    return SKIP;
  });
}
