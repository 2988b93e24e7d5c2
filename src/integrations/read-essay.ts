import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { Root } from "mdast";
import { VFileMessage } from "vfile-message";
import { checkBlocks } from "../checks/source/blocks.ts";
import { checkCharacters } from "../checks/source/characters.ts";
import { checkIds } from "../checks/source/ids.ts";
import { checkNotes } from "../checks/source/notes.ts";
import { checkParity } from "../checks/source/parity.ts";
import { checkSyntax, explainSyntaxError, foreignSyntax } from "../checks/source/syntax.ts";
import { paragraphAnchor } from "../essay/anchors.ts";
import type { Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import type { Essay, EssayText } from "../essay/model.ts";
import { flattenOutline, type OutlineEntry } from "../essay/outline.ts";
import { ContentError, type Problem } from "../essay/problem.ts";
import type { CurrentText, Registry } from "../essay/registry.ts";
import { ANCHORS_COMMAND, type RegistryFiles } from "../essay/registry-verify.ts";
import { earlierWords, redirectsOf, retiredAnchors } from "../essay/retired-anchors.ts";
import { shareImageRoute } from "../essay/share-image.ts";
import { readTitle } from "../essay/title-notes.ts";
import { figureMarks } from "../markdown/citation-units.ts";
import type { IsKnown } from "../markdown/citations.ts";
import { citesInText } from "../markdown/cite-in-text.ts";
import { tellHeadingsApart } from "../markdown/heading-ids.ts";
import { joinLines } from "../markdown/join-lines.ts";
import { nameBlocks } from "../markdown/name-blocks.ts";
import { parseSection } from "../markdown/parser.ts";
import { markPhrases } from "../markdown/phrases.ts";
import { markUpright } from "../markdown/upright.ts";
import { type EssayFile, essaySchema } from "../schemas/essay.ts";
import { type CslItem, referencesSchema } from "../schemas/references.ts";
import { sectionSchema } from "../schemas/section.ts";
import { assembleText } from "./assemble-text.ts";
import { isSourceOf } from "./bibliography.ts";
import { currentSection } from "./current-text.ts";
import { type EssaySettings, essaySettings } from "./essay-settings.ts";
import { fillDrafts } from "./fill-drafts.ts";
import { readImages } from "./images.ts";
import type { ParsedSection } from "./parsed-section.ts";
import {
  type AnnotationFiles,
  currentAnnotations,
  linkAnnotations,
  type PlacedFigure,
  readAnnotationFiles,
} from "./read-annotations.ts";
import { readCover } from "./read-cover.ts";
import { type ParagraphIds, previewRegistry, readRegistry, registryFiles, verifyRegistry } from "./read-registry.ts";
import { readText } from "./read-text.ts";
import { type SectionBodies, sectionBodies } from "./section-bodies.ts";
import { type Validated, validateYaml } from "./validate-yaml.ts";

/** The sources, as CSL-JSON; an essay may have none. */
const REFERENCES = "references.json";

const FRONTMATTER = /^---\n([\s\S]*?)\n---(?:\n|$)/u;

/**
 * Reads an essay from its directory, checks all of it, and numbers its paragraphs and notes.
 *
 * @param directory the essay's directory, absolute
 * @param root the project's root, absolute; files are named relative to it in messages
 * @param warn is told what an author should know and what does not stand in the way of publishing
 * @throws {ContentError} with every problem that was found
 */
export async function readEssay(
  directory: string,
  root: string,
  warn: (problem: Problem) => void = () => undefined,
  options: ReadOptions = {},
): Promise<Essay> {
  return (await readEssayWithBodies(directory, root, warn, options)).essay;
}

/** An essay as it was read. */
interface ReadResult {
  readonly essay: Essay;
  readonly bodies: SectionBodies;
  /** Where its anchors are registered. */
  readonly registry: Registry | undefined;
}

/** As `readEssay`, with the words of the sections in their markup. */
export async function readEssayWithBodies(
  directory: string,
  root: string,
  warn: (problem: Problem) => void = () => undefined,
  { isPreview = false, outputDirectory, parse }: ReadOptions = {},
): Promise<ReadResult> {
  const { settings, references, outline, sectionsByLanguage, about, annotations, current } = readSources(
    directory,
    root,
    warn,
    parse,
  );
  const files = registryFiles(directory, root);
  const { registry, ids } = identify(current, readRegistry(directory, root, outputDirectory), files, isPreview, warn);
  const texts: EssayText[] = [];
  const isSource = isSourceOf(references);
  const cites = ({ tree }: ParsedSection) => citesInText(tree, isSource);
  const system = sectionsByLanguage.flat().some(cites) ? "author-date" : "notes";
  const { languages } = settings.ofTheEssay;
  for (const [index, language] of languages.entries())
    texts.push(
      await assembleText(settings, language, sectionsByLanguage[index] ?? [], references, annotations, ids, system),
    );

  const problems: Problem[] = [];
  const pagesAbout = [...about].map(([language, tree]) => ({
    tree,
    file: relative(root, join(directory, aboutFile(language))).replaceAll("\\", "/"),
  }));
  const images = await readImages([...sectionsByLanguage.flat(), ...pagesAbout], directory, root, problems);
  const cover = settings.cover === undefined ? undefined : readCover(settings.cover, directory, root);
  if (cover && "problem" in cover) problems.push(cover.problem);
  const linked = linkAnnotations(
    annotations,
    { texts, references: new Set(references.map(({ id }) => id)), placed: placedFigures(sectionsByLanguage[0] ?? []) },
    problems,
  );
  if (problems.length > 0) throw new ContentError(problems);

  const essay: Essay = {
    ...settings.ofTheEssay,
    outline,
    ...(cover && "drawing" in cover && { cover: cover.drawing }),
    texts: Object.fromEntries(texts.map((text) => [text.language, text])),
    images,
    shareImages: languages.filter((language) => existsSync(join(directory, shareImageRoute(language)))),
    references: Object.fromEntries(references.map((item) => [item.id, item])),
    annotations: linked,
    retiredAnchors: registry ? retiredAnchors(registry) : [],
    isRegistered: registry !== undefined,
    redirects: registry ? redirectsOf(registry) : [],
    earlierWords: Object.fromEntries(
      languages.map((language) => [language, registry ? earlierWords(registry, language) : {}]),
    ),
  };
  return { essay, bodies: sectionBodies(essay, { parsed: sectionsByLanguage.flat(), about, root }), registry };
}

/** The checked sources of an essay, before anything is numbered. */
interface ReadOptions {
  /** Whether its author is still writing: what is not registered yet is then no mistake. */
  readonly isPreview?: boolean;
  /** Where the essay may have been built before: the site there says whether its addresses were registered. */
  readonly outputDirectory?: string;
  readonly parse?: ParseSection;
}

/**
 * Parses a section's file. Its tree may be changed.
 *
 * @throws {VFileMessage} where the MDX is not well formed
 */
export type ParseSection = (source: string) => Root;

/** @returns the ids of the paragraphs, and the registry that has them */
function identify(
  current: CurrentText,
  registry: Registry | undefined,
  files: RegistryFiles,
  isPreview: boolean,
  warn: (problem: Problem) => void,
): { readonly registry: Registry | undefined; readonly ids: ParagraphIds } {
  if (!registry) {
    warn({
      file: files.registry,
      what: "the essay has no registry: its addresses change when its text does",
      how: `Run ${ANCHORS_COMMAND} before you publish it, and keep what it writes.`,
    });
    return { registry, ids: numbersInOrder(current) };
  }
  if (!isPreview) return { registry, ids: verifyRegistry(registry, current, files) };
  const preview = previewRegistry(registry, current);
  const changed = [...new Set(preview.changes.map(({ id }) => id))];
  if (changed.length > 0)
    warn({
      file: files.registry,
      what: `changed since the anchors were registered: ${changed.join(", ")}`,
      how: `Run ${ANCHORS_COMMAND} when the text is done.`,
    });
  return preview;
}

/** What an essay's directory holds, checked, before anything has a number. */
interface EssaySources {
  readonly settings: EssaySettings;
  readonly references: readonly CslItem[];
  readonly outline: readonly OutlineEntry[];
  /** The sections of each language in order, drafts replaced (`fillDrafts`). */
  readonly sectionsByLanguage: readonly (readonly ParsedSection[])[];
  /** The pages about the site, parsed. */
  readonly about: ReadonlyMap<Language, Root>;
  readonly annotations: AnnotationFiles;
  /** The input of the anchor registry. */
  readonly current: CurrentText;
}

/**
 * Reads and checks an essay's files.
 *
 * @param warn is told what an author should know and what does not stand in the way of publishing
 * @throws {ContentError} with every problem that was found
 */
export function readSources(
  directory: string,
  root: string,
  warn: (problem: Problem) => void = () => undefined,
  parse: ParseSection = parseSection,
): EssaySources {
  const name = (path: string) => relative(root, join(directory, path)).replaceAll("\\", "/");
  const problems: Problem[] = [];

  const file = readValidated(directory, "essay.yaml", name, (source) => validateYaml(source, essaySchemaFor), problems);
  const references = existsSync(join(directory, REFERENCES))
    ? readValidated(directory, REFERENCES, name, (source) => validateYaml(source, referencesSchema), problems)
    : [];
  if (!file || !references) throw new ContentError(problems);

  const settings = essaySettings(file, references);
  const { languages, edition } = settings.ofTheEssay;
  const outline = flattenOutline(file.sections, file.numbering);
  problems.push(...missingAndStrayFiles(directory, name, languages, outline), ...aboutProblems(directory, name, file));
  const { reference } = file.source ?? {};
  if (reference !== undefined && !references.some(({ id }) => id === reference))
    problems.push({
      file: name("essay.yaml"),
      what: `“source.reference” names “${reference}”, which is not in ${REFERENCES}`,
      how: `Correct the id, or add the work to ${REFERENCES}.`,
    });

  const annotations = readAnnotationFiles(directory, name, languages, problems);
  const about = parseAbout(directory, name, languages, problems, parse);
  const parsed = languages.map((language) =>
    parseLanguage(directory, name, language, outline, references, settings.titleNotes[language] ?? [], {
      problems,
      warn,
      parse,
    }),
  );
  const { texts: sectionsByLanguage, problems: draftProblems, warnings } = fillDrafts(parsed);
  problems.push(
    ...draftProblems,
    ...parityProblems(parsed, new Set(problems.map(({ file }) => file)), isSourceOf(references)),
  );
  if (problems.length > 0) throw new ContentError(problems);

  warnings.forEach(warn);

  for (const sections of parsed) {
    const headings = new Set(outline.map(({ id }) => id));
    for (const { tree } of sections) tellHeadingsApart(tree, headings);
  }
  const used = new Set<string>();
  for (const { id } of outline) {
    const trees = parsed.flatMap((sections) => sections.filter(({ entry }) => entry.id === id).map(({ tree }) => tree));
    nameBlocks(trees, used);
  }

  const current: CurrentText = {
    edition: edition.version,
    languages: languages.map((language, index) => ({
      language,
      sections: [
        ...(parsed[index] ?? []).map((section) => currentSection(section, figureTitle(annotations, language))),
        ...currentAnnotations(annotations, language),
      ],
    })),
  };
  return { settings, references, outline, sectionsByLanguage, about, annotations, current };
}

const figureTitle =
  ({ figures }: AnnotationFiles, language: Language) =>
  (id: string): string =>
    figures.entries.find((figure) => figure.id === id)?.title[language] ?? "";

const placedFigures = (sections: readonly ParsedSection[]): PlacedFigure[] =>
  sections.flatMap(({ entry, file, tree }) => figureMarks(tree).map((mark) => ({ ...mark, section: entry.id, file })));

/** Numbers the paragraphs of an essay without a registry. */
function numbersInOrder({ languages }: CurrentText): ParagraphIds {
  let count = 0;
  const ids = new Map(
    languages[0]?.sections.map(({ id, paragraphs }) => {
      const anchors = paragraphs.map((_, index) => paragraphAnchor(String(count + index + 1)));
      count += paragraphs.length;
      return [id, anchors];
    }),
  );
  return (section) => ids.get(section) ?? [];
}

function readValidated<T>(
  directory: string,
  path: string,
  name: (path: string) => string,
  validate: (source: { text: string; file: string }) => Validated<T>,
  problems: Problem[],
): T | undefined {
  const file = name(path);
  if (!existsSync(join(directory, path))) {
    problems.push({
      file,
      what: "the file is missing",
      how: "Create it; docs/essay-format.md says what belongs in it.",
    });
    return undefined;
  }
  const read = readText(join(directory, path), file);
  if ("problem" in read) {
    problems.push(read.problem);
    return undefined;
  }
  const { text } = read;
  problems.push(...checkCharacters(text, file));
  const result = validate({ text, file });
  problems.push(...result.problems);
  return "value" in result ? result.value : undefined;
}

function missingAndStrayFiles(
  directory: string,
  name: (path: string) => string,
  languages: readonly Language[],
  outline: readonly OutlineEntry[],
): Problem[] {
  const ids = new Set(outline.map(({ id }) => id));
  return languages.flatMap((language): Problem[] => {
    const folder = join(directory, language);
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".mdx")) : [];
    const standing = new Set(files);
    const missing = [...ids].filter((id) => !standing.has(`${id}.mdx`));
    const stray = files.filter((file) => !ids.has(file.slice(0, -".mdx".length)));
    return [
      ...missing.map((id) => ({
        file: name("essay.yaml"),
        what: `the section “${id}” has no file ${name(join(language, `${id}.mdx`))}`,
        how: "Create the file, or take the section out of essay.yaml.",
      })),
      ...stray.map((file) => ({
        file: name(join(language, file)),
        what: "this section is not listed in essay.yaml",
        how: "Add its id to “sections” there, or delete the file.",
      })),
    ];
  });
}

/** What a reader should know of the site stands in one place, and in every language or in none. */
function aboutProblems(directory: string, name: (path: string) => string, { about, languages }: EssayFile): Problem[] {
  const written = languages.filter((language) => existsSync(join(directory, aboutFile(language))));
  const [first] = written;
  if (first !== undefined && about)
    return [
      {
        file: name("essay.yaml"),
        what: `“about” stands here and in ${name(aboutFile(first))}`,
        how: "Keep one of the two.",
      },
    ];
  const isToldIn = (language: Language) => (about ? language in about : written.includes(language));
  if (!about && first === undefined) return [];
  return languages
    .filter((language) => !isToldIn(language))
    .map((language) => ({
      file: about ? name("essay.yaml") : name(aboutFile(language)),
      what: `what a reader should know of the site is missing in the language “${language}”`,
      how: about ? `Add “${language}: …” below “about”.` : "Write it in Markdown, or take it out of all languages.",
    }));
}

const aboutFile = (language: Language): string => join("about", `${language}.mdx`);

/** The schema depends on the languages, which stand in the file itself. */
function essaySchemaFor(raw: unknown) {
  const { languages } = (raw ?? {}) as { languages?: unknown };
  return essaySchema(Array.isArray(languages) ? languages.filter((language) => typeof language === "string") : []);
}

/**
 * Compares each finished section with the first language that has finished it.
 *
 * @param mistaken files with other mistakes, of which a difference may be a consequence
 */
function parityProblems(
  parsed: readonly (readonly ParsedSection[])[],
  mistaken: ReadonlySet<string>,
  isKnown: IsKnown,
): Problem[] {
  const references = new Map<string, ParsedSection>();
  return parsed
    .flat()
    .filter(({ frontmatter }) => frontmatter.status !== "draft")
    .flatMap((section) => {
      const reference = references.get(section.entry.id);
      references.set(section.entry.id, reference ?? section);
      const isMistaken = mistaken.has(section.file) || (reference && mistaken.has(reference.file));
      return reference && !isMistaken ? checkParity(reference, section, isKnown) : [];
    });
}

function parseLanguage(
  directory: string,
  name: (path: string) => string,
  language: Language,
  outline: readonly OutlineEntry[],
  references: readonly CslItem[],
  onEssayTitle: readonly string[],
  { problems, warn, parse }: { problems: Problem[]; warn: (problem: Problem) => void; parse: ParseSection },
): ParsedSection[] {
  const referenceIds = new Set(references.map(({ id }) => id));
  const labels = new Map<string, string>();
  const given = new Map<string, string>();
  const sections = new Set(outline.map(({ id }) => id));
  return outline.flatMap((entry) => {
    const path = join(language, `${entry.id}.mdx`);
    if (!existsSync(join(directory, path))) return [];
    const file = name(path);
    const read = readText(join(directory, path), file);
    if ("problem" in read) {
      problems.push(read.problem);
      return [];
    }
    const { text } = read;

    if (/^---\n/u.test(text) && !FRONTMATTER.test(text)) {
      problems.push({
        file,
        line: 1,
        what: "the keys that begin here have no end",
        how: "Set a line of three hyphens, ---, below the last key.",
      });
      return [];
    }
    const frontmatter = validateYaml({ text: FRONTMATTER.exec(text)?.[1] ?? "", file, linesBefore: 1 }, sectionSchema);
    problems.push(...frontmatter.problems);

    const parsed = parseText(text, file, parse);
    if ("problems" in parsed) {
      problems.push(...parsed.problems);
      return [];
    }
    const { tree } = parsed;
    const written = "value" in frontmatter ? frontmatter.value : undefined;
    const isDraft = written?.status === "draft";
    const title = readTitle(written?.title ?? "");
    const titleNotes = { essay: entry === outline[0] ? onEssayTitle : [], section: title.notes };
    const places = {
      essay: { file: name("essay.yaml") },
      section: "locate" in frontmatter ? frontmatter.locate(["title"]) : { file },
    };
    const found = [
      ...checkCharacters(text, file),
      ...checkSyntax(tree, text, file),
      ...checkBlocks(tree, file),
      ...checkIds(tree, { file, sections, given: isDraft ? new Map() : given }),
      ...titleProblems(title.words, places.section),
      ...checkNotes(tree, {
        file,
        language,
        references: referenceIds,
        labels: isDraft ? new Map() : labels,
        onTitles: (["essay", "section"] as const).flatMap((one) =>
          titleNotes[one].map((label) => ({ label, at: places[one] })),
        ),
      }),
    ];
    if (isDraft) found.forEach(warn);
    else problems.push(...found);
    joinLines(tree);
    if (!written) return [];
    const clean = { ...written, ...(written.title !== undefined && { title: title.words }) };
    return [{ entry, language, file, frontmatter: clean, titleNotes, tree }];
  });
}

/** Words may not follow the mark of a note in a title: its number would stand in the middle of a name. */
const titleProblems = (words: string, at: Pick<Problem, "file" | "line" | "column">): Problem[] =>
  /\[\^[^\]\s]+\]/u.test(words)
    ? [{ ...at, what: "the mark of a note stands within the title", how: "Set it at the end: “The tower[^name]”." }]
    : [];

/** @returns the tree of a text in MDX, or what keeps it from being read: what others mean by its signs, else its syntax */
function parseText(
  text: string,
  file: string,
  parse: ParseSection,
): { readonly tree: Root } | { readonly problems: readonly Problem[] } {
  try {
    return { tree: parse(text) };
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    const { line, column, reason } = error;
    const foreign = foreignSyntax(text, file).filter((problem) => problem.line === line);
    if (foreign.length > 0) return { problems: foreign };
    return { problems: [{ file, line, column, ...explainSyntaxError(reason, { line, column }, text) }] };
  }
}

/** @returns the pages about the site by language; none for a language without a file of its own */
function parseAbout(
  directory: string,
  name: (path: string) => string,
  languages: readonly Language[],
  problems: Problem[],
  parse: ParseSection,
): ReadonlyMap<Language, Root> {
  const trees = new Map<Language, Root>();
  for (const language of languages) {
    const path = aboutFile(language);
    if (!existsSync(join(directory, path))) continue;
    const file = name(path);
    const read = readText(join(directory, path), file);
    if ("problem" in read) {
      problems.push(read.problem);
      continue;
    }
    const parsed = parseText(read.text, file, parse);
    if ("problems" in parsed) {
      problems.push(...parsed.problems);
      continue;
    }
    problems.push(...checkCharacters(read.text, file), ...checkSyntax(parsed.tree, read.text, file));
    joinLines(parsed.tree);
    markPhrases(parsed.tree, language);
    if (profileOf(language).hasUprightRuns) markUpright(parsed.tree);
    trees.set(language, parsed.tree);
  }
  return trees;
}
