import { linkHeader, signposts } from "../citation/links.ts";
import { allRecords, CITATION_FORMATS, MEDIA_TYPES } from "../citation/record.ts";
import type { Essay } from "../essay/model.ts";
import { routes } from "../essay/routes.ts";
import type { HeaderRule } from "./headers.ts";
import type { BuildSettings } from "./build-settings.ts";

/** @returns the media types of the citation files, and the signposts of every page that has a record */
export function citationRules({ siteUrl, basePath }: BuildSettings, essay: Essay): HeaderRule[] {
  return [
    ...CITATION_FORMATS.map((format) => ({
      path: `cite/*.${format}`,
      headers: { "Content-Type": `${MEDIA_TYPES[format]}; charset=utf-8` },
    })),
    ...allRecords(essay, { origin: siteUrl, basePath }).map((record) => ({
      path: record.work ? routes.section(record.language, record.name) : routes.cover(record.language),
      headers: { Link: linkHeader(signposts(record)) },
    })),
  ];
}
