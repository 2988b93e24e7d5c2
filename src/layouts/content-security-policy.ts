import { createHash } from "node:crypto";

/**
 * The Content Security Policy of every page, as the content of a `<meta>` element. All scripts and styles are files of
 * the site, so only inline scripts need a hash. Workers fall under what is said of scripts.
 *
 * @param inlineScripts the source of each inline script
 */
export const contentSecurityPolicy = (...inlineScripts: readonly string[]): string =>
  [
    "default-src 'none'",
    ["script-src 'self'", ...inlineScripts.map((script) => `'${scriptHash(script)}'`)].join(" "),
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join(";");

/** @returns the source expression that allows an inline script under a Content Security Policy (CSP 3, hash-source) */
const scriptHash = (script: string): `sha256-${string}` =>
  `sha256-${createHash("sha256").update(script).digest("base64")}`;
