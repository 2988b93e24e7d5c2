import type { NotesStrings } from "./strings.ts";

export const strings: NotesStrings = {
  close: "閉じる",
  toList: { note: "注の一覧で見る", term: "用語の頁で見る" },
  notLoaded: "読み込めなかった。接続を確かめてほしい。",
};
