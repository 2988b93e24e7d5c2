import { dateParts, literally, type ReferenceText, trimField } from "./reference-text.ts";

const PERSON = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Latin}々ー・＝.\s]{2,40}`;

/** 『書名』 and 「題」, with other brackets of the kind inside. */
const BOOK = /『(?<title>[^『』]*(?:『[^『』]*』[^『』]*)*)』/u;
const ARTICLE = /「(?<title>[^「」]*(?:「[^「」]*」[^「」]*)*)」/u;

/** Words that tell a body from a person. */
const BODY =
  /省|庁|委員会|研究所|協会|機構|大学|学会|連盟|連合|財団|センター|新聞|社$|局$|部$|会$|編集部|政府|国連|NATO/u;

/**
 * Reads an entry that quotes its titles in 「」 and 『』: 山田太郎「論文」『雑誌』第45巻第2号、2019年、33―58頁。
 *
 * @returns how sure it is
 */
export function readJapaneseReference(text: ReferenceText, item: Record<string, unknown>): number | undefined {
  const opening = text.rest.search(/[「『]/u);
  const head = text.rest.slice(0, opening);
  if (!takeHead(text, head, item)) return undefined;

  const isArticle = text.rest.search(/「/u) >= 0 && isBefore(text.rest, "「", "『");
  const title = text.take(isArticle ? ARTICLE : BOOK)?.["title"];
  if (!title) return undefined;
  item["title"] = title;
  if (isArticle) {
    const editor = text.take(
      new RegExp(String.raw`(?<=^[\uFDD9\s、，,]*)(?<names>${PERSON})(?:編著?|監修|ほか編|他編)(?=[\s、，,]*『)`, "u"),
    )?.["names"];
    if (editor) item["editor"] = japaneseNames(editor);
    const container = text.take(BOOK)?.["title"];
    if (container) item["container-title"] = container;
    else {
      // A newspaper or a site often stands bare.
      const bare = text.take(
        /(?<=^[\uFDD9\s、，,]*)(?<name>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{2,20})(?=[、，,（(])/u,
      )?.["name"];
      if (bare) item["container-title"] = bare;
      else if (item["URL"] === undefined) return undefined;
    }
  }
  // A second title is a subtitle of its own or another work: nobody can say.
  if (/[「『]/u.test(text.rest)) return undefined;
  takeNumbers(text, item);
  takePublisher(text, item);
  if (item["issued"] === undefined && item["accessed"] === undefined) return undefined;
  return item["author"] === undefined ? 0.75 : 0.88;
}

/** 著者（2005）題名．誌名，12（3），1-20 */
const UNQUOTED =
  /^(?<names>[^（(「『]{2,80}?)\s*[（(](?<year>(?:1[6-9]|20)\d{2})年?[a-z]?[）)][\s:：.．，,]*(?<title>[^.．，,。「『』」\uFDD9]{4,160})[.．，,。]\s*(?<container>[^.．，,。「『』」()（）\d０-９\uFDD9]{2,40}?)[\s，,.．、]*(?=(?:第|[Vv]ol\.?\s*)?[\d０-９]{1,3}\s*(?:巻|号|[（(]|[，,:：]))/u;

/**
 * Reads an article's entry that sets no title in brackets, as societies for the sciences and most of J-STAGE write it.
 *
 * @returns how sure it is
 */
export function readUnquotedJapanese(text: ReferenceText, item: Record<string, unknown>): number | undefined {
  const found = UNQUOTED.exec(text.rest)?.groups;
  const { names = "", title = "", container = "", year = "" } = found ?? {};
  if (!found || !/\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}/u.test(names + title)) return undefined;
  if (/[。！？]/u.test(names)) return undefined;
  const people = japaneseNames(names.replace(/[\s、，,.:：]+$/u, ""));
  if (people.length === 0) return undefined;
  Object.assign(item, {
    author: people,
    issued: { "date-parts": [[Number(year)]] },
    title: trimField(title),
    "container-title": trimField(container),
  });
  text.take(UNQUOTED);
  takeNumbers(text, item);
  return item["page"] === undefined ? undefined : 0.75;
}

const isBefore = (text: string, one: string, other: string): boolean =>
  !text.includes(other) || text.indexOf(one) < text.indexOf(other);

function takeHead(text: ReferenceText, head: string, item: Record<string, unknown>): boolean {
  const whole = head.replaceAll(/[\uFDD7\uFDD8]/gu, "").trim();
  if (whole === "") return true;
  const year = /^(?<names>.+?)[\s、，,.]*[（(〔[]?(?<year>(?:19|20|18)\d{2})年?[a-z]?[）)〕\]]?[\s、，,.]*$/u.exec(
    whole,
  )?.groups;
  const names = (year?.["names"] ?? whole).replace(/[\s、，,.:：]*(?:(?:共?編著?|監修|著)者?)?[\s、，,.:：]*$/u, "");
  // More than names stands there: an institution's series, a sentence.
  if (names.length > 60 || /[。！？]/u.test(names)) return false;
  const people = japaneseNames(names.replace(/[（(〔][^）)〕]*訳[）)〕]$/u, ""));
  if (people.length === 0) return false;
  const isEdited = /編著?者?[\s、，,.:：]*$|監修[\s、，,.:：]*$/u.test(year?.["names"] ?? whole);
  item[isEdited ? "editor" : "author"] = people;
  const translator = /[（(〔](?<note>[^）)〕]*訳)[）)〕]$/u.exec(names)?.groups?.["note"];
  if (translator) item["note"] = translator;
  if (year?.["year"]) item["issued"] = { "date-parts": [[Number(year["year"])]] };
  text.take(new RegExp(`^${literally(head)}`, "u"));
  return true;
}

/** Names as they are written; what could not be told apart is one name. */
function japaneseNames(words: string): Record<string, string>[] {
  return words
    .split(/[、，,；;／/]|・(?=[\p{sc=Han}]{2})|と(?=[\p{sc=Han}]{2,4}$)/u)
    .map((name) => trimField(name).replace(/(?:ほか|他|共著|著)$/u, ""))
    .filter(Boolean)
    .map((name): Record<string, string> => {
      const [family = name, given, ...more] = name.split(/[\s\u3000]+/u);
      return given && more.length === 0 && !BODY.test(name) && /^\p{sc=Han}/u.test(name)
        ? { family, given }
        : { literal: name };
    });
}

function takeNumbers(text: ReferenceText, item: Record<string, unknown>): void {
  const set = (key: string, value: string | undefined) => {
    if (value !== undefined && item[key] === undefined) item[key] = value.normalize("NFKC");
  };
  const pages = text.take(
    /(?:pp?\.\s*)?(?<page>[\dＡ-Ｚ０-９]+(?:[-–—―‐－〜～−][\d０-９]+)?)\s*(?:頁|ページ)|pp?\.\s*(?<other>\d+(?:[-–—―‐－−]\d+)?)/u,
  );
  const page = pages?.["page"] ?? pages?.["other"];
  if (page) item["page"] = page.replaceAll(/[–—―‐－〜～−]/gu, "-").normalize("NFKC");
  const volume = text.take(
    /(?:第|[Vv]ol\.?\s*)?(?<volume>[\d０-９一二三四五六七八九十百]+)[巻輯](?:[\s、，,]*(?:第|[Nn]o\.?\s*)?(?<issue>[\d０-９・一二三四五六七八九十]+)号)?|[Vv]ol\.\s*(?<latinVolume>\d+)(?:[\s、,]*[Nn]o\.\s*(?<latinIssue>\d+))?|(?<=[\uFDD9\s、，,])(?<plain>\d{1,3})\s?[（(](?<bracketed>[\d・]+)[）)]/u,
  );
  // 『誌』32, 88-103.
  const bare =
    volume || item["container-title"] === undefined
      ? undefined
      : text.take(
          /(?<=\uFDD9[\s、，,]*)(?<volume>[\d０-９]{1,3})(?=[\s、，,:：]+[\d０-９]+[-–—―‐－〜～−][\d０-９]+[\s、，,.．。]*(?:\uFDD9|$))/u,
        );
  set("volume", volume?.["volume"] ?? volume?.["latinVolume"] ?? volume?.["plain"] ?? bare?.["volume"]);
  set("issue", volume?.["issue"] ?? volume?.["latinIssue"] ?? volume?.["bracketed"]);
  const issue = text.take(/(?:通巻)?第?(?<issue>[\d０-９]+)[号集]|[Nn]o\.\s*(?<latin>\d+)/u);
  set("issue", issue?.["issue"] ?? issue?.["latin"]);
  if (item["page"] === undefined && item["container-title"] !== undefined) {
    const range = text.take(
      /(?<=(?:\uFDD9|[、，,])[\s、，,:：]*)(?<page>[\d０-９]+[-–—―‐－〜～−][\d０-９]+)(?=[\s、，,.．。]*(?:\uFDD9|$|[（(]))/u,
    )?.["page"];
    if (range) item["page"] = range.replaceAll(/[–—―‐－〜～−]/gu, "-").normalize("NFKC");
  }
  const year = text.take(
    /[（(]?(?<year>(?:1[6-9]|20)\d{2}年(?:\d{1,2}月(?:\d{1,2}日)?号?)?|(?<![\d-])(?:1[6-9]|20)\d{2}(?:\.\d{1,2})?(?![\d-]))[）)]?/u,
  )?.["year"];
  const parts = year && dateParts(year.replace("年", "-"));
  if (parts && item["issued"] === undefined) item["issued"] = { "date-parts": [parts] };
}

function takePublisher(text: ReferenceText, item: Record<string, unknown>): void {
  const series = text.take(
    /[（(〔](?<series>[^（）()〔〕、]*(?:文庫|新書|選書|叢書|シリーズ|全書)[^（）()〔〕、]*)[）)〕]/u,
  )?.["series"];
  if (series) item["collection-title"] = trimField(series);
  const edition = text.take(
    /[（(〔]?(?<edition>(?:第\d+|改訂|増補|新|初|増補改訂|新装|決定)版|[上中下]巻?)[）)〕]?(?=[\s、，,\uFDD9）)]|$)/u,
  )?.["edition"];
  const translator = text.take(
    /[（(、]?(?<note>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}・\s]{2,30}訳)[）)]?(?=[\s、，,\uFDD9]|$)/u,
  )?.["note"];
  const note = [item["note"], edition, translator && trimField(translator)].filter(Boolean).join("、");
  if (note) item["note"] = note;
  const publisher = text.take(
    /(?<=^[\uFDD9\s、，,（(.:：]*)(?:(?<place>[\p{sc=Han}\p{sc=Katakana}]{2,8})[:：]\s*)?(?<publisher>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Latin}々ー・&＆\s]{2,24})(?=[\s、，,）).．。\uFDD9]|$)/u,
  );
  if (publisher?.["publisher"]) item["publisher"] = trimField(publisher["publisher"]);
  if (publisher?.["place"]) item["publisher-place"] = publisher["place"];
}
