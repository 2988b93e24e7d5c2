import { KNOWN_PLACE } from "../language.ts";
import {
  dateParts,
  ITALIC,
  ITALIC_END,
  literally,
  type ReferenceText,
  trimField,
  withoutItalics,
} from "./reference-text.ts";

const GIVEN = String.raw`(?:\p{Lu}\.(?:[\s-]?\p{Lu}\.)*|\p{Lu}[\p{L}'’-]+(?:\s(?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+))*)`;
const PARTICLE = String.raw`(?:(?:de|du|des|la|le|van|von|der|den|zu|da|dos|di|del|al|el|bin|ibn)\s)*`;
const FAMILY = String.raw`${PARTICLE}\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?`;
/** Smith, John A. */
const TURNED = new RegExp(`^(?<family>${FAMILY}),\\s(?<given>${GIVEN})$`, "u");
/** John A. Smith */
const STRAIGHT = new RegExp(`^(?<given>${GIVEN})\\s(?<family>${FAMILY})$`, "u");

/** (1999), (1999a), (2022, May 5), 1999. after the names; in brackets, or behind a point. */
const YEAR_BEHIND_NAMES =
  /^(?<names>.{2,200}?)[.,]?\s*(?:\((?<bracketed>\d{4}[a-z]?(?:,\s\p{Lu}\p{L}+(?:\s\d{1,2})?)?)\)[.,:]?|(?<=[.,]\s)(?<plain>(?:1[6-9]|20)\d{2})[a-z]?[.,])\s/u;

/**
 * Reads an entry in Latin letters, as APA, Chicago, MLA or a German footnote writes it.
 *
 * @returns how sure it is
 */
export function readWesternReference(text: ReferenceText, item: Record<string, unknown>): number | undefined {
  const dated = YEAR_BEHIND_NAMES.exec(text.rest)?.groups;
  const datedPeople = dated?.["names"] === undefined ? undefined : namesOf(dated["names"]);
  const year = dateParts(dated?.["bracketed"] ?? dated?.["plain"] ?? "");
  if (datedPeople && year) {
    item[datedPeople.isEdited ? "editor" : "author"] = datedPeople.names;
    item["issued"] = { "date-parts": [year] };
    text.take(YEAR_BEHIND_NAMES);
    return readRest(text, item, true);
  }
  const end = text.rest.search(new RegExp(`[“"„«${ITALIC}]`, "u"));
  const head = end > 0 ? text.rest.slice(0, end) : headByPoints(text.rest);
  if (head === undefined) return undefined;
  const people = namesOf(head);
  if (!people) return undefined;
  item[people.isEdited ? "editor" : "author"] = people.names;
  text.take(new RegExp(`^${literally(head)}`, "u"));
  return readRest(text, item, false);
}

/** The names before a title that nothing marks: `Smith, John, Title, London: Press, 1990.` */
function headByPoints(text: string): string | undefined {
  const found = new RegExp(
    `^${FAMILY},\\s${GIVEN}(?:(?:,\\s${GIVEN}\\s${FAMILY})*,?\\s(?:and|und|&)\\s${GIVEN}\\s${FAMILY})?(?:\\s\\((?:eds?\\.|Hrsg\\.|Hg\\.)\\))?(?:[.,:]\\s)`,
    "u",
  ).exec(text);
  return found?.[0];
}

function namesOf(words: string): { names: Record<string, string>[]; isEdited: boolean } | undefined {
  const isEdited = /[,(\s]\(?(?:eds?\.|editors?|Hrsg\.|Hg\.)\)?[.,:\s]*$/u.test(words);
  const plain = withoutItalics(words)
    .replace(/[,\s]*\(?(?:eds?\.|editors?|Hrsg\.|Hg\.)\)?[.,:\s]*$/u, "")
    .replace(/(?<!\b\p{Lu})[.,:;\s]+$/u, "")
    .replace(/[,:;\s]+$/u, "")
    .replace(/,?\set al\.?$/u, "")
    // The point behind an initial belongs to it.
    .replace(/(?<=[\s.]\p{Lu})$/u, ".");
  const parts = plain
    .split(/\s*;\s*|,?\s(?:and|&|und|et|y)\s|(?<=\p{Lu}\.),\s(?=\p{Lu}[\p{L}'’-]+,\s\p{Lu}\.)|(?<=\p{Lu}\.),\s&\s/u)
    .map((part) => part.trim())
    .filter(Boolean);
  const names: Record<string, string>[] = [];
  for (const part of parts) {
    const match = TURNED.exec(part) ?? (names.length > 0 || /^\p{Lu}\./u.test(part) ? STRAIGHT.exec(part) : null);
    if (match?.groups?.["family"]) {
      names.push({ family: match.groups["family"], given: match.groups["given"] ?? "" });
      continue;
    }
    // A body: capitalised words without a comma, alone.
    if (parts.length === 1 && /^\p{Lu}[\p{L}'’&.\s-]{2,80}$/u.test(part) && !/,/u.test(part)) {
      names.push({ literal: part.replace(/\.$/u, "") });
      continue;
    }
    return undefined;
  }
  return names.length > 0 ? { names, isEdited } : undefined;
}

const TOWN_AND_YEAR = new RegExp(
  `(?<=^[\\uFDD9\\s,.]*)(?<place>${KNOWN_PLACE})(?=\\s(?:1[6-9]|20)\\d{2}[.\\s]*$)`,
  "u",
);

function readRest(text: ReferenceText, item: Record<string, unknown>, isDated: boolean): number | undefined {
  const quoted = text.take(/[“"„«](?<title>[^“”"„«»]+?)[,.]?[”"“»][,.]?/u)?.["title"];
  const italic = text.take(new RegExp(`${ITALIC}(?<title>[^${ITALIC_END}]+)${ITALIC_END}`, "u"))?.["title"];
  let confidence = 0.9;
  if (quoted !== undefined) {
    item["title"] = trimField(quoted);
    if (italic !== undefined) item["container-title"] = trimField(italic);
    else if (item["URL"] === undefined) {
      const container = text.take(
        /(?<=\uFDD9\s*)(?:[Ii]n:?\s)?(?<title>\p{Lu}[^\d,.:;()\uFDD9]{2,80})(?=[,.]?\s*(?:vol\.?\s|Bd\.?\s|\d|\())/u,
      )?.["title"];
      if (container === undefined) return undefined;
      item["container-title"] = trimField(container);
      confidence = 0.8;
    }
  } else if (italic !== undefined) {
    // APA sets an article's journal in italics, and its title before it in none.
    const title =
      isDated && text.take(/^\uFDD9\s*(?<title>[^.?!\uFDD9]{8,250}[.?!])\s*(?:In\s)?(?=[^\uFDD9]*\uFDD9)/u)?.["title"];
    if (title) {
      item["title"] = trimField(title).replace(/\.$/u, "");
      item["container-title"] = trimField(italic);
    } else item["title"] = trimField(italic);
  } else {
    const title = text.take(
      isDated
        ? /^\uFDD9\s*(?<title>[^.\uFDD9]{4,250})\.(?=\s|$)/u
        : new RegExp(
            `^\\uFDD9\\s*(?<title>[^,.\\uFDD9]{4,250})[,.]\\s(?=\\p{Lu}[\\p{L}\\s]{1,30}(?:,\\s[A-Z]{2}|\\sa\\.\\s?M\\.)?:\\s|(?:${KNOWN_PLACE})\\s(?:1[6-9]|20)\\d{2}[.\\s]*$)`,
            "u",
          ),
    )?.["title"];
    if (!title) return undefined;
    item["title"] = trimField(title);
    confidence = 0.8;
    const journal =
      isDated &&
      text.take(/^\uFDD9\s*(?<title>\p{Lu}[^\d,.:;()\uFDD9]{2,80}),?\s(?=(?:vol\.?\s)?\d{1,4}\s?(?:\(|,|:|$))/u)?.[
        "title"
      ];
    if (journal) item["container-title"] = trimField(journal);
  }
  takeEditors(text, item);
  // Tübingen 1922
  const place = text.take(TOWN_AND_YEAR)?.["place"];
  if (place) item["publisher-place"] = place;
  takeNumbers(text, item);
  takePublisher(text, item);
  if (item["issued"] === undefined) return undefined;
  // A book without a publisher, an article without a place in its journal: something else was read.
  const places = item["container-title"] === undefined ? [] : ["volume", "page", "editor"];
  const isWhole =
    [...places, "publisher", "publisher-place", "URL", "DOI"].some((key) => item[key] !== undefined) || hasDay(item);
  return isWhole ? confidence : undefined;
}

/** A newspaper's article has nothing but its day. */
const hasDay = (item: Readonly<Record<string, unknown>>): boolean => {
  const issued = item["issued"] as { "date-parts": readonly (readonly number[])[] };
  return item["container-title"] !== undefined && (issued["date-parts"][0]?.length ?? 0) > 1;
};

function takeEditors(text: ReferenceText, item: Record<string, unknown>): void {
  const found = text.take(
    new RegExp(
      `(?:(?:edited by|ed\\.|eds\\.|hrsg\\. von)\\s(?<names>${GIVEN}\\s${FAMILY}(?:(?:,|,? and|,? und|,? &)\\s${GIVEN}\\s${FAMILY})*))|(?:In\\s(?<before>${GIVEN}\\s${FAMILY}(?:(?:,|,? and|,? &)\\s${GIVEN}\\s${FAMILY})*)\\s\\((?:Eds?\\.|Hrsg\\.)\\))`,
      "u",
    ),
  );
  const names = found?.["names"] ?? found?.["before"];
  if (!names) return;
  item["editor"] = names.split(/,?\s(?:and|und|&)\s|,\s/u).map((name) => {
    const { family, given } = STRAIGHT.exec(name)?.groups ?? {};
    return family && given ? { family, given } : { literal: name };
  });
}

const DASH = "[-–—−‐]";

function takeNumbers(text: ReferenceText, item: Record<string, unknown>): void {
  const set = (key: string, value: string | undefined) => {
    if (value !== undefined && item[key] === undefined) item[key] = value;
  };
  // 12, no. 3 (1999): 1–20
  const chicago = text.take(
    new RegExp(
      `(?:vol\\.\\s|Bd\\.\\s)?(?<![\\d.])(?<volume>\\d{1,4}),?\\s(?:no\\.|nr\\.|H\\.|issue)\\s(?<issue>\\d{1,4}(?:${DASH}\\d+)?)(?:,?\\s\\((?<date>[^()]*\\d{4})\\))?(?:\\s?[:,]\\s(?:pp?\\.\\s|S\\.\\s)?(?<page>[A-Z]?\\d+(?:${DASH}\\d+)?))?`,
      "iu",
    ),
  );
  // 12(3), 1–20 and 12 (1999): 1–20
  const apa =
    chicago ??
    text.take(
      new RegExp(
        `(?:vol\\.\\s|Bd\\.\\s)?(?<![\\d.])(?<volume>\\d{1,4})\\s?(?:\\((?:(?<date>(?:1[6-9]|20)\\d{2})|(?<issue>\\d{1,4}(?:${DASH}\\d+)?))\\))?\\s?[:,]\\s(?:pp?\\.\\s|S\\.\\s)?(?<page>[A-Z]?\\d+${DASH}\\d+|(?<!,\\s)[A-Z]?\\d+)(?![\\d])`,
        "iu",
      ),
    );
  const numbers = apa;
  set("volume", numbers?.["volume"]);
  set("issue", numbers?.["issue"]);
  const pages =
    numbers?.["page"] ??
    text.take(new RegExp(`\\(?(?:pp?\\.|S\\.)\\s?(?<page>\\d+(?:${DASH}\\d+)?)\\)?`, "u"))?.["page"];
  if (pages) item["page"] = pages.replaceAll(/[–—−‐]/gu, "-");
  if (item["page"] === undefined && (item["container-title"] !== undefined || item["editor"] !== undefined)) {
    const bare = text.take(new RegExp(`(?<=[\\uFDD9,]\\s)(?<page>\\d+${DASH}\\d+)(?=[.,]|$)`, "u"))?.["page"];
    if (bare) item["page"] = bare.replaceAll(/[–—−‐]/gu, "-");
  }
  set("volume", text.take(/(?:vol\.|Bd\.)\s(?<volume>\d{1,4})/iu)?.["volume"]);
  set("issue", text.take(/(?:no\.|nr\.|H\.)\s(?<issue>\d{1,4})/iu)?.["issue"]);
  const date =
    numbers?.["date"] ??
    (item["issued"] === undefined
      ? text.take(
          /(?<date>(?:\d{1,2}\.?\s)?\p{Lu}\p{L}{2,8}\.?\s(?:\d{1,2},\s)?(?:1[6-9]|20)\d{2}|(?<![\d-])(?:1[6-9]|20)\d{2}(?![\d-]))(?=[\s.,;)\uFDD9]*[^\p{L}\p{N}]*$|\)|\uFDD9)/u,
        )?.["date"]
      : undefined);
  const parts = date ? dateParts(date) : undefined;
  if (parts && item["issued"] === undefined) item["issued"] = { "date-parts": [parts] };
}

function takePublisher(text: ReferenceText, item: Record<string, unknown>): void {
  const whole = text.take(
    /(?<=[\uFDD9\s,.(]|^)(?<place>\p{Lu}[\p{L}'’\s-]{1,28}(?:,\s[A-Z]{2}|\sa\.\s?M\.)?(?:;\s\p{Lu}[\p{L}\s]+)?):\s(?<publisher>\p{Lu}[\p{L}'’&.\s-]{1,60}?)(?=[,.;)\uFDD9]|\s\uFDD9|$)/u,
  );
  if (whole?.["publisher"]) {
    item["publisher-place"] = trimField(whole["place"] ?? "");
    item["publisher"] = trimField(whole["publisher"]);
    return;
  }
  // Newer styles leave the place out.
  if (item["volume"] !== undefined) return;
  const bare = text.take(/(?<=\uFDD9[\s,.]*)(?<publisher>\p{Lu}[\p{L}'’&\s-]{2,50}?)(?=[,.]?\s*(?:\uFDD9|$))/u)?.[
    "publisher"
  ];
  if (bare && !/^(?:In|Available)$/u.test(trimField(bare))) item["publisher"] = trimField(bare);
}
