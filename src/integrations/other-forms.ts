import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileWriter } from "./file-writer.ts";
import { digest, openResults } from "./kept-results.ts";
import type { FormsSource, SiteFile } from "./make-other-forms.ts";

/** @returns the essay's other forms as an earlier build has made them of the same, or as they are made now */
export async function otherForms(source: FormsSource): Promise<readonly SiteFile[]> {
  const { settings, version } = source;
  const kept = openResults<readonly SiteFile[]>(join(settings.cacheDirectory, "other-forms"), version);
  const from = version === undefined ? "" : digestOfSource(source);
  const known = kept.get(from);
  if (known) return known;
  // What makes them is loaded where there is something to make.
  const { makeOtherForms } = await import("./make-other-forms.ts");
  const made = await makeOtherForms(source);
  kept.set(from, made);
  kept.save();
  return made;
}

/** @param directory of the built site */
export function writeSiteFiles(files: readonly SiteFile[], directory: string): void {
  const writeFile = fileWriter(directory);
  for (const [path, content] of files) writeFile(path, content);
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
