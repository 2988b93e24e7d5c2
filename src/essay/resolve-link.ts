import { sourceAnchor } from "./anchors.ts";
import type { EssayText } from "./model.ts";
import { sectionOfAnchor } from "./navigate.ts";
import { address, routes } from "./routes.ts";
import { fullRoute } from "./volumes.ts";

/** The page on which a link is rendered. */
interface LinkContext {
  readonly text: EssayText;
  /** Path of the page, with the base path. */
  readonly page: string;
  readonly basePath: string;
}

/**
 * Resolves a link of the text: `#p13` to the paragraph on this page, else on its section's page; `#source-lowe-1931` to
 * the bibliography; `/ja/notes/` to that page below the base path. Other addresses are returned unchanged.
 */
export function resolveLink(href: string, { text, page, basePath }: LinkContext): string {
  if (href.startsWith("/")) return address(basePath, href.slice(1));
  if (!href.startsWith("#")) return href;
  if (href.startsWith(`#${sourceAnchor("")}`)) {
    const bibliography = address(basePath, routes.sources(text.language));
    return bibliography === page ? href : `${bibliography}${href}`;
  }
  const section = sectionOfAnchor(text, href.slice(1));
  const target = section && address(basePath, routes.section(text.language, section));
  const isHere = target === page || (section && page === address(basePath, fullRoute(text, { id: section })));
  return !target || isHere ? href : `${target}${href}`;
}

/** Resolves all links in the HTML of a note (`renderNote`). */
export const resolveLinks = (html: string, context: LinkContext): string =>
  html.replaceAll(/(<a [^>]*?href=")([^"]+)"/gu, (_link, start: string, href: string) => {
    return `${start}${resolveLink(href, context)}"`;
  });
