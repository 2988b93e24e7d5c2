import type { EssayText, OutlineEntry, Section } from "./model.ts";
import { once } from "./once.ts";
import { routes } from "./routes.ts";

/** Sections that stand on one page of the full text at most; a longer text is read there volume by volume. */
const MOST_SECTIONS = 100;

/** Consecutive sections of a long text that stand on one page. */
export interface Volume {
  /** The id of its first section, by which its page goes. */
  readonly id: string;
  readonly sections: readonly Section[];
}

/** @returns the volumes of a text in order, of whole chapters where none is too long; one where the text is short */
export const volumes = once((text: EssayText): readonly Volume[] => {
  const found: Section[][] = [];
  for (const sections of chaptersOf(text)) {
    const last = found.at(-1);
    if (last && last.length + sections.length <= MOST_SECTIONS) last.push(...sections);
    else
      for (let from = 0; from < sections.length; from += MOST_SECTIONS)
        found.push(sections.slice(from, from + MOST_SECTIONS));
  }
  return found.map((sections) => ({ id: sections[0]?.id ?? "", sections }));
});

/** @returns the sections of each chapter */
function chaptersOf({ sections }: EssayText): readonly (readonly Section[])[] {
  const starts = sections.flatMap(({ depth }, index) => (depth === 1 ? [index] : []));
  return starts.map((start, index) => sections.slice(start, starts[index + 1]));
}

const volumeOf = once(
  (text: EssayText) =>
    new Map(volumes(text).flatMap((volume) => volume.sections.map(({ id }) => [id, volume] as const))),
);

/** @returns the page of the full text on which a section stands, below the base path */
export function fullRoute(text: EssayText, section: Pick<OutlineEntry, "id">): string {
  const volume = volumeOf(text).get(section.id);
  return volume && volumes(text).length > 1 ? routes.volume(text.language, volume.id) : routes.full(text.language);
}
