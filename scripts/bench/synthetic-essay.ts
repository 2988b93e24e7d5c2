import type { Essay, Note, Paragraph, Section } from "../../src/essay/model.ts";
import { type Random, randomFrom } from "../random.ts";

const LANGUAGE = "ja";
/** Words of the vocabulary besides the function words; about what an educated text of a few million characters uses. */
const VOCABULARY = 30_000;
const KANJI = 2_100;
const PARAGRAPHS_A_SECTION = 4;
/** Characters a paragraph, and a note: a section has about 1,400 with its title. */
const PARAGRAPH_LENGTH = 320;
const NOTE_LENGTH = 110;

/** What Japanese puts between its content words, more frequent ones more often. */
const FUNCTION_WORDS =
  "の の の の は は を を を に に に が が と と で で も する した して される であり から ない こと ような として による".split(
    " ",
  );
const KATAKANA = [..."アイウエオカキクケコサシスセソタチツテトナニノハヒフマミムメモラリルレロワンードグバパジ"];

/** @returns a rank from 0 below `count`, each as frequent as Zipf's law has it (density 1 / rank) */
const zipf = (random: Random, count: number): number => Math.floor((count + 1) ** random.next()) - 1;

function makeVocabulary(random: Random): string[] {
  const kanji = () => String.fromCodePoint(0x4e00 + ((zipf(random, KANJI) * 7919) % 20_000));
  const katakana = () => random.pick(KATAKANA);
  return Array.from({ length: VOCABULARY }, () => {
    const kind = random.next();
    if (kind < 0.15) return Array.from({ length: 3 + random.below(4) }, katakana).join("");
    return kind < 0.3 ? kanji() : kind < 0.9 ? kanji() + kanji() : kanji() + kanji() + kanji();
  });
}

/** An essay that never was, and what it is made of. */
export interface SyntheticEssay {
  readonly essay: Essay;
  /** Content words, the most frequent first. */
  readonly vocabulary: readonly string[];
  readonly characters: number;
  readonly bytes: number;
}

/**
 * Makes a Japanese-looking essay: words drawn by Zipf's law from one vocabulary, function words between them, so that
 * the statistics of its character pairs resemble those of prose.
 */
export function syntheticEssay(sectionCount: number, seed: number): SyntheticEssay {
  const random = randomFrom(seed);
  const vocabulary = makeVocabulary(random);
  const word = () => vocabulary[zipf(random, VOCABULARY)] ?? "";
  const functionWord = () => random.pick(FUNCTION_WORDS);
  const prose = (length: number) => {
    let text = "";
    for (let words = 1; text.length < length; words += 1)
      text += word() + (words % 9 === 0 ? "である。" : words % 4 === 0 ? "、" : functionWord());
    return text;
  };

  let paragraphNumber = 0;
  const sections = Array.from({ length: sectionCount }, (_, index): Section => {
    const id = `section-${index + 1}`;
    const paragraphs = Array.from({ length: PARAGRAPHS_A_SECTION }, (): Paragraph => {
      paragraphNumber += 1;
      const number = String(paragraphNumber);
      return { anchor: `p${number}`, number, section: id, text: prose(PARAGRAPH_LENGTH), line: 1 };
    });
    const note: Note = {
      origin: "essay",
      label: id,
      anchor: `note-${id}`,
      number: index + 1,
      section: id,
      marks: [],
      html: "",
      text: prose(NOTE_LENGTH),
      sources: [],
    };
    const title = `${word()}の${word()}`;
    return {
      id,
      depth: 1,
      language: LANGUAGE,
      title,
      summary: "",
      file: `${id}.mdx`,
      paragraphs,
      notes: [note],
      minutes: 1,
    };
  });
  const words = sections
    .flatMap(({ title, paragraphs, notes }) => [title, ...[...paragraphs, ...notes].map(({ text }) => text)])
    .join("");
  return {
    essay: essayOf(sections),
    vocabulary,
    characters: words.length,
    bytes: Buffer.byteLength(words),
  };
}

function essayOf(sections: readonly Section[]): Essay {
  return {
    id: "synthetic",
    edition: { version: "1.0.0", date: "2026-01-01" },
    kind: "original",
    editions: [],
    people: { authors: [], editors: [], translators: [], contributors: [] },
    publication: { identifiers: {}, dates: {}, funding: [] },
    licence: {},
    languages: [LANGUAGE],
    titles: {},
    outline: [],
    texts: {
      [LANGUAGE]: {
        language: LANGUAGE,
        title: "",
        description: "",
        keywords: [],
        sections,
        bibliography: [],
      },
    },
    references: {},
    retiredAnchors: [],
    isRegistered: false,
    redirects: [],
    annotations: { glossary: [], timeline: [], figures: [] },
    earlierWords: {},
  };
}
