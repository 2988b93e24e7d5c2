import type { BibliographicItem, Name } from "../essay/bibliographic.ts";

const familyOf = (name: Name): string => ("literal" in name ? name.literal : name.family);

/**
 * @returns what a source is called where its full reference stands elsewhere: who wrote it and the year. A body goes by
 *   the name under which it publishes, which is the shorter; an unsigned article by that of its newspaper.
 */
export function shortReference(item: BibliographicItem): string {
  const [first, second, ...others] = item.author ?? [];
  const container = item["container-title"];
  const writer =
    first === undefined
      ? (container ?? item.publisher ?? item.title)
      : "literal" in first
        ? (item.publisher ?? first.literal)
        : familyOf(first) + (others.length > 0 ? " et al." : second ? ` & ${familyOf(second)}` : "");
  return [writer, item.issued?.["date-parts"][0][0]].filter((part) => part !== undefined).join(" ");
}
