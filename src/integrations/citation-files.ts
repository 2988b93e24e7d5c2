import { toBiblatex, toBibtex } from "../citation/bibtex.ts";
import { citationBundle } from "../citation/bundle.ts";
import { type CitedWorks, citedWorks } from "../citation/cited-works.ts";
import { toCslJson } from "../citation/csl-json.ts";
import {
  allRecords,
  type CitationFormat,
  type CitationRecord,
  citationRecord,
  citationRoute,
  earlierRecords,
  MEDIA_TYPES,
  type Site,
} from "../citation/record.ts";
import { toRis } from "../citation/ris.ts";
import { SOURCE_WRITERS } from "../citation/sources.ts";
import type { FormatText } from "../citation/text-styles.ts";
import { inLanguage } from "../essay/language.ts";
import type { Essay } from "../essay/model.ts";
import { findSection } from "../essay/navigate.ts";
import { routes } from "../essay/routes.ts";
import type { CslItem } from "../schemas/references.ts";

const WRITERS: Readonly<Record<CitationFormat, (record: CitationRecord) => string>> = {
  bib: toBibtex,
  "biblatex.bib": toBiblatex,
  ris: toRis,
  "csl.json": toCslJson,
};

/** A file for those who cite. */
interface CitationFile {
  /** Below the site's base. */
  readonly path: string;
  readonly type: string;
  /** @returns what is in it, made with every call; what writes it is loaded when it is wanted */
  readonly body: (format: FormatText) => string | Promise<string>;
}

/**
 * Tells, one after the other, of what repositories read, of a file for each record and format of every edition, of the
 * dialog’s bundles, and of what earlier editions said.
 */
export function* citationFiles(essay: Essay, earlier: readonly Essay[], site: Site): Generator<CitationFile> {
  const [first = ""] = essay.languages;
  const whole = citationRecord(essay, site, first);
  const { code } = essay.licence;
  const licence = code && { name: inLanguage(code.name, first) ?? "", url: code.url };
  const writers = () => import("../citation/repository-files.ts");
  const citationFile = async () => (await writers()).toCitationFile(whole);
  const codemeta = async () => (await writers()).toCodemeta(whole, licence);
  yield { path: "CITATION.cff", type: "application/yaml", body: citationFile };
  yield { path: "codemeta.json", type: "application/ld+json", body: codemeta };
  // The page of sources has those of the present edition.
  const worksOf = ({ language, name, isEarlier }: CitationRecord): CitedWorks => {
    const text = isEarlier ? undefined : essay.texts[language];
    const section = text && findSection(text, name);
    return section ? citedWorks(text, section, site.basePath) : {};
  };
  const records = [...allRecords(essay, site), ...earlier.flatMap((edition) => earlierRecords(edition, site))];
  for (const record of records) {
    for (const [extension, write] of Object.entries(WRITERS)) {
      const type = MEDIA_TYPES[extension as CitationFormat];
      yield { path: citationRoute(record, extension as CitationFormat), type, body: () => write(record) };
    }
    const body = (format: FormatText) => JSON.stringify(citationBundle(record, format, worksOf(record)));
    yield { path: citationRoute(record, "json"), type: "application/json", body };
  }
  // The references are those of the file, with every variable of it.
  const sources = Object.values(essay.references) as CslItem[];
  // What the text restates or translates is cited too, where it is not among them.
  const original = essay.source?.work;
  const others = original && !(original.id in essay.references) ? [original as CslItem] : [];
  for (const [extension, write] of Object.entries(SOURCE_WRITERS)) {
    const type = MEDIA_TYPES[extension as CitationFormat];
    if (sources.length > 0) yield { path: routes.allSources(extension), type, body: () => write(sources) };
    for (const source of [...sources, ...others])
      yield { path: routes.source(source.id, extension), type, body: () => write([source]) };
  }
  for (const language of essay.languages) {
    const body = () => JSON.stringify(essay.earlierWords[language] ?? {});
    yield { path: routes.citation(language, "earlier-words", "json"), type: "application/json", body };
  }
}
