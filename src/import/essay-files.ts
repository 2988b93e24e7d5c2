import type { Root } from "mdast";
import { Document, type Pair, type Scalar, type YAMLMap } from "yaml";
import { writeSection } from "../markdown/write-section.ts";
import { readLicence } from "./licence.ts";
import { keepAsWords } from "./literal-syntax.ts";
import type { ManuscriptImage, ManuscriptMetadata } from "./manuscript.ts";
import type { DraftEssay, DraftSection } from "./sections.ts";
import { trimParagraphs } from "./trim-paragraphs.ts";

/** What an essay's directory is written from. */
export interface EssayContent {
  readonly id: string;
  readonly language: string;
  readonly metadata: ManuscriptMetadata & { readonly title: string };
  readonly draft: DraftEssay;
  readonly references: readonly Record<string, unknown>[];
  readonly images: readonly ManuscriptImage[];
  /** ISO 8601: the day of the import, which is the day of the first edition. */
  readonly today: string;
}

/** @returns the essay's files by their paths in its directory: texts, and images as bytes */
export function essayFiles(content: EssayContent): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  files.set("essay.yaml", essayYaml(content));
  for (const section of content.draft.sections)
    files.set(`${content.language}/${section.id}.mdx`, sectionFile(section));
  if (content.references.length > 0) files.set("references.json", `${JSON.stringify(content.references, null, 2)}\n`);
  for (const { name, bytes } of content.images) files.set(name, bytes);
  return files;
}

function sectionFile({ title, titleNotes, children }: DraftSection): string {
  const tree = structuredClone({ type: "root", children }) as Root;
  trimParagraphs(tree);
  keepAsWords(tree);
  return writeSection(title === undefined ? {} : { title: withMarks(title, titleNotes) }, tree.children);
}

const withMarks = (title: string, notes: readonly string[]): string =>
  title + notes.map((label) => `[^${label}]`).join("");

/** Keys of essay.yaml that only its author can fill, shown as comments. */
const OPEN = `
What the manuscript does not say. Fill in and take the “#” away; docs/essay-format.md has every key.
description: One or two sentences for search engines and link previews.
keywords: [one, two]
licence: { text: { name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/" } }
dates: { published: "2024-03" }
identifiers: { doi: 10.1234/example }
publisher: Who publishes it.`.split("\n");

function essayYaml({ id, language, metadata, draft, today }: EssayContent): string {
  const {
    title,
    subtitle,
    authors,
    translators,
    affiliation,
    abstract,
    description,
    keywords,
    doi,
    publisher,
    date,
    rights,
  } = metadata;
  const licence = rights === undefined ? undefined : readLicence(rights);
  const settings: Record<string, unknown> = {
    id,
    title: withMarks(title, draft.titleNotes),
    ...(subtitle && { subtitle }),
    ...(authors &&
      authors.length > 0 && {
        authors: authors.map((name, index) => ({ ...name, ...(affiliation && index === 0 && { affiliation }) })),
      }),
    ...(translators && translators.length > 0 && { translators }),
    ...(abstract && { abstract }),
    ...(description && { description }),
    ...(keywords && keywords.length > 0 && { keywords }),
    ...(publisher && { publisher }),
    ...(licence && { licence: { text: licence } }),
    ...(doi && { identifiers: { doi } }),
    ...(date && { dates: { published: date } }),
    edition: { version: "1.0.0", date: today },
    languages: [language],
    ...(draft.numbering.some((style) => style !== "decimal") && { numbering: draft.numbering }),
    sections: outline(draft.sections),
  };
  const document = new Document(settings);
  document.commentBefore = " Made from a manuscript by `npm run import`; it is yours to change.";
  const given = new Set(Object.keys(settings));
  const open = OPEN.filter((line) => !given.has(/^[a-z]+(?=:)/u.exec(line)?.[0] ?? ""));
  const map = document.contents as unknown as YAMLMap;
  const sections = map.items.find((item) => ((item as Pair).key as Scalar).value === "sections") as
    | Pair<Scalar>
    | undefined;
  if (sections) sections.key.commentBefore = " Their ids are addresses: settle them before you publish.";
  return `${document.toString({ lineWidth: 0 })}${open.map((line) => (line === "" ? "\n" : `# ${line}\n`)).join("")}`;
}

interface FullEntry {
  id: string;
  numbered?: boolean;
  role?: string;
  sections?: Entry[];
}

type Entry = string | FullEntry;

function outline(sections: readonly DraftSection[]): Entry[] {
  const top: Entry[] = [];
  const open: { depth: number; entry: FullEntry }[] = [];
  for (const { id, depth, number, role } of sections) {
    const entry: FullEntry = {
      id,
      ...(number === undefined ? { numbered: false } : role && role !== "appendix" ? { numbered: true } : {}),
      ...(role && { role }),
    };
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const parent = open.at(-1)?.entry;
    if (parent) parent.sections ??= [];
    const list = parent?.sections ?? top;
    list.push(entry);
    open.push({ depth, entry });
  }
  return top.map(short);
}

/** An entry that says nothing but its id is its id. */
function short(entry: Entry): Entry {
  if (typeof entry === "string") return entry;
  const sections = entry.sections?.map(short);
  const plain = Object.keys(entry).length === 1;
  return plain ? entry.id : { ...entry, ...(sections && { sections }) };
}
