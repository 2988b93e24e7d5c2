import type { FormatStrings } from "./strings.ts";

export const formatStrings: FormatStrings = {
  title: "ファイル形式",
  introduction:
    "全文も、一つの節だけも、ファイルで受け取れる。ほかの端末で読むため、配布するため、手元で使うため、引用するための形式がある。",
  language: "ファイルの言語",
  kinds: { book: "電子書籍", text: "テキスト", citation: "文献管理ソフト用" },
  uses: {
    epub: "電子書籍端末、タブレット、スマートフォンで読む",
    pdf: "印刷する、大きな画面で読む",
    html: "注と図を含む一つのファイル。印刷、送付に。Wordなどのワープロでも開ける",
    txt: "本文と注のみ。どのプログラムでも開ける",
    md: "見出し、強調、注を保つ。エディタやPandocで使う",
    bib: "LaTeX（BibTeX）、JabRefで引用する",
    "biblatex.bib": "LaTeX（BibLaTeX）で引用する",
    ris: "EndNote、Citavi、Mendeley、Zoteroに取り込む",
    "csl.json": "Zotero、Pandocに取り込む",
  },
  sections: "節ごとのファイル",
  sectionsUse: "一つの節を一つのファイルで、または紙で。授業での配布や送付に使える。",
  writing: { horizontal: "横書き", vertical: "縦書き" },
  paper: "紙",
  print: "全文を印刷する",
  printPage: "印刷",
  printUse: "紙に、または印刷の画面で「PDFに保存」を選んでPDFに",
  leavesOut: (display) => `「HTML」と紙には、「${display}」で省いたものが載らない。`,
  chosen: "いくつかの節を一つに：下で選んで",
  sheet: "A4判に組まれる。",
  verticalSheet: (display) => `「${display}」で縦組みにしていれば縦に、A5判に組まれる。配布用のHTMLも同じ。`,
  parallelUse: "二つの言語を段落ごとに並べた頁。印刷しても並ぶ",
  follow: "更新",
  feed: "版、編者注、訂正のフィード（Atom）",
};
