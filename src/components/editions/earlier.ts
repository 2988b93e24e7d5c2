import build from "virtual:build";
import editions from "virtual:editions";
import essay from "virtual:essay";
import type { Language } from "../../essay/language.ts";
import { findSection, sectionOfAnchor } from "../../essay/navigate.ts";
import { address, routes } from "../../essay/routes.ts";

/** @returns the pages of every earlier edition in every language, those of its sections with their ids */
export const earlierPages = () =>
  editions.earlier.flatMap(({ edition: { version }, essay: { outline } }) =>
    essay.languages.flatMap((language) => [
      { language, version },
      ...outline.map(({ id }) => ({ language, version, section: id })),
    ]),
  );

/** @returns the earlier edition with this version */
export function earlierEdition(version: string) {
  const found = editions.earlier.find(({ edition }) => edition.version === version);
  if (!found) throw new Error(`Edition ${version} is not kept.`);
  return found;
}

/** @returns the route of the present page with what a section of an earlier edition has become */
export function presentRoute(language: Language, section: string): string {
  const id = essay.redirects.find(({ from }) => from === section)?.to ?? section;
  const text = essay.texts[language];
  return text && findSection(text, id) ? routes.section(language, id) : routes.cover(language);
}

/**
 * Resolves a link of an earlier edition within it.
 *
 * @returns its address; `undefined` where it leads to a page that only the present edition has
 */
export function resolveInEdition(
  href: string,
  language: Language,
  version: string,
  section: string,
): string | undefined {
  if (href.startsWith("/")) return undefined;
  if (!href.startsWith("#")) return href;
  const text = earlierEdition(version).essay.texts[language];
  const target = text && sectionOfAnchor(text, href.slice(1));
  if (target === undefined) return undefined;
  return target === section
    ? href
    : `${address(build.basePath, routes.editionSection(language, version, target))}${href}`;
}
