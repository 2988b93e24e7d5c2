import { sourceAnchor } from "./anchors.ts";
import type { Essay, EssayText, Section } from "./model.ts";
import { allNotes } from "./navigate.ts";
import { routes } from "./routes.ts";
import { notesOnEssayTitle } from "./title-notes.ts";

/** Ids in the HTML of a section, as JSON writes its quotation marks. */
const IDS = /\sid=\\?"([^"\\]+)\\?"/gu;

/**
 * @param html gives the body of a section, in which headings and blocks have their ids
 * @returns the anchors of each page of a text, by the page's path below the language's folder; the page that a reader is
 *   to be led to stands first
 */
export function pagesOfAnchors(
  essay: Essay,
  text: EssayText,
  html: (section: Section) => string,
): Record<string, readonly string[]> {
  const { figures, glossary, timeline } = essay.annotations;
  const page = (route: string) => route.slice(text.language.length + 1);
  const pages: [route: string, anchors: readonly string[]][] = [
    ...text.sections.map((section): [string, string[]] => [
      routes.section(text.language, section.id),
      [
        section.id,
        ...section.paragraphs.map(({ anchor }) => anchor),
        ...section.blocks.map(({ anchor }) => anchor),
        ...[...html(section).matchAll(IDS)].flatMap(([, id]) => id ?? []),
        ...section.notes.flatMap(({ anchor, marks }) => [
          anchor,
          ...marks.filter(({ title }) => title !== "essay").map((mark) => mark.anchor),
        ]),
        ...figures.filter((figure) => figure.section === section.id).map(({ anchor }) => anchor),
        ...essay.retiredAnchors.filter((anchor) => anchor.page === section.id).map(({ id }) => id),
      ],
    ]),
    [routes.cover(text.language), notesOnEssayTitle(text).map(({ mark }) => mark.anchor)],
    [routes.notes(text.language), allNotes(text).map(({ anchor }) => anchor)],
    [routes.sources(text.language), text.bibliography.map(({ id }) => sourceAnchor(id))],
    [routes.glossary(text.language), glossary.map(({ anchor }) => anchor)],
    [routes.timeline(text.language), timeline.map(({ anchor }) => anchor)],
  ];
  const known = new Set<string>();
  return Object.fromEntries(
    pages.flatMap(([route, anchors]) => {
      const own = anchors.filter((anchor) => known.size < known.add(anchor).size);
      return own.length > 0 ? [[page(route), own]] : [];
    }),
  );
}
