import { UserError } from "../../essay/problem.ts";
import type { HeaderRule } from "../headers.ts";

/** What Cloudflare Pages reads of the file; what is beyond, it passes over in silence. */
const MOST_RULES = 100;
const MOST_CHARACTERS = 2000;

/**
 * @param basePath of the site on its host, with a slash at both ends
 * @returns the file `_headers`, in the format of Netlify and Cloudflare Pages
 * @throws {UserError} where it would be more than Cloudflare Pages reads
 */
export function headersFile(basePath: string, rules: readonly HeaderRule[]): string {
  const blocks = rules.map(({ path, headers }) => [
    `${basePath}${path}`,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ]);
  if (blocks.length > MOST_RULES)
    throw new UserError(
      `The headers of the site need ${blocks.length} rules, and Cloudflare Pages reads ${MOST_RULES} of _headers; join rules in src/integrations/headers.ts with “*” or “:name”`,
    );
  const long = blocks.flat().find((line) => line.length > MOST_CHARACTERS);
  if (long)
    throw new UserError(
      `The line “${long.trim().slice(0, 60)}…” of _headers has ${long.length} characters, and Cloudflare Pages reads ${MOST_CHARACTERS}; shorten it in src/integrations/headers.ts, or BASE_PATH`,
    );
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
