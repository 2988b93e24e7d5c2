import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { FALLBACK_LANGUAGE } from "../essay/language.ts";
import { ContentError, type Problem } from "../essay/problem.ts";
import type { BuildSettings } from "./build-settings.ts";
import { explainError } from "./explain-error.ts";

/**
 * Middleware of the development server: shows the mistakes of the essay in place of every page. The page reloads itself
 * when they are mended.
 *
 * @param mistake gives the error that prevents reading the essay; `undefined` where there is none
 */
export function mistakePage(mistake: () => unknown, { basePath, root }: Pick<BuildSettings, "basePath" | "root">) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const error = mistake();
    if (error === undefined || !request.headers.accept?.includes("text/html")) {
      next();
      return;
    }
    response.statusCode = 500;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.end(mistakeHtml(error, basePath, root));
  };
}

/** @returns the page, which reloads when the development server tells it to */
function mistakeHtml(error: unknown, basePath: string, root: string): string {
  const problems = error instanceof ContentError ? error.problems : undefined;
  const heading =
    problems === undefined
      ? "The essay cannot be read"
      : problems.length === 1
        ? "A mistake in the essay"
        : `${problems.length} mistakes in the essay`;
  const body =
    problems?.map((problem) => problemHtml(problem, root)).join("\n") ??
    `<pre class="message">${escapeHtml(explainError(error))}</pre>`;
  return `<!doctype html>
<html lang="${FALLBACK_LANGUAGE}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${heading}</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
  body { max-inline-size: 46rem; margin: 8vh auto; padding-inline: 1.25rem; }
  h1 { font-size: 1.5rem; font-weight: 600; }
  section { border-block-start: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding-block: 1rem; }
  code, pre { font: 0.875rem/1.6 ui-monospace, monospace; }
  pre { overflow-x: auto; padding: 0.5rem 0.75rem; background: color-mix(in srgb, currentColor 7%, transparent); }
  pre.message { white-space: pre-wrap; }
  .line { opacity: 0.6; }
  p { margin-block: 0.4rem; white-space: pre-line; }
  .how::before { content: "→ "; }
</style>
<h1>${heading}</h1>
<p>Mend it and save: this page loads again by itself.</p>
${body}
<script type="module" src="${escapeHtml(basePath)}@vite/client"></script>
</html>
`;
}

function problemHtml({ file, line, column, what, how }: Problem, root: string): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  const quoted = line === undefined ? undefined : lineOf(join(root, file), line);
  const source =
    quoted === undefined
      ? ""
      : `\n  <pre><span class="line">${line}  </span>${escapeHtml(shorten(quoted, column ?? 1))}</pre>`;
  return `<section>
  <p><code>${escapeHtml(place)}</code></p>
  <p><strong>${escapeHtml(what)}</strong></p>${source}
  <p class="how">${escapeHtml(how)}</p>
</section>`;
}

function lineOf(path: string, line: number): string | undefined {
  if (!existsSync(path)) return undefined;
  return readFileSync(path, "utf8").split(/\r?\n/u)[line - 1];
}

/** How many characters of a line are shown around a mistake. */
const SHOWN = 160;

function shorten(text: string, column: number): string {
  if (text.length <= SHOWN) return text;
  const start = Math.max(0, column - 1 - SHOWN / 2);
  return `${start > 0 ? "…" : ""}${text.slice(start, start + SHOWN)}…`;
}

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
