import type { Essay } from "../essay/model.ts";
import type { CustomTranslations } from "../i18n/custom.ts";
import { customTranslations } from "../i18n/custom-strings.ts";
import { buildSearchIndex } from "../search/build-index.ts";
import type { BuildSettings } from "./build-settings.ts";
import { citationFiles } from "./citation-files.ts";
import { writeExports } from "./exports.ts";
import { openCitations } from "./kept-citations.ts";
import type { WriteSiteFile } from "./kept-files.ts";
import { type BodySource, sectionBodies } from "./section-bodies.ts";

/** What the other forms of an essay are made from: plain data. */
export interface FormsSource {
  readonly settings: BuildSettings;
  readonly essay: Essay;
  /** Earlier editions that are kept, the newest first. */
  readonly earlier: readonly Essay[];
  readonly bodies: BodySource;
  /** The strings that the essay brings. */
  readonly translations: Readonly<Record<string, CustomTranslations>>;
  /** Of the program, by which they are kept for the next build; without it they are not. */
  readonly version: string | undefined;
}

/**
 * Makes what needs no page: the search's index, the essay's books and texts, and the files for those who cite it.
 *
 * @param write is given each with its path in the site
 */
export async function makeOtherForms(source: FormsSource, write: WriteSiteFile): Promise<void> {
  const { settings, essay, bodies, translations } = source;
  Object.assign(customTranslations, translations);
  // Pagefind is a process of its own: it indexes while the others are made.
  const indexing = buildSearchIndex(essay);
  // Where that fails it is told below, when the index is wanted.
  indexing.catch(() => undefined);
  await writeExports(settings, essay, sectionBodies(essay, bodies), write);
  await writeCitations(source, write);
  for (const [language, index] of await indexing)
    for (const { path, content } of index) write(`pagefind/${language}/${path}`, content);
}

async function writeCitations({ settings, essay, earlier, version }: FormsSource, write: WriteSiteFile): Promise<void> {
  const { format, save } = await openCitations(essay.languages, version && settings.cacheDirectory);
  const site = { origin: settings.siteUrl, basePath: settings.basePath };
  for (const { path, body } of citationFiles(essay, earlier, site)) write(path, await body(format));
  save();
}
