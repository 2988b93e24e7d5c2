import { placeNames } from "./place-names-ja.ts";
import type { CiteDialogStrings, QuoteStrings } from "./strings.ts";

export const dialogStrings: CiteDialogStrings = {
  title: (thing) => `${thing}を引用`,
  place: placeNames,
  copyLink: "リンクをコピー",
  copyWords: "文章と出典をコピー",
  copyCitation: "出典をコピー",
  copied: "コピーした。",
  notCopied: "コピーできなかった。選んで写してほしい。",
  style: "書式",
  language: "書誌の言語",
  reference: "文献",
  inText: "本文中",
  download: "ファイル（節全体）",
  close: "閉じる",
  failed: "書誌を読み込めなかった。接続を確かめてほしい。",
  quotation: (words) => `「${words}」`,
};

export const quoteStrings: QuoteStrings = {
  found: "リンクが引く語句に印を付けた。",
  changed: (place, edition) => `リンクが引く語句は、第${edition}版の${place}にあった。この版では書き改められている。`,
  unknown: (place) => `リンクが引く語句は、${place}には、どの版にも見当たらない。`,
};
