import type { Language } from "../../src/essay/language.ts";
import type { Random } from "../random.ts";

/** Words of the vocabulary besides the function words; about what an educated text of a few million characters uses. */
const VOCABULARY = 30_000;
const KANJI = 2_100;

/** What Japanese puts between its content words, more frequent ones more often. */
const JAPANESE_FUNCTION_WORDS =
  "の の の の は は は を を を に に に が が と と で で も する した して される であり から ない こと ような として による".split(
    " ",
  );
const KATAKANA = [..."アイウエオカキクケコサシスセソタチツテトナニノハヒフマミムメモラリルレロワンードグバパジ"];

const ENGLISH_FUNCTION_WORDS =
  "the the the the of of of and and to to in in a a is that it was for on with as by at from which not be this".split(
    " ",
  );
const ONSETS = "b c d f g h l m n p r s t v w br ch cl cr dr fl gr pl pr sh st th tr".split(" ");
const NUCLEI = "a a e e i i o o u ai ea ee ou".split(" ");
const CODAS = ["", "", "", ..."n r l s t m ck nd nt st ng".split(" ")];
const ENDINGS = ["", "", "", ..."ing ed ion ity ment er ly al".split(" ")];

/** Prose that never was, with the statistics of a language's words. */
export interface Prose {
  /** Content words, the most frequent first. */
  readonly vocabulary: readonly string[];
  /** @returns a content word, each as frequent as Zipf's law has it */
  word(): string;
  /** @returns sentences of at least this many characters */
  text(length: number): string;
}

/**
 * Words drawn by Zipf's law from one vocabulary, function words between them, so that the statistics of the text's
 * character pairs and words resemble those of prose: Japanese for `ja`, English-looking for every other language.
 */
export function proseOf(language: Language, random: Random): Prose {
  return language === "ja" ? japanese(random) : english(random);
}

/** @returns a rank from 0 below `count`, each as frequent as Zipf's law has it (density 1 / rank) */
const zipf = (random: Random, count: number): number => Math.floor((count + 1) ** random.next()) - 1;

function japanese(random: Random): Prose {
  const kanji = () => String.fromCodePoint(0x4e00 + ((zipf(random, KANJI) * 7919) % 20_000));
  const katakana = () => random.pick(KATAKANA);
  const vocabulary = Array.from({ length: VOCABULARY }, () => {
    const kind = random.next();
    if (kind < 0.15) return Array.from({ length: 3 + random.below(4) }, katakana).join("");
    return kind < 0.3 ? kanji() : kind < 0.9 ? kanji() + kanji() : kanji() + kanji() + kanji();
  });
  const word = () => vocabulary[zipf(random, VOCABULARY)] ?? "";
  return {
    vocabulary,
    word,
    text: (length) => {
      let text = "";
      for (let words = 1; text.length < length; words += 1)
        text += word() + (words % 9 === 0 ? "である。" : words % 4 === 0 ? "、" : random.pick(JAPANESE_FUNCTION_WORDS));
      return text.endsWith("。") ? text : `${text.replace(/、$/u, "")}である。`;
    },
  };
}

function english(random: Random): Prose {
  const syllable = () => random.pick(ONSETS) + random.pick(NUCLEI) + random.pick(CODAS);
  const vocabulary = Array.from(
    { length: VOCABULARY },
    () => Array.from({ length: 1 + random.below(3) }, syllable).join("") + random.pick(ENDINGS),
  );
  const word = () => vocabulary[zipf(random, VOCABULARY)] ?? "";
  return {
    vocabulary,
    word,
    text: (length) => {
      const sentences: string[] = [];
      for (let total = 0; total < length; ) {
        const words = Array.from({ length: 8 + random.below(9) }, (_, index) =>
          index % 2 === 0 ? random.pick(ENGLISH_FUNCTION_WORDS) : word(),
        ).join(" ");
        const sentence = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
        sentences.push(sentence);
        total += sentence.length + 1;
      }
      return sentences.join(" ");
    },
  };
}
