import type { TraceKind } from "../../essay/retired-anchors.ts";
import { placeNames } from "./place-names-ja.ts";
import type { CiteStrings } from "./strings.ts";

const THINGS: Readonly<Partial<Record<TraceKind, string>>> = { section: "節", term: "用語", event: "項目" };

export const citeStrings: CiteStrings = {
  cite: "引用",
  citeThis: (thing) => `${thing}を引用`,
  place: placeNames,
  nature: (author) => `${author}の議論の再述`,
  addition: (author) => `${author}の議論の再述への編者の付記`,
  edition: (version) => `第${version}版`,
  howToCite: { section: "この節を引用する", work: "この文章を引用する" },
  files: "文献管理ソフト用",
  dateOfAccess: "年-月-日",
  trace: ({ kind, name, how, edition, target }) => {
    const what = `第${edition}版の${name}${kind === "section" ? "の節" : ""}`;
    if (how === "moved") return `${what}は${target}に移った。`;
    const where = target || `この${THINGS[kind] ?? "段落"}`;
    if (how === "merged") return `${what}は${where}に合わさった。`;
    if (how === "renamed") return `${what}は${target || "ここ"}に名を改めた。`;
    return target ? `${what}は削られた。前後の箇所は${target}にある。` : `${what}は、この前後から削られた。`;
  },
  redirected: (title) => `この節は「${title}」に移った。`,
};
