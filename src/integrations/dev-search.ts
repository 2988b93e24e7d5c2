import type { IncomingMessage, ServerResponse } from "node:http";
import type { Essay } from "../essay/model.ts";
import { buildSearchIndex, type IndexFile } from "../search/build-index.ts";

const TYPES: Readonly<Record<string, string>> = { js: "text/javascript", json: "application/json" };

/**
 * Serves the search index during development. It is built in memory with the first request, and again after a change of
 * the essay.
 *
 * @param essay gives the current essay
 * @param basePath of the site, with a slash at both ends
 */
export function devSearch(essay: () => Essay, basePath: string) {
  const prefix = `${basePath}pagefind/`;
  let made: { readonly essay: Essay; readonly files: Promise<ReadonlyMap<string, IndexFile>> } | undefined;
  return async (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void): Promise<void> => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (!path.startsWith(prefix)) return next();
    const current = essay();
    if (made?.essay !== current) made = { essay: current, files: filesByPath(current) };
    try {
      const file = (await made.files).get(path.slice(prefix.length));
      if (!file) return next();
      const extension = path.split(".").at(-1) ?? "";
      response.setHeader("Content-Type", TYPES[extension] ?? "application/octet-stream");
      response.end(file.content);
    } catch (error) {
      made = undefined;
      next(error);
    }
  };
}

async function filesByPath(essay: Essay): Promise<ReadonlyMap<string, IndexFile>> {
  const indexes = await buildSearchIndex(essay);
  return new Map(
    [...indexes].flatMap(([language, files]) => files.map((file) => [`${language}/${file.path}`, file] as const)),
  );
}
