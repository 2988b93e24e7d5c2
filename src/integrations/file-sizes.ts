import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import { routes } from "../essay/routes.ts";

/** What stands on the page of formats where the size of a file goes: the page is made before the files are. */
const PLACE = /<small data-size-of="([^"]+)"><\/small>/gu;

/**
 * Writes on the pages of formats how large each file is. A file that is not there yet, as a PDF that is made after the
 * pages, has no size.
 *
 * @param directory folder of the site
 */
export function writeFileSizes(directory: string, languages: readonly Language[]): void {
  for (const language of languages) {
    const page = join(directory, routes.formats(language), "index.html");
    const html = readFileSync(page, "utf8").replaceAll(PLACE, (_place, route: string) => {
      const file = join(directory, route);
      return existsSync(file) ? `<small>${sizeIn(statSync(file).size, language)}</small>` : "";
    });
    writeFileSync(page, html);
  }
}

/** @returns a number of bytes as readers of a language write it: `71 kB`, `1.2 MB` */
export function sizeIn(bytes: number, language: Language): string {
  const [unit, value, digits] =
    bytes < 999_500
      ? (["kilobyte", Math.max(1, bytes / 1000), 0] as const)
      : (["megabyte", bytes / 1_000_000, 1] as const);
  const format = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(profileOf(language).locale, format).format(value);
}
