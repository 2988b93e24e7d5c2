import { renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Language } from "../essay/language.ts";
import { routes } from "../essay/routes.ts";

/**
 * Puts each language's page for what is missing where hosts look for it: `en/404.html`. Astro gives that form to the
 * page of the whole site alone.
 *
 * @param directory folder of the site
 */
export function placeMissingPages(languages: readonly Language[], directory: string): void {
  for (const language of languages) {
    const route = routes.missing(language);
    const made = join(directory, route.replace(/\.html$/u, ""), "index.html");
    renameSync(made, join(directory, route));
    // With what was written beside it as beside any page.
    rmSync(dirname(made), { recursive: true });
  }
}
