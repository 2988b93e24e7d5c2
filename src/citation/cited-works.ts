import { sourceAnchor } from "../essay/anchors.ts";
import type { Language } from "../essay/language.ts";
import type { EssayText, Reference, Section } from "../essay/model.ts";
import { once } from "../essay/once.ts";
import { address, routes } from "../essay/routes.ts";
import { FILE_EXTENSIONS, type FileStyle } from "./styles.ts";

/** A work that a note cites. */
export interface CitedWork {
  /** The formatted reference, as HTML. */
  readonly html: string;
  /** Its address on the page of sources. */
  readonly page: string;
  /** The addresses of its files for reference managers. */
  readonly files: Readonly<Record<FileStyle, string>>;
}

/** By anchor of a note, the works that it cites, each once; notes that cite none are left out. */
export type CitedWorks = Readonly<Record<string, readonly CitedWork[]>>;

/**
 * @param basePath see `address`
 * @returns the works in the notes of a section, in the order in which each cites them
 */
export function citedWorks(text: EssayText, { notes }: Section, basePath: string): CitedWorks {
  const known = referencesById(text);
  const entries = notes.map(({ anchor, sources }) => {
    const cited = [...new Set(sources)].flatMap((id) => known.get(id) ?? []);
    return [anchor, cited.map((reference) => workOf(reference, text.language, basePath))] as const;
  });
  return Object.fromEntries(entries.filter(([, works]) => works.length > 0));
}

const referencesById = once(
  ({ bibliography }: EssayText): ReadonlyMap<string, Reference> =>
    new Map(bibliography.map((reference) => [reference.id, reference])),
);

function workOf({ id, html }: Reference, language: Language, basePath: string): CitedWork {
  const fileOf = (style: FileStyle) => address(basePath, routes.source(id, FILE_EXTENSIONS[style]));
  return {
    html,
    page: `${address(basePath, routes.sources(language))}#${sourceAnchor(id)}`,
    files: { bibtex: fileOf("bibtex"), ris: fileOf("ris"), csl: fileOf("csl") },
  };
}
