import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BuiltPage } from "../../src/checks/html/page.ts";
import { readBuildSettings } from "../../src/integrations/build-settings.ts";
import { PROJECT_ROOT } from "./project.ts";
import { type ParsedPage, parsedSite } from "./site.ts";

/** The settings that the site in `OUT_DIR` was built with. */
export const settings = readBuildSettings(process.env, PROJECT_ROOT);

/** The built site that is tested. */
export const builtSite = parsedSite(settings.outputDirectory, settings.basePath);

export const builtPages: readonly ParsedPage[] = [...builtSite.pages.values()];

/** @returns a file of the built site as text */
export const builtFile = (file: string): string => readFileSync(join(settings.outputDirectory, file), "utf8");

/** Pages that hold the words of others: two languages side by side, earlier editions. */
export const isCopy = ({ path }: BuiltPage): boolean => /^\/parallel\/|^\/[^/]+\/\d+\.\d+\.\d+\//u.test(path);

/**
 * @returns whether search engines are told of the page: of all but copies, searches, comparisons of editions and what is
 *   shown for a missing one
 */
export const isListed = (page: BuiltPage): boolean =>
  !isCopy(page) && !/(^|\/)404(\.html|\/)$|\/search\/$|\/editions\/./u.test(page.path);

/** @returns the address of a page on the web */
export const addressOf = (path: string, basePath = settings.basePath, origin = settings.siteUrl): string =>
  `${origin}${basePath.slice(0, -1)}${path}`;
