import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findKeptFiles, keepFiles, type WriteSiteFile } from "./kept-files.ts";
import { digest } from "./kept-results.ts";
import type { FormsSource } from "./make-other-forms.ts";

/**
 * Writes the essay's other forms as an earlier build has made them of the same, or as they are made now: each as it comes,
 * since those of a long essay are more than what it is itself.
 *
 * @param write is given each with its path in the site
 */
export async function writeOtherForms(source: FormsSource, write: WriteSiteFile): Promise<void> {
  const { settings, version } = source;
  // What makes them is loaded where there is something to make.
  const make = async (take: WriteSiteFile) => (await import("./make-other-forms.ts")).makeOtherForms(source, take);
  if (version === undefined) return make(write);
  const file = join(settings.cacheDirectory, "other-forms");
  const from = digest(version, digestOfSource(source));
  if (findKeptFiles(file, from, write)) return;
  const kept = keepFiles(file, from);
  await make((path, content) => {
    write(path, content);
    kept.add(path, content);
  });
  kept.end();
}

/** @returns a digest of all that they are made from besides the program */
function digestOfSource({ settings, essay, earlier, bodies, translations }: FormsSource): string {
  const { siteUrl, basePath, withPdf } = settings;
  const parts: unknown[] = [{ siteUrl, basePath, withPdf, translations }];
  for (const { texts, ...others } of [essay, ...earlier]) {
    parts.push(others);
    for (const { sections, ...text } of Object.values(texts)) parts.push(text, ...sections);
  }
  parts.push(...bodies.parsed);
  const images = Object.values(essay.images).map(({ source }) => digest(readFileSync(source)));
  return digest(...images, ...parts.map((part) => digest(JSON.stringify(part))));
}
