import type { Language } from "../../essay/language.ts";
import { routes } from "../../essay/routes.ts";
import { type HeaderRule, patternSource } from "../headers.ts";

/** The rules of a site in the parts that the configuration of a web server is written from. */
export interface ServerRules {
  /** `/` or `/essay/`. */
  readonly basePath: string;
  /** Headers of every answer. */
  readonly everywhere: Readonly<Record<string, string>>;
  /** Rules with headers other than a type, by a regular expression that paths match as a whole. */
  readonly headers: readonly { readonly pattern: string; readonly headers: Readonly<Record<string, string>> }[];
  /** Media types, likewise. */
  readonly types: readonly { readonly pattern: string; readonly type: string; readonly isText: boolean }[];
  /** The types of text, which are worth compressing, without parameters. */
  readonly textTypes: readonly string[];
  /** Pages for what is missing in a folder, where it is not that of the whole site. */
  readonly missing: readonly { readonly folder: string; readonly page: string }[];
  /** What is not served: files of the build and of other hosts. What `.well-known` has is served. */
  readonly hidden: string;
}

/**
 * What may be kept of files that no rule lets browsers keep: each is asked for anew, so that no correction stays unseen.
 * Netlify and Cloudflare Pages do so of themselves.
 */
export const ASK_AGAIN = "no-cache";

/** Types of text that servers know of themselves. */
const TEXT_TYPES = [
  "text/html",
  "text/css",
  "text/csv",
  "text/javascript",
  "text/markdown",
  "text/plain",
  "text/xml",
  "application/javascript",
  "application/json",
  "application/xml",
  "image/svg+xml",
] as const;

export function serverRules(
  basePath: string,
  rules: readonly HeaderRule[],
  languages: readonly Language[] = [],
): ServerRules {
  const root = patternSource(basePath);
  const found = rules.filter(({ path }) => path !== "*");
  // A server looks for a page's file before it looks for the rule.
  const pattern = (path: string) => `^${root}${patternSource(path)}${/(^|\/)$/u.test(path) ? "(index\\.html)?" : ""}$`;
  const types = found.flatMap(({ path, headers: { "Content-Type": type } }) =>
    type ? [{ pattern: pattern(path), type, isText: /charset=|json$|xml$/u.test(type) }] : [],
  );
  const ofRules = types.flatMap(({ type, isText }) => (isText ? [type.replace(/;.*/u, "")] : []));
  return {
    basePath,
    everywhere: Object.assign({}, ...rules.filter(({ path }) => path === "*").map(({ headers }) => headers)),
    headers: found.flatMap(({ path, headers }) => {
      const { "Content-Type": _type, ...others } = headers;
      return Object.keys(others).length > 0 ? [{ pattern: pattern(path), headers: others }] : [];
    }),
    types,
    missing: languages.map((language) => ({
      folder: basePath + routes.cover(language),
      page: basePath + routes.missing(language),
    })),
    textTypes: [...new Set([...TEXT_TYPES, ...ofRules])],
    hidden: `^${root}(.*/)?(_headers$|\\.(?!well-known/))`,
  };
}
