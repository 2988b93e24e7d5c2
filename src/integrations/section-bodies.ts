import { resolve } from "node:path";
import type { Root } from "mdast";
import type { Term } from "../essay/annotations.ts";
import type { Language } from "../essay/language.ts";
import { languageOfWords } from "../essay/languages.ts";
import type { Essay, EssayText, Section } from "../essay/model.ts";
import { termFinder } from "../essay/term-uses.ts";
import { documentOf, type SectionDocument } from "../markdown/document.ts";
import { type HtmlPart, htmlParts } from "../markdown/document-html.ts";
import type { SectionContext } from "../markdown/remark-essay.ts";
import { visit } from "../markdown/visit.ts";
import type { ParsedSection } from "./parsed-section.ts";

/** The words of the sections with their markup, which the essay's plain data leave out. */
export interface SectionBodies {
  /** @returns the section's body as a tree, made anew, so that it may be changed */
  document(section: Section): SectionDocument;
  /** @returns the section's body as HTML with places for components, the same at every call */
  html(section: Section): readonly HtmlPart[];
  /** @returns the body of the section that a file holds; `undefined` for any other file */
  documentOfFile(path: string): SectionDocument | undefined;
  /** The files of the sections, absolute, by language and id: `ja/przewodow`. */
  readonly files: ReadonlyMap<string, string>;
  /** What the sections are made from, as plain data: another thread makes the same of it. */
  readonly source: BodySource;
  /** @returns the page about the site, where it is a file in `about/` */
  about(language: Language): readonly HtmlPart[] | undefined;
}

/** What they are made from. */
export interface BodySource {
  /** The section files, in every language; their trees are kept and lose their positions. */
  readonly parsed: readonly Pick<ParsedSection, "language" | "entry" | "file" | "tree">[];
  /** The pages about the site, parsed. */
  readonly about: ReadonlyMap<Language, Root>;
  /** The project's root, absolute, to which the files are relative. */
  readonly root: string;
}

/** Elements that depend on the page on which they stand: where a link leads, where an image lies. */
const isComponent = (tagName: string): boolean => tagName === "a" || tagName === "img";

/** @param essay the essay as read from these */
export function sectionBodies(essay: Essay, { parsed, about, root }: BodySource): SectionBodies {
  const contexts = new Map<string, SectionContext>();
  for (const text of Object.values(essay.texts))
    for (const context of sectionContexts(text, essay.annotations.glossary))
      contexts.set(keyOf(context.section), context);
  const trees = new Map(parsed.map(({ language, entry, tree }) => [`${language}/${entry.id}`, tree]));
  for (const tree of trees.values()) removePositions(tree);
  const files = new Map(parsed.map(({ language, entry, file }) => [`${language}/${entry.id}`, resolve(root, file)]));
  const byFile = new Map([...files].map(([key, path]) => [path, key]));
  const written = new Map<string, readonly HtmlPart[]>();
  const document = (section: Section): SectionDocument => {
    const key = keyOf(section);
    const tree = trees.get(key);
    const context = contexts.get(key);
    if (!tree || !context) throw new Error(`${section.file} has not been read.`);
    return documentOf(tree, context);
  };
  const once = (key: string, make: () => SectionDocument) => {
    const parts = written.get(key) ?? htmlParts(make(), isComponent);
    written.set(key, parts);
    return parts;
  };
  return {
    document,
    files,
    source: { parsed: parsed.map(({ language, entry, file, tree }) => ({ language, entry, file, tree })), about, root },
    documentOfFile: (path) => {
      const context = contexts.get(byFile.get(path) ?? "");
      return context && document(context.section);
    },
    html: (section) => once(keyOf(section), () => document(section)),
    about: (language) => {
      const tree = about.get(language);
      return tree && once(`about/${language}`, () => documentOf(tree));
    },
  };
}

const keyOf = (section: Section): string => `${languageOfWords(section)}/${section.id}`;

function removePositions(tree: Root): void {
  visit(tree, (node) => {
    delete node.position;
  });
}

/** @returns each section whose words are this text's own, with what its rendering needs */
function sectionContexts({ language, sections }: EssayText, glossary: readonly Term[]): SectionContext[] {
  const find = termFinder(glossary.map(({ id, forms }) => ({ id, forms: forms[language] ?? [] })));
  const firstUse = new Map<string, number>();
  return sections.flatMap((section, index) => {
    for (const { text } of section.paragraphs)
      for (const { id } of find(text)) if (!firstUse.has(id)) firstUse.set(id, index);
    const isEarlier = (id: string) => (firstUse.get(id) ?? index) < index;
    return section.textLanguage === undefined ? [{ section, terms: { find, isEarlier } }] : [];
  });
}
