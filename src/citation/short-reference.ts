import type { BibliographicItem, Name } from "../essay/bibliographic.ts";

const familyOf = (name: Name): string => ("literal" in name ? name.literal : name.family);

/**
 * @param writer the author, where readers know them by another name than the reference has
 * @returns a short reference: author and year, or the title of what has no date. An organisation goes by its publisher name, which is shorter; an
 *   unsigned article by the name of its newspaper.
 */
export const shortReference = (item: BibliographicItem, writer = writerOf(item)): string =>
  item.issued ? `${writer} ${item.issued["date-parts"][0][0]}` : [...new Set([writer, item.title])].join(": ");

function writerOf(item: BibliographicItem): string {
  const [first, second, ...others] = item.author ?? [];
  if (first === undefined) return item["container-title"] ?? item.publisher ?? item.title;
  if ("literal" in first) return item.publisher ?? first.literal;
  return familyOf(first) + (others.length > 0 ? " et al." : second ? ` & ${familyOf(second)}` : "");
}
