import { createHash } from "node:crypto";

/** @returns the source expression that allows an inline script under a Content Security Policy (CSP 3, hash-source) */
export const scriptHash = (script: string): `sha256-${string}` =>
  `sha256-${createHash("sha256").update(script).digest("base64")}`;
