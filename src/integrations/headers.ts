import { linkHeader, signposts } from "../citation/links.ts";
import { allRecords, CITATION_FORMATS, MEDIA_TYPES } from "../citation/record.ts";
import type { Language } from "../essay/language.ts";
import type { Essay } from "../essay/model.ts";
import { routes } from "../essay/routes.ts";
import { CSV_TYPE } from "../figures/csv.ts";
import type { BuildSettings } from "./build-settings.ts";

/** Headers of every page that have no equivalent in HTML. */
const EVERY_PAGE: Readonly<Record<string, string>> = {
  "Content-Security-Policy": "frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
};

const ONE_YEAR_IN_SECONDS = 31_536_000;

/** Folders of a search index whose file names contain a hash of the content. */
const HASHED_INDEX_FOLDERS = ["documents", "filter", "index"];

/** Headers of a path below the base path; `*` stands for anything. */
interface HeaderRule {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * @param basePath of the site on its host, with a slash at both ends
 * @param languages of the site
 * @param more further rules
 * @param isThere whether the site has a folder: the texts of a short essay are in the manifest of its index
 * @returns the file `_headers`, in the format of Netlify and Cloudflare Pages
 */
export function headersFile(
  basePath: string,
  languages: readonly Language[],
  more: readonly HeaderRule[] = [],
  isThere: (folder: string) => boolean = () => true,
): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>) =>
    [`${basePath}${path}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join("\n");
  // Files with a content hash in their name never change.
  const hashed = [
    "_astro",
    ...languages.flatMap((code) => HASHED_INDEX_FOLDERS.map((name) => `pagefind/${code}/${name}`)),
  ].filter(isThere);
  const immutable = { "Cache-Control": `public, max-age=${ONE_YEAR_IN_SECONDS}, immutable` };
  const rules = [
    rule("*", EVERY_PAGE),
    ...hashed.map((folder) => rule(`${folder}/*`, immutable)),
    ...more.map(({ path, headers }) => rule(path, headers)),
  ];
  return `${rules.join("\n\n")}\n`;
}

/** What Cloudflare Pages takes of a line of `_headers`; the header's name and its indent stand in it too. */
const MOST_CHARACTERS = 1_980;

/** @returns the media types of the citation files, and the signposts of every page that has a record */
export function citationRules({ siteUrl, basePath }: BuildSettings, essay: Essay): HeaderRule[] {
  return [
    ...CITATION_FORMATS.map((format) => ({
      path: `cite/*.${format}`,
      headers: { "Content-Type": `${MEDIA_TYPES[format]}; charset=utf-8` },
    })),
    ...allRecords(essay, { origin: siteUrl, basePath }).map((record) => ({
      path: record.work ? routes.section(record.language, record.name) : routes.cover(record.language),
      headers: { Link: linkHeader(signposts(record), MOST_CHARACTERS) },
    })),
  ];
}

/** Media types of the essay's other forms, which not every host knows. */
const EXPORT_TYPES: Readonly<Record<string, string>> = {
  "*.epub": "application/epub+zip",
  "*.md": "text/markdown; charset=utf-8; variant=GFM",
  "*.txt": "text/plain; charset=utf-8",
};

/** What a host says of the essay's other forms. */
export const exportRules = (): HeaderRule[] =>
  Object.entries(EXPORT_TYPES).map(([path, type]) => ({ path, headers: { "Content-Type": type } }));

/** What a host says of the figures’ data. */
export const figureRules = (): HeaderRule[] => [{ path: routes.data("*"), headers: { "Content-Type": CSV_TYPE } }];
