import type { FormatStrings } from "./strings.ts";

export const formatStrings: FormatStrings = {
  title: "ファイル形式",
  introduction: "全文はファイルでも受け取れる。ほかの端末で読むため、手元で使うため、引用するための形式がある。",
  kinds: { book: "電子書籍", text: "テキスト", citation: "文献管理ソフト用" },
  writing: { horizontal: "横書き", vertical: "縦書き" },
  paper: "紙",
  print: "全文を印刷する",
  printPage: "印刷",
  follow: "更新",
  feed: "版、編者注、訂正のフィード（Atom）",
};
