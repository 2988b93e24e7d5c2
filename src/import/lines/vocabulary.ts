import { readFileSync } from "node:fs";
import wordListPath from "word-list";
import { profileOf } from "../../essay/language-profile.ts";

/** What French sets behind a hyphen of its own: celui-ci, peut-être, dit-il. */
const ENCLITIC =
  /^(?:ci|là|même|mêmes|ce|être|il|ils|elle|elles|on|je|tu|nous|vous|moi|toi|lui|leur|le|la|les|y|en|t)$/u;

/** A text that is hyphenated has a word that is cut within in fewer lines. */
const ENOUGH_LINES = 150;

/** The words that a text itself uses inside its lines, and, for English, those of a dictionary. */
export class Vocabulary {
  readonly #counts = new Map<string, number>();
  readonly #dictionary: () => ReadonlySet<string>;
  /** The two parts of each word that a line's end has cut, or a hyphen of its own. */
  readonly #cut: { readonly head: string; readonly rest: string }[] = [];
  readonly #conjunctions: ReadonlySet<string>;
  #lines = 0;
  #isHyphenated: boolean | undefined;

  /** @param language BCP 47 tag of the text */
  constructor(lines: Iterable<string>, language: string) {
    let head = "";
    for (const line of lines) {
      this.#lines += 1;
      const rest = /^[\p{Ll}\p{M}’']+/u.exec(line)?.[0];
      if (head !== "" && rest !== undefined) this.#cut.push({ head, rest });
      head = /[\p{L}\p{M}’']+(?=[-‐]\s*$)/u.exec(line)?.[0] ?? "";
      const words = line.match(/[\p{L}\p{M}’']+(?:-[\p{L}\p{M}’']+)*/gu) ?? [];
      words.forEach((word, index) => {
        // The last word may be cut.
        if (index === words.length - 1 && /[-‐]\s*$/u.test(line)) return;
        const known = word.toLowerCase();
        this.#counts.set(known, (this.#counts.get(known) ?? 0) + 1);
      });
    }
    this.#conjunctions = new Set(profileOf(language).conjunctions);
    let english: ReadonlySet<string> | undefined;
    this.#dictionary = () => {
      english ??=
        profileOf(language).wordList === "english"
          ? new Set(readFileSync(wordListPath, "utf8").split("\n"))
          : new Set();
      return english;
    };
  }

  /** @returns how often the text has the word inside its lines */
  count(word: string): number {
    return this.#counts.get(word.toLowerCase()) ?? 0;
  }

  /** @returns whether the text has the word inside its lines, or the dictionary of its language has it */
  knows(word: string): boolean {
    return this.count(word) > 0 || this.#isWord(word);
  }

  /** @returns whether the hyphen at a line's end is of a word that a later one ends: a space follows it then */
  isSuspended(head: string, rest: string): boolean {
    return this.#conjunctions.has(rest) && !this.knows(`${head}${rest}`);
  }

  /** @returns whether a word that a line's end has cut is known without the hyphen, and how sure that is */
  withoutHyphen(head: string, rest: string): { known: boolean; confidence: number } {
    const whole = `${head}${rest}`;
    const [joined, hyphened] = [this.count(whole), this.count(`${head}-${rest}`)];
    if (joined > hyphened) return { known: true, confidence: 0.98 };
    if (hyphened > 0) return { known: false, confidence: 0.98 };
    const word = (text: string) => this.#isWord(text);
    // A name after a hyphen begins with a capital; a word inside has none.
    if (/^\p{Lu}/u.test(rest)) return { known: false, confidence: 0.97 };
    const inDictionary = word(whole);
    // Where no line's end cuts a word within, those that stand there have hyphens of their own.
    if (word(head) && word(rest) && !this.#cutsWords()) return { known: false, confidence: 0.9 };
    if (inDictionary) return { known: true, confidence: word(head) && word(rest) && rest.length > 3 ? 0.9 : 0.98 };
    // Without a dictionary most hyphens before a small letter are those of a line's end.
    if (this.#dictionary().size === 0 && /^\p{Ll}/u.test(rest) && !ENCLITIC.test(rest))
      return { known: true, confidence: 0.7 };
    return { known: false, confidence: word(head) && word(rest) ? 0.85 : 0.5 };
  }

  /** @returns whether the text is hyphenated, as far as its lines tell: few of them tell nothing */
  #cutsWords(): boolean {
    this.#isHyphenated ??=
      this.#lines < ENOUGH_LINES ||
      this.#dictionary().size === 0 ||
      this.#cut.some(({ head, rest }) => this.#isWord(head + rest) && !(this.#isWord(head) && this.#isWord(rest)));
    return this.#isHyphenated;
  }

  #isWord(text: string): boolean {
    const plain = text.toLowerCase().replace(/[’']s?$/u, "");
    const dictionary = this.#dictionary();
    const last = plain.split("-").at(-1) ?? plain;
    return dictionary.has(plain) || dictionary.has(last);
  }
}
