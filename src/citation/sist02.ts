import type { Name } from "../essay/bibliographic.ts";
import { isSpaced } from "../essay/scripts.ts";
import type { CslItem } from "../schemas/references.ts";
import { isoDate } from "./names.ts";

/** CSL types that SIST 02 cites with container and date, and its CSL style cites with neither. */
const DATED_TYPES: readonly string[] = ["article-newspaper", "webpage", "document", "speech"];

/**
 * Prepares a source for the CSL style of SIST 02. The style handles books and journals; it omits the newspaper and date
 * of an article, the date of a web page, and the genre of a report number. Those are put into the fields of a
 * `webpage`, whose form is that of the standard (SIST 02:2007, 5.6 and 5.7): title in quotation marks, container, date.
 */
export function forSist02(item: CslItem): CslItem {
  const { author = [], genre, number, language } = item;
  const [first, ...others] = author;
  const writers = others.length > 0 ? [{ literal: author.map((name) => nameIn(name, language)).join("; ") }] : author;
  const common = {
    ...item,
    ...(first && { author: writers }),
    ...(genre && number && { number: `${genre} ${number}` }),
  };
  if (!DATED_TYPES.includes(item.type)) return common;
  const appeared = item["container-title"] ?? (first && "literal" in first ? undefined : item.publisher);
  const parts = [appeared, isoDate(item.issued)].filter((part) => part);
  return {
    ...common,
    type: "webpage",
    // Nested quotation marks; citeproc would use Japanese ones in a title of any language.
    ...(isSpaced(language) && { title: item.title.replaceAll("“", "‘").replaceAll("”", "’") }),
    ...(parts.length > 0 && { "container-title": parts.join(". ") }),
  };
}

/** @returns the name with the family name first, so that several authors can be told apart */
function nameIn(name: Name, language: string): string {
  if ("literal" in name) return name.literal;
  return [name.family, name.given].filter((part) => part).join(isSpaced(language) ? ", " : "");
}
