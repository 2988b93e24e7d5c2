import { LINKSET_FILE, LINKSET_TYPE } from "../citation/linkset.ts";
import { CITATION_FORMATS, MEDIA_TYPES } from "../citation/record.ts";
import { HANDOUT, routes } from "../essay/routes.ts";
import { CSV_DESCRIPTION_TYPE, CSV_TYPE } from "../figures/csv.ts";

/** Headers of some paths of a site. */
export interface HeaderRule {
  /** Below the base path; `*` stands for anything, `:name` for a part between slashes. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Headers of every answer, whatever it is: also of the page for what is missing, which answers for any path. */
const EVERY_FILE: Readonly<Record<string, string>> = {
  "Content-Security-Policy": "frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
};

/**
 * Headers of every page that have no equivalent in HTML. On scripts, sheets and data they would do nothing. The policy for
 * referrers is the one that browsers have by themselves; of cameras and the like no script of the site asks anything, and its
 * policy lets no other run and nothing be framed.
 */
const EVERY_PAGE: Readonly<Record<string, string>> = {
  "Cross-Origin-Opener-Policy": "same-origin",
};

const ONE_YEAR_IN_SECONDS = 31_536_000;

/** Folders whose file names contain a hash of the content: what is in such a file never changes. */
const HASHED_FOLDERS = ["_astro", ...["documents", "filter"].map((folder) => `pagefind/:language/${folder}`)] as const;

/** Media types of the essay's other forms, by extension. */
export const EXPORT_TYPES = {
  epub: "application/epub+zip",
  md: "text/markdown; charset=utf-8; variant=GFM",
  txt: "text/plain; charset=utf-8",
} as const;

/** Media types by path, where not every host knows them. */
const TYPES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    CITATION_FORMATS.filter(isShortest).map((format) => [`cite/*.${format}`, `${MEDIA_TYPES[format]}; charset=utf-8`]),
  ),
  [routes.data("*")]: CSV_TYPE,
  [routes.dataDescription("*")]: CSV_DESCRIPTION_TYPE,
  "CITATION.cff": "application/yaml; charset=utf-8",
  "*.epub": "application/epub+zip",
  "*.pdf": "application/pdf",
  "*.webmanifest": "application/manifest+json",
  "*.md": "text/markdown; charset=utf-8; variant=GFM",
  "*.txt": "text/plain; charset=utf-8",
  [`*/${LINKSET_FILE}`]: LINKSET_TYPE,
  [`${LINKSET_FILE}`]: LINKSET_TYPE,
};

/** Whether no other ending of a format is the end of this one: a host would send both types. */
function isShortest(format: string): boolean {
  return !CITATION_FORMATS.some((other) => format.endsWith(`.${other}`));
}

/** The paths of pages. Each has its links in a file beside it, so that their header is the same however long an essay is. */
const PAGES = ["", ":language/", ":language/:page/", ":language/:page/:part/"] as const;

/** What all hosts say of a site's files. But for the first, which is of all, no two rules meet in a path. */
const RULES: readonly HeaderRule[] = [
  { path: "*", headers: EVERY_FILE },
  ...HASHED_FOLDERS.map((folder) => ({
    path: `${folder}/*`,
    headers: { "Cache-Control": `public, max-age=${ONE_YEAR_IN_SECONDS}, immutable` },
  })),
  ...PAGES.map((path) => ({
    path,
    headers: { ...EVERY_PAGE, Link: `<${LINKSET_FILE}>; rel="linkset"; type="${LINKSET_TYPE}"` },
  })),
  // The page that opens it to print it writes into it, which the browser lets only those of one policy do.
  { path: `:language/:page/${HANDOUT}`, headers: EVERY_PAGE },
  ...Object.entries(TYPES).map(([path, type]) => ({ path, headers: { "Content-Type": type } })),
];

/**
 * @param files of the site, relative to its folder, with slashes
 * @returns the rules that any of them falls under
 */
export function headerRules(files: readonly string[]): HeaderRule[] {
  const paths = files.map((file) => file.replace(/(?<=^|\/)index\.html$/u, ""));
  return RULES.filter(({ path }) => {
    const pattern = new RegExp(`^${patternSource(path)}$`, "u");
    return paths.some((candidate) => pattern.test(candidate));
  });
}

/** @returns a path of a rule as the source of a regular expression that every host understands */
export const patternSource = (path: string): string =>
  path
    .split(/(\*|:[a-z]+)/u)
    .map((part) =>
      part === "*" ? ".*" : part.startsWith(":") ? "[^/]+" : part.replaceAll(/[.+?^${}()|[\]\\]/gu, "\\$&"),
    )
    .join("");
