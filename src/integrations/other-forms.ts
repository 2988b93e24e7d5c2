import type { Essay } from "../essay/model.ts";
import type { CustomTranslations } from "../i18n/custom.ts";
import { customTranslations } from "../i18n/custom-strings.ts";
import { buildSearchIndex } from "../search/build-index.ts";
import type { BuildSettings } from "./build-settings.ts";
import { writeExports } from "./exports.ts";
import { type BodySource, sectionBodies } from "./section-bodies.ts";

/** What the other forms of an essay are made from: plain data. */
export interface FormsSource {
  readonly settings: BuildSettings;
  readonly essay: Essay;
  readonly bodies: BodySource;
  /** The strings that the essay brings. */
  readonly translations: Readonly<Record<string, CustomTranslations>>;
}

/** A file of the site: its path there, and what is in it. */
export type SiteFile = readonly [path: string, content: string | Uint8Array];

/** Makes what needs no page: the search's index, the essay's books and texts. */
export async function makeOtherForms({ settings, essay, bodies, translations }: FormsSource): Promise<SiteFile[]> {
  Object.assign(customTranslations, translations);
  const files: SiteFile[] = [];
  // Pagefind is a process of its own: it indexes while the others are made.
  const indexing = buildSearchIndex(essay);
  // Where that fails it is told below, when the index is wanted.
  indexing.catch(() => undefined);
  await writeExports(settings, essay, sectionBodies(essay, bodies.parsed, new Map(), bodies.root), (path, content) => {
    files.push([path, content]);
  });
  for (const [language, index] of await indexing)
    for (const { path, content } of index) files.push([`pagefind/${language}/${path}`, content]);
  return files;
}
