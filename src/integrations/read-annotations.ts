import { existsSync } from "node:fs";
import { join } from "node:path";
import type { z } from "astro/zod";
import { checkCharacters } from "../checks/source/characters.ts";
import { eventAnchor, figureAnchor, noteAnchor, termAnchor } from "../essay/anchors.ts";
import type { Annotations, FigureEntry, Term, TimelineEvent } from "../essay/annotations.ts";
import type { Language } from "../essay/language.ts";
import type { EssayText, Note } from "../essay/model.ts";
import type { Problem } from "../essay/problem.ts";
import type { CurrentLabel, CurrentSection } from "../essay/registry.ts";
import { type FindTerms, termFinder } from "../essay/term-uses.ts";
import {
  type FiguresFile,
  figuresSchema,
  type GlossaryFile,
  glossarySchema,
  synonymsSchema,
  type TimelineFile,
  timelineSchema,
} from "../schemas/annotations.ts";
import { readFigureData, strayData } from "./read-figure-data.ts";
import { readText } from "./read-text.ts";
import { type LocateInYaml, validateYaml } from "./validate-yaml.ts";

/** An annotation file, with the positions of its entries. */
interface AnnotationFile<Entry> {
  readonly file: string;
  readonly entries: readonly Entry[];
  readonly locate: LocateInYaml;
}

/** The annotation files of an essay; missing files are empty. */
export interface AnnotationFiles {
  readonly glossary: AnnotationFile<GlossaryFile[number]>;
  readonly timeline: AnnotationFile<TimelineFile[number]>;
  readonly figures: AnnotationFile<FigureFileEntry>;
  readonly synonyms: AnnotationFile<readonly string[]>;
}

/** An entry of `figures.yaml` with its validated data. */
type FigureFileEntry = FiguresFile[number] & {
  readonly drawn?: Pick<FigureEntry, "data" | "table"> | undefined;
};

/**
 * Reads the annotation files.
 *
 * @param directory of the essay, absolute
 * @param name gives the path that an author is shown
 * @param languages in which every entry must have its texts
 * @param problems collects all mistakes
 */
export function readAnnotationFiles(
  directory: string,
  name: (path: string) => string,
  languages: readonly Language[],
  problems: Problem[],
): AnnotationFiles {
  const read = <Schema extends z.ZodType<readonly unknown[]>>(path: string, schema: Schema, words: readonly string[]) =>
    readFile(directory, path, name(path), schema, { words, languages, problems });
  const withData = ({ entries, ...rest }: AnnotationFile<FiguresFile[number]>) => {
    const context = { directory, name, languages, locate: rest.locate, problems };
    problems.push(...strayData(entries, context));
    return {
      ...rest,
      entries: entries.map((entry, index) => ({ ...entry, drawn: readFigureData(entry, index, context) })),
    };
  };
  return {
    glossary: read("glossary.yaml", glossarySchema(languages), ["term", "definition", "forms"]),
    timeline: read("timeline.yaml", timelineSchema(languages), ["text"]),
    figures: withData(read("figures.yaml", figuresSchema(languages), ["title", "caption", "source", "description"])),
    synonyms: read("synonyms.yaml", synonymsSchema, []),
  };
}

function readFile<Schema extends z.ZodType<readonly unknown[]>>(
  directory: string,
  path: string,
  file: string,
  schema: Schema,
  { words, languages, problems }: { words: readonly string[]; languages: readonly Language[]; problems: Problem[] },
): AnnotationFile<z.infer<Schema>[number]> {
  const nothing = { file, entries: [], locate: () => ({ file }) };
  if (!existsSync(join(directory, path))) return nothing;
  const read = readText(join(directory, path), file);
  if ("problem" in read) {
    problems.push(read.problem);
    return nothing;
  }
  const { text } = read;
  problems.push(...checkCharacters(text, file));
  const result = validateYaml({ text, file }, schema);
  problems.push(...result.problems);
  if (!("value" in result)) return nothing;
  const { value: entries, locate } = result;
  entries.forEach((entry, index) => {
    for (const key of words) {
      const translations = (entry as Readonly<Record<string, object>>)[key] ?? {};
      for (const language of languages)
        if (!(language in translations))
          problems.push({
            ...locate([index, key]),
            what: `“${key}” has no text for the language “${language}”`,
            how: "Add it: an annotation stands in every language of the essay.",
          });
    }
  });
  return { file, entries, locate };
}

/** What annotations refer to. */
interface AnnotationTargets {
  /** Texts by language; in a language with drafts a term may be unused. */
  readonly texts: readonly EssayText[];
  /** Ids of `references.json`. */
  readonly references: ReadonlySet<string>;
  /** The figures in the text, in reading order. */
  readonly placed: readonly PlacedFigure[];
}

/** A `<Figure>` in the text. */
export interface PlacedFigure {
  readonly id: string;
  readonly section: string;
  readonly file: string;
  readonly line: number | undefined;
}

/**
 * Links the annotations to the text.
 *
 * @param problems collects references to nothing, and figures and terms without a use
 */
export function linkAnnotations(
  { glossary, timeline, figures, synonyms }: AnnotationFiles,
  targets: AnnotationTargets,
  problems: Problem[],
): Annotations {
  const paragraphs = new Set(targets.texts.flatMap(paragraphsOf).map(({ anchor }) => anchor));
  const notes = new Set(
    targets.texts.flatMap(({ sections }) =>
      sections.flatMap((section) =>
        section.notes.filter(({ origin }) => origin === "editor").map(({ label }) => label),
      ),
    ),
  );
  const known = { paragraphs, notes, sources: targets.references };
  const checkLinks = (links: Links, index: number, locate: LocateInYaml) => {
    for (const key of LINK_KEYS)
      links[key]?.forEach((id, place) => {
        if (!known[key].has(id)) problems.push({ ...locate([index, key, place]), ...dangling[key](id) });
      });
  };
  timeline.entries.forEach((event, index) => {
    checkLinks(event, index, timeline.locate);
  });
  figures.entries.forEach((figure, index) => {
    checkLinks(figure, index, figures.locate);
  });

  return {
    glossary: linkTerms(glossary, targets.texts, problems),
    timeline: timeline.entries.map(
      (event): TimelineEvent => ({ ...event, anchor: eventAnchor(event.id), notes: event.notes.map(noteAnchor) }),
    ),
    figures: placeFigures(figures, targets.placed, problems),
    synonyms: synonyms.entries,
  };
}

const LINK_KEYS = ["paragraphs", "notes", "sources"] as const;

/** The references of an annotation. */
type Links = Partial<Readonly<Record<(typeof LINK_KEYS)[number], readonly string[]>>>;

const dangling: Readonly<Record<keyof Links, (id: string) => Pick<Problem, "what" | "how">>> = {
  paragraphs: (id) => ({ what: `there is no paragraph “${id}”`, how: "Correct the number, or take it out." }),
  notes: (id) => ({
    what: `there is no editors’ note “${id}”`,
    how: `Correct the label, or write the note in the text as [^${id}].`,
  }),
  sources: (id) => ({
    what: `the source “${id}” is not in references.json`,
    how: "Correct the id, or add the source to references.json as CSL-JSON.",
  }),
};

const paragraphsOf = ({ sections }: EssayText) => sections.flatMap((section) => section.paragraphs);

function linkTerms(
  { entries, locate }: AnnotationFiles["glossary"],
  texts: readonly EssayText[],
  problems: Problem[],
): Term[] {
  const uses = new Map(
    texts.map((text) => {
      const find = termFinder(entries.map(({ id, forms }) => ({ id, forms: forms[text.language] ?? [] })));
      const places = usesIn(
        find,
        paragraphsOf(text).map(({ anchor, text: words }) => ({ words, paragraphs: [anchor] })),
      );
      // A term that only notes use belongs to the paragraphs that the notes are about.
      const ofNotes = usesIn(
        find,
        text.sections.flatMap(({ notes }) => notes.map(placeOfNote)),
      );
      for (const [id, paragraphs] of ofNotes) if (!places.has(id)) places.set(id, paragraphs);
      return [text.language, places];
    }),
  );
  return entries.map((entry, index) => {
    for (const { language, sections } of texts) {
      if (uses.get(language)?.has(entry.id) || sections.some(({ textLanguage }) => textLanguage !== undefined))
        continue;
      problems.push({
        ...locate([index, "forms", language]),
        what: `neither a paragraph nor a note uses the term “${entry.id}” in the language “${language}”`,
        how: "Correct how it is written there, or take the term out of the glossary.",
      });
    }
    return {
      ...entry,
      anchor: termAnchor(entry.id),
      uses: Object.fromEntries([...uses].map(([language, places]) => [language, places.get(entry.id) ?? []])),
    };
  });
}

/** Words, and the paragraphs to which they belong. */
interface PlacedWords {
  readonly words: string;
  readonly paragraphs: readonly string[];
}

const placeOfNote = ({ text, marks }: Note): PlacedWords => ({
  words: text,
  paragraphs: marks.map(({ paragraph }) => paragraph),
});

/** @returns by term the paragraphs to which the words that use it belong, each once */
function usesIn(find: FindTerms, places: readonly PlacedWords[]): Map<string, string[]> {
  const uses = new Map<string, Set<string>>();
  for (const { words, paragraphs } of places)
    for (const { id } of find(words)) {
      const known = uses.get(id) ?? new Set();
      for (const paragraph of paragraphs) known.add(paragraph);
      uses.set(id, known);
    }
  return new Map([...uses].map(([id, paragraphs]) => [id, [...paragraphs]]));
}

function placeFigures(
  { entries, locate, file }: AnnotationFiles["figures"],
  placed: readonly PlacedFigure[],
  problems: Problem[],
): FigureEntry[] {
  for (const { id, file: at, line } of placed)
    if (!entries.some((entry) => entry.id === id))
      problems.push({
        file: at,
        line,
        what: `the figure “${id}” is not in ${file}`,
        how: "Correct the id, or add it.",
      });
  entries.forEach(({ id }, index) => {
    if (!placed.some((figure) => figure.id === id))
      problems.push({
        ...locate([index, "id"]),
        what: `the figure “${id}” stands nowhere in the text`,
        how: `Set <Figure id="${id}" /> between two paragraphs in every language, or take the figure out.`,
      });
  });
  return placed.flatMap(({ id, section }, index): FigureEntry[] => {
    const entry = entries.find((one) => one.id === id);
    if (!entry?.drawn) return [];
    const { paragraphs, sources, title, caption, source, description, drawn } = entry;
    const words = { title, caption, source, description };
    return [{ id, anchor: figureAnchor(id), number: index + 1, section, paragraphs, sources, ...words, ...drawn }];
  });
}

/** @returns the annotation pages in one language, with their anchors, for the registry */
export function currentAnnotations({ glossary, timeline }: AnnotationFiles, language: Language): CurrentSection[] {
  const page = (id: string, file: string, labels: CurrentLabel[]): CurrentSection[] =>
    labels.length > 0 ? [{ id, file, paragraphs: [], labels }] : [];
  return [
    ...page(
      "glossary",
      glossary.file,
      glossary.entries.map(({ id, term, definition }, index) => ({
        id: termAnchor(id),
        kind: "term",
        text: `${term[language] ?? ""} ${definition[language] ?? ""}`,
        line: glossary.locate([index]).line ?? 1,
      })),
    ),
    ...page(
      "timeline",
      timeline.file,
      timeline.entries.map(({ id, date, text }, index) => ({
        id: eventAnchor(id),
        kind: "event",
        text: `${date} ${text[language] ?? ""}`,
        line: timeline.locate([index]).line ?? 1,
      })),
    ),
  ];
}
