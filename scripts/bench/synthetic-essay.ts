import type { Essay, Note, Paragraph, Section } from "../../src/essay/model.ts";
import { randomFrom } from "../random.ts";
import { proseOf } from "./prose.ts";

const LANGUAGE = "ja";
const PARAGRAPHS_A_SECTION = 4;
/** Characters a paragraph, and a note: a section has about 1,400 with its title. */
const PARAGRAPH_LENGTH = 320;
const NOTE_LENGTH = 110;

/** An essay that never was, and what it is made of. */
export interface SyntheticEssay {
  readonly essay: Essay;
  /** Content words, the most frequent first. */
  readonly vocabulary: readonly string[];
  readonly characters: number;
  readonly bytes: number;
}

/** Makes a Japanese-looking essay as the build knows one, without any file. */
export function syntheticEssay(sectionCount: number, seed: number): SyntheticEssay {
  const { vocabulary, word, text } = proseOf(LANGUAGE, randomFrom(seed));
  let paragraphNumber = 0;
  const sections = Array.from({ length: sectionCount }, (_, index): Section => {
    const id = `section-${index + 1}`;
    const paragraphs = Array.from({ length: PARAGRAPHS_A_SECTION }, (): Paragraph => {
      paragraphNumber += 1;
      const number = String(paragraphNumber);
      return { anchor: `p${number}`, number, section: id, text: text(PARAGRAPH_LENGTH), line: 1, sources: [] };
    });
    const note: Note = {
      origin: "essay",
      label: id,
      anchor: `note-${id}`,
      number: index + 1,
      section: id,
      marks: [],
      html: "",
      text: text(NOTE_LENGTH),
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
      blocks: [],
      notes: [note],
      minutes: 1,
    };
  });
  const words = sections
    .flatMap(({ title, paragraphs, notes }) => [title, ...[...paragraphs, ...notes].map(({ text: words }) => words)])
    .join("");
  return { essay: essayOf(sections), vocabulary, characters: words.length, bytes: Buffer.byteLength(words) };
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
    images: {},
    shareImages: [],
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
    annotations: { glossary: [], timeline: [], figures: [], synonyms: [] },
    earlierWords: {},
  };
}
