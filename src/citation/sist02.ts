import type { Name } from "../essay/bibliographic.ts";
import type { CslItem } from "../schemas/references.ts";
import { isoDate } from "./names.ts";

/** What the standard gives with its place of publication and its day, and the CSL style with neither. */
const DATED_TYPES: readonly string[] = ["article-newspaper", "webpage", "document", "speech"];

/**
 * Prepares a source for the CSL style of SIST 02, which knows books and journals well: it leaves out the newspaper and the
 * day of an article, the date of a page, and what kind of number a report has. Each goes into the element of a web page
 * that stands where the standard (SIST 02:2007, 5.6 and 5.7) wants it: title in quotation marks, where it appeared, when.
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
    // Inside quotation marks; citeproc would put Japanese ones into a title of any language.
    ...(language !== "ja" && { title: item.title.replaceAll("“", "‘").replaceAll("”", "’") }),
    ...(parts.length > 0 && { "container-title": parts.join(". ") }),
  };
}

/** Family names go first; of several writers each has to be told from the next. */
function nameIn(name: Name, language: string): string {
  if ("literal" in name) return name.literal;
  return [name.family, name.given].filter((part) => part).join(language === "ja" ? "" : ", ");
}
