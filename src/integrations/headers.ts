import type { Language } from "../essay/model.ts";
import { scriptHash } from "../layouts/content-security-policy.ts";

/**
 * The policy that every page carries in itself. Scripts and styles are files of the site: a hash is needed only for a
 * script that stands in the page.
 *
 * @param inlineScripts the scripts that stand in a page
 */
export const contentSecurityPolicy = (...inlineScripts: readonly string[]): string =>
  [
    "default-src 'none'",
    // Pagefind's index is read by WebAssembly.
    ["script-src 'self' 'wasm-unsafe-eval'", ...inlineScripts.map((script) => `'${scriptHash(script)}'`)].join(" "),
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join(";");

/** What a page cannot say of itself, so that a host has to send it. */
const EVERY_PAGE: Readonly<Record<string, string>> = {
  "Content-Security-Policy": "frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
};

const ONE_YEAR_IN_SECONDS = 31_536_000;

/** Folders of a language's search index in which a file's name has a hash of its content. */
const HASHED_INDEX_FOLDERS = ["documents", "filter", "index"];

/** Headers of a path below the base path; `*` stands for anything. */
export interface HeaderRule {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * @param basePath where the site stands on its host, with a slash at both ends
 * @param languages the languages of the site
 * @param more rules beside those of security and of the cache
 * @returns the text of `_headers`, in the form that Netlify and Cloudflare Pages read
 */
export function headersFile(
  basePath: string,
  languages: readonly Language[],
  more: readonly HeaderRule[] = [],
): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>) =>
    [`${basePath}${path}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join("\n");
  // Under such a name there are always the same bytes.
  const hashed = [
    "_astro",
    ...languages.flatMap((code) => HASHED_INDEX_FOLDERS.map((name) => `pagefind/${code}/${name}`)),
  ];
  const immutable = { "Cache-Control": `public, max-age=${ONE_YEAR_IN_SECONDS}, immutable` };
  const rules = [
    rule("*", EVERY_PAGE),
    ...hashed.map((folder) => rule(`${folder}/*`, immutable)),
    ...more.map(({ path, headers }) => rule(path, headers)),
  ];
  return `${rules.join("\n\n")}\n`;
}
