import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Language } from "../../src/essay/language.ts";
import { type Random, randomFrom } from "../random.ts";
import { setAside } from "./measured-build.ts";
import { proseOf } from "./prose.ts";

/** What an essay that never was is to have. */
export interface GeneratedEssayOptions {
  readonly sections: number;
  /** BCP 47; the first is the default. */
  readonly languages: readonly Language[];
  readonly seed?: number;
  /** Sections a chapter, its own among them; 1 makes every section a chapter. */
  readonly chapterSize?: number;
  readonly paragraphsASection?: number;
  readonly notesASection?: number;
  /** Whether there are terms, events and figures. */
  readonly annotated?: boolean;
}

/** A section's words in one language, before any syntax. */
export interface GeneratedSection {
  /** `section-12` */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly paragraphs: readonly string[];
  /** Each note's label, its words, and the index of the paragraph that bears its mark. */
  readonly notes: readonly { readonly label: string; readonly text: string; readonly paragraph: number }[];
}

/** An essay that never was, in every language. */
export interface GeneratedEssay {
  readonly options: Required<GeneratedEssayOptions>;
  /** Ids of the sections of each chapter, the chapter's own first. */
  readonly chapters: readonly (readonly string[])[];
  readonly texts: Readonly<Record<Language, readonly GeneratedSection[]>>;
  /** Content words of each language, the most frequent first. */
  readonly vocabularies: Readonly<Record<Language, readonly string[]>>;
}

const DEFAULTS = {
  seed: 20_230_317,
  chapterSize: 10,
  paragraphsASection: 6,
  notesASection: 2,
  annotated: true,
} as const;

/** Characters a paragraph and a note; a Japanese character says about what three Latin letters say. */
const LENGTHS = { paragraph: 240, note: 60 } as const;
const LATIN_FACTOR = 2.5;

const TERMS = 20;
const EVENTS = 12;
/** Every so many sections have a figure. */
const SECTIONS_A_FIGURE = 40;
const SOURCES = 40;

/** Makes the words of an essay; the same options give the same words. */
export function generateEssay(given: GeneratedEssayOptions): GeneratedEssay {
  const options = { ...DEFAULTS, ...given };
  const ids = Array.from({ length: options.sections }, (_, index) => `section-${index + 1}`);
  const chapters: string[][] = [];
  for (let from = 0; from < ids.length; from += options.chapterSize)
    chapters.push(ids.slice(from, from + options.chapterSize));
  const texts: Record<Language, GeneratedSection[]> = {};
  const vocabularies: Record<Language, readonly string[]> = {};
  for (const [index, language] of options.languages.entries()) {
    const random = randomFrom(options.seed + index);
    const prose = proseOf(language, random);
    vocabularies[language] = prose.vocabulary;
    const factor = language === "ja" ? 1 : LATIN_FACTOR;
    texts[language] = ids.map((id) => ({
      id,
      title: `${prose.word()}${language === "ja" ? "の" : " "}${prose.word()}`,
      summary: prose.text(40 * factor),
      paragraphs: Array.from({ length: options.paragraphsASection }, () => prose.text(LENGTHS.paragraph * factor)),
      notes: Array.from({ length: options.notesASection }, (_, note) => ({
        label: `${id}-${String.fromCodePoint(0x61 + note)}`,
        text: prose.text(LENGTHS.note * factor),
        paragraph: note % options.paragraphsASection,
      })),
    }));
  }
  return { options, chapters, texts, vocabularies };
}

/**
 * Writes an essay's directory, in place of what was there.
 *
 * @param directory absolute
 */
export function writeEssay(essay: GeneratedEssay, directory: string): void {
  setAside(directory);
  const files: Record<string, string> = {
    "essay.yaml": toJson(settingsOf(essay)),
    "references.json": toJson(references()),
    ...annotationFiles(essay),
  };
  for (const [language, sections] of Object.entries(essay.texts)) {
    files[`about/${language}.mdx`] = `${sections[0]?.summary ?? ""}\n`;
    sections.forEach((section, index) => {
      files[`${language}/${section.id}.mdx`] = sectionFile(
        section,
        language,
        hasFigure(essay, index) ? index : undefined,
      );
    });
  }
  for (const [path, text] of Object.entries(files)) {
    const target = join(directory, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

// JSON is YAML 1.2 too.
const toJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

const localised = <Value>(
  languages: readonly Language[],
  text: (language: Language) => Value,
): Record<Language, Value> => Object.fromEntries(languages.map((language) => [language, text(language)]));

function settingsOf({ options: { languages }, chapters }: GeneratedEssay): unknown {
  const words = (text: string) => localised(languages, () => text);
  return {
    id: "generated",
    title: words("Generated Essay"),
    subtitle: words("Made to be measured"),
    description: words("An essay that was made by a program, to measure this one."),
    authors: [{ family: "Nobody", given: "A." }],
    publisher: words("The bench"),
    edition: { version: "1.0.0", date: "2026-01-01" },
    licence: {
      text: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
      code: { name: "MIT", url: "https://opensource.org/license/mit" },
    },
    languages,
    sections: chapters.map(([id, ...sections]) => ({ id, sections })),
  };
}

const references = (): unknown =>
  Array.from({ length: SOURCES }, (_, index) => ({
    id: `source-${index + 1}`,
    type: "report",
    title: `Report number ${index + 1}`,
    author: [{ family: `Writer${index + 1}`, given: "A." }],
    publisher: "The Press",
    issued: { "date-parts": [[1980 + index]] },
    language: "en",
  }));

const hasFigure = ({ options }: GeneratedEssay, index: number): boolean =>
  options.annotated && index % SECTIONS_A_FIGURE === 1;

const figureId = (index: number): string => `figure-${index + 1}`;

function sectionFile(section: GeneratedSection, language: Language, figure: number | undefined): string {
  const source = (order: number) => `[@source-${(order % SOURCES) + 1}]`;
  const blocks = section.paragraphs.map((text, index) => {
    const marks = section.notes.filter(({ paragraph }) => paragraph === index).map(({ label }) => `[^${label}]`);
    // In Japanese the mark stands before the full stop.
    return language === "ja" && text.endsWith("。") ? `${text.slice(0, -1)}${marks.join("")}。` : text + marks.join("");
  });
  const number = Number(section.id.split("-").at(-1));
  return [
    `---\ntitle: ${JSON.stringify(section.title)}\nsummary: ${JSON.stringify(section.summary)}\n---`,
    ...blocks.slice(0, 1),
    ...(figure === undefined ? [] : [`<Figure id="${figureId(figure)}" />`]),
    ...blocks.slice(1),
    ...section.notes.map(({ label, text }, index) => `[^${label}]: ${text} ${source(number + index)}`),
    "",
  ].join("\n\n");
}

/** @returns for the terms, frequent words of three characters and more that the text has: each as a whole word */
function usedWords({ texts, vocabularies }: GeneratedEssay, language: Language): string[] {
  const text = (texts[language] ?? [])
    .slice(0, 20)
    .flatMap(({ paragraphs }) => paragraphs)
    .join("\n");
  const words = new Set(language === "ja" ? [] : text.split(/[^\p{L}\p{N}]+/u));
  const isUsed = (word: string) => (language === "ja" ? text.includes(word) : words.has(word));
  const long = new Set((vocabularies[language] ?? []).filter((word) => [...word].length >= 3));
  return [...long].filter(isUsed).slice(0, TERMS);
}

/** Terms, events and figures, where the essay has them. */
function annotationFiles(essay: GeneratedEssay): Record<string, string> {
  const { annotated, languages, sections, paragraphsASection, seed } = essay.options;
  if (!annotated) return {};
  const random: Random = randomFrom(seed - 1);
  const paragraph = () => `p${1 + random.below(sections * paragraphsASection)}`;
  const figures = Array.from({ length: sections }, (_, index) => index).filter((index) => hasFigure(essay, index));
  const forms = localised(languages, (language) => usedWords(essay, language));
  return {
    "glossary.yaml": toJson(
      Array.from({ length: TERMS }, (_, index) => ({
        id: `term-${index + 1}`,
        term: localised(languages, (language) => forms[language]?.[index] ?? ""),
        reading: "ことば",
        definition: localised(languages, (language) => essay.texts[language]?.[0]?.summary ?? ""),
        forms: Object.fromEntries(languages.map((language) => [language, [forms[language]?.[index] ?? ""]])),
      })),
    ),
    "timeline.yaml": toJson(
      Array.from({ length: EVENTS }, (_, index) => ({
        id: `event-${index + 1}`,
        date: String(1990 + index),
        text: localised(languages, (language) => essay.texts[language]?.[index % sections]?.title ?? ""),
        paragraphs: [paragraph()],
        sources: ["source-1"],
      })),
    ),
    "figures.yaml": toJson(
      figures.map((index) => ({
        id: figureId(index),
        kind: "steps",
        words: {
          name: localised(languages, () => "Name"),
          year: localised(languages, () => "Year"),
          count: localised(languages, () => "Count"),
        },
        paragraphs: [`p${index * paragraphsASection + 1}`],
        sources: ["source-2"],
        title: localised(languages, () => `Members ${index + 1}`),
        caption: localised(languages, () => "Who came in which year."),
        source: localised(languages, () => "By the bench."),
        description: localised(languages, () => "Steps along an axis of time."),
      })),
    ),
    ...Object.fromEntries(
      figures.map((index) => [
        `data/${figureId(index)}.csv`,
        [
          ["iso3", ...languages.map((language) => `name_${language}`), "year"].join(","),
          ...["AAA", "BBB", "CCC", "DDD"].map((code, row) =>
            [code, ...languages.map(() => code), String(1950 + row * 7)].join(","),
          ),
          "",
        ].join("\n"),
      ]),
    ),
  };
}
