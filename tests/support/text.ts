import type { Annotations } from "../../src/essay/annotations.ts";
import type { EssayText, Note, Paragraph, Section } from "../../src/essay/model.ts";

/** A paragraph with a number, for tests that look at nothing else of it. */
export const paragraph = (number: number, section: string, text = ""): Paragraph => ({
  anchor: `p${number}`,
  number: String(number),
  section,
  text,
  line: 1,
  sources: [],
});

/** A note that is marked once, in the paragraph with the number given. */
export const note = (label: string, number: number, section: string, inParagraph: number, text = ""): Note => ({
  label,
  origin: "essay",
  number,
  anchor: `note-${label}`,
  section,
  marks: [{ anchor: `mark-${label}`, paragraph: `p${inParagraph}` }],
  html: "",
  text,
  sources: [],
});

export const section = (id: string, rest: Partial<Section> = {}): Section => ({
  id,
  depth: 1,
  language: "ja",
  title: id,
  summary: "",
  file: `ja/${id}.mdx`,
  paragraphs: [],
  blocks: [],
  notes: [],
  minutes: 1,
  ...rest,
});

export const text = (...sections: readonly Section[]): EssayText => ({
  language: "ja",
  title: "",
  description: "",
  keywords: [],
  sections,
  bibliography: [],
});

/** The annotations of an essay that has none. */
export const NO_ANNOTATIONS: Annotations = { glossary: [], timeline: [], figures: [], synonyms: [] };
