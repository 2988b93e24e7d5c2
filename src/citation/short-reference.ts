import type { BibliographicItem, Name } from "../essay/bibliographic.ts";

const familyOf = (name: Name): string => ("literal" in name ? name.literal : name.family);

/**
 * @returns what a source is called where its full reference stands elsewhere: who wrote it and the year. A body goes by
 *   the name under which it publishes, which is the shorter; an unsigned article by that of its newspaper.
 * @param writer who wrote it, where the reader knows them by another name than the reference has
 */
export const shortReference = (item: BibliographicItem, writer = writerOf(item)): string =>
  [writer, item.issued?.["date-parts"][0][0]].filter((part) => part !== undefined).join(" ");

function writerOf(item: BibliographicItem): string {
  const [first, second, ...others] = item.author ?? [];
  if (first === undefined) return item["container-title"] ?? item.publisher ?? item.title;
  if ("literal" in first) return item.publisher ?? first.literal;
  return familyOf(first) + (others.length > 0 ? " et al." : second ? ` & ${familyOf(second)}` : "");
}
