import type { AnchorKind } from "../../essay/registry.ts";
import { quoting } from "../quoting.ts";
import type { CiteStrings, LocatorNames } from "./strings.ts";

const quoted = quoting(["「", "」", "『", "』"]);

/** Shared by pages, citations and the dialog. */
export const locatorNames: LocatorNames = {
  paragraph: (number) => `¶${number}`,
  note: (number) => `注${number}`,
  "editor-note": (number) => `編者注${number}`,
  figure: (number) => `図${number}`,
};

const KIND_NAMES: Readonly<Partial<Record<AnchorKind, string>>> = { section: "節", term: "用語", event: "項目" };

export const citeStrings: CiteStrings = {
  cite: "引用",
  locator: locatorNames,
  nature: {
    restatement: (author) => `${author}の議論の再述`,
  },
  editorial: {
    original: () => "編者の付記",
    restatement: (author) => `${author}の議論の再述への編者の付記`,
    translation: (author) => `${author}の著作の翻訳への編者の付記`,
  },
  edition: (version) => `第${version}版`,
  howToCite: { section: "この節を引用する", work: "本文を引用する" },
  choose: "様式を選ぶ・コピーする",
  files: "文献管理ソフト用",
  retired: (how, name, edition, target, kind) =>
    `第${edition}版の${name}${kind === "section" ? "の節" : ""}は${
      {
        moved: `${target}に移った。`,
        merged: `${target}に合わさった。`,
        "merged-here": `この${KIND_NAMES[kind] ?? "段落"}に合わさった。`,
        renamed: `${target}に名を改めた。`,
        "renamed-here": "ここに名を改めた。",
        removed: `削られた。前後の箇所は${target}にある。`,
        "removed-here": "、この前後から削られた。",
      }[how]
    }`,
  redirected: (title) => `この節は${quoted(title)}に移った。`,
  // Terms of locators, and the order of dates in APA.
  corrections: [
    [/\bpara\. ?([\w{}]+)/u, "第$1段落"],
    [/(?:\bn\.|註) ?編/u, "編者注"],
    [/(?:\bn\.|註) ?([\w{}]+)/u, "注$1"],
    [/(?:\bfig\.|図) ?([\w{}]+)/u, "図$1"],
    [/(\d+年), (\d+月) (\d+)\)/u, "$1$2$3日)"],
    [/, ?と/u, "と"],
  ],
};
