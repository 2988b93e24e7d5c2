import { quoting } from "../quoting.ts";
import { locatorNames } from "./ja.ts";
import type { CiteDialogStrings } from "./strings.ts";

const quoted = quoting(["「", "」", "『", "』"]);

export const strings: CiteDialogStrings = {
  title: (target) => `${target}を引用`,
  locator: locatorNames,
  copyLink: "リンクをコピー",
  copyWords: "文章・出典・リンクをコピー",
  copyCitation: "出典をコピー",
  copyReference: "文献をコピー",
  copied: "コピーした。",
  notCopied: "コピーできなかった。選んで写してほしい。",
  style: "書式",
  language: "書誌の言語",
  reference: "文献",
  inNote: "注",
  inText: "本文中",
  download: "ファイル",
  works: "この注が引く文献",
  inSources: "文献の頁で見る",
  close: "閉じる",
  quotation: quoted,
  quoteUnchanged: (edition) => `引かれたときの第${edition}版から、ここの文章は変わっていない。`,
  citedChanged: (locator, edition) => `${locator}は、引かれた第${edition}版ののちに書き改められている。`,
  readInEdition: (edition) => `第${edition}版で読む`,
  noEdition: (edition, editions) => `リンクが引く第${edition}版はない。これまでに出た版は${editions}である。`,
  quoteChanged: (locator, edition) =>
    `リンクが引く語句は、第${edition}版の${locator}にあった。この版では書き改められている。`,
  quoteMoved: (from, to) => `リンクが引く語句は、この版では${from && `${from}ではなく`}${to}にある。`,
  quoteUnknown: "リンクが引く語句は、どの版にも見当たらない。",
  quoteNotHere: (locator) => `リンクが引く語句は、${locator || "この頁"}には見当たらない。`,
};
