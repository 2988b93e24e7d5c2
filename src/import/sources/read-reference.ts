import { readJapaneseReference, readUnquotedJapanese } from "./japanese-reference.ts";
import { dateParts, ITALIC, ITALIC_END, ReferenceText } from "./reference-text.ts";
import { readWesternReference } from "./western-reference.ts";

/** An entry of a list of sources as CSL-JSON, and how sure that is, from 0 to 1. */
export interface ReadReference {
  readonly item: Record<string, unknown>;
  readonly confidence: number;
}

/**
 * Reads an entry of a list of sources. Every field is a stretch of its words, and every word has a field: where words are
 * left over, nothing is read, since what they say is not known.
 *
 * @param words the entry's words, with what stands in italics between `ITALIC` and `ITALIC_END`
 * @returns undefined where it is not certain enough what each word is
 */
export function readReference(words: string): ReadReference | undefined {
  const text = new ReferenceText(upright(words));
  text.takeLabel();
  const item: Record<string, unknown> = {};
  takeAddress(text, item);
  // What is Japanese quotes its titles in 「」 and 『』.
  const confidence = /[「『]/u.test(text.rest)
    ? readJapaneseReference(text, item)
    : (readUnquotedJapanese(text, item) ?? readWesternReference(text, item));
  if (confidence === undefined || text.hasWordsLeft()) return undefined;
  return { item: { ...item, type: kindOf(item) }, confidence };
}

/** A volume that stands in italics with its journal, or by itself, is no title. */
const upright = (words: string): string =>
  words
    .replaceAll(
      new RegExp(`${ITALIC}([^${ITALIC_END}]+?),\\s*(\\d+)${ITALIC_END}`, "gu"),
      `${ITALIC}$1${ITALIC_END}, $2`,
    )
    .replaceAll(new RegExp(`${ITALIC}([\\d\\s.,]+)${ITALIC_END}`, "gu"), "$1");

/** 2024年1月5日, 5 January 2024, January 5, 2024, 2024-01-05, 5.1.2024 */
const DAY = String.raw`(?:\d{4}年\d{1,2}月\d{1,2}日|\d{1,2} \p{Lu}\p{L}+\.? \d{4}|\p{Lu}\p{L}+\.? \d{1,2}, \d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4})`;

const ACCESSED = [
  new RegExp(`[（(]?(?<day>${DAY})に?(?:最終)?(?:閲覧|アクセス|参照|確認|取得)[）)]?`, "u"),
  new RegExp(String.raw`[（(]?(?:最終)?(?:閲覧|アクセス|参照|確認|取得)(?:日)?\s*[:：]?\s*(?<day>${DAY})[）)]?`, "u"),
  new RegExp(
    String.raw`[（([]?\b(?:(?:[Ll]ast )?[Aa]ccessed(?: on)?:?|[Rr]etrieved(?: on)?|[Vv]iewed|abgerufen am|[Ss]tand:?|[Cc]onsulté le)\s*(?<day>${DAY})(?:,? from)?[）)\]]?`,
    "u",
  ),
];

function takeAddress(text: ReferenceText, item: Record<string, unknown>): void {
  const doi = text.take(
    /(?:\bdoi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)(?<doi>10\.\d{4,9}\/[^\s、。，]*[^\s、。，.;,)])/iu,
  );
  if (doi) item["DOI"] = doi["doi"];
  const url = text.take(
    /[〈<（(]?(?<url>https?:\/\/[^\s、。，（）<>〈〉「」]*[^\s、。，（）<>〈〉「」.,;:)])[〉>）)]?/iu,
  );
  if (url) item["URL"] = url["url"];
  for (const pattern of ACCESSED) {
    const found = text.take(pattern);
    const day = found && dateParts(found["day"] ?? "");
    if (!day) continue;
    item["accessed"] = { "date-parts": [day] };
    break;
  }
}

/** @returns the kind of a work by the fields that it has */
export function kindOf(item: Readonly<Record<string, unknown>>): string {
  if (item["container-title"] !== undefined) {
    if (item["editor"] !== undefined || item["publisher"] !== undefined) return "chapter";
    if (/新聞|日報|Times|Zeitung|Gazette|Guardian|Washington Post|Le Monde/u.test(String(item["container-title"])))
      return "article-newspaper";
    return item["volume"] === undefined && item["page"] === undefined && item["URL"] !== undefined
      ? "webpage"
      : "article-journal";
  }
  if (item["publisher"] === undefined && item["URL"] !== undefined) return "webpage";
  return "book";
}
