import { createHash } from "node:crypto";

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

/** @returns the source expression that allows an inline script under a Content Security Policy (CSP 3, hash-source) */
const scriptHash = (script: string): `sha256-${string}` =>
  `sha256-${createHash("sha256").update(script).digest("base64")}`;
