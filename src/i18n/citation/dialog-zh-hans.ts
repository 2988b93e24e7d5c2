import { quoting } from "../quoting.ts";
import type { CiteDialogStrings } from "./strings.ts";

const quoted = quoting(["“", "”", "‘", "’"]);

export const strings: CiteDialogStrings = {
  title: (target) => `引用${target}`,
  locator: {
    paragraph: (number) => `¶${number}`,
    note: (number) => `注${number}`,
    "editor-note": (number) => `编者注${number}`,
    figure: (number) => `图${number}`,
  },
  copyLink: "复制链接",
  copyWords: "复制引文、出处和链接",
  copyCitation: "复制出处",
  copyReference: "复制参考文献",
  copied: "已复制。",
  notCopied: "无法复制。请自行选中并复制。",
  style: "格式",
  language: "著录语言",
  reference: "参考文献",
  inNote: "注释中",
  inText: "正文中",
  download: "文件",
  works: "本注引用的文献",
  inSources: "在参考文献中查看",
  close: "关闭",
  quotation: quoted,
  quoteUnchanged: (edition) => `此处文字自所引的第${edition}版以来没有改动。`,
  citedChanged: (locator, edition) => `${locator}自所引的第${edition}版以来已经改写。`,
  readInEdition: (edition) => `阅读第${edition}版`,
  noEdition: (edition, editions) => `链接所引的第${edition}版并不存在。已有的版本：${editions}。`,
  quoteChanged: (locator, edition) => `链接所引的文字原在第${edition}版的${locator}。本版已改写。`,
  quoteMoved: (from, to) => `链接所引的文字在本版中位于${to}${from && `，不在${from}`}。`,
  quoteUnknown: "链接所引的文字不见于任何版本。",
  quoteNotHere: (locator) => `链接所引的文字不在${locator || "本页"}。`,
};
