import type { NotesStrings } from "./strings.ts";

export const strings: NotesStrings = {
  close: "关闭",
  toList: { note: "在注释列表中查看", term: "在术语页中查看" },
  notLoaded: "无法载入。请检查网络连接。",
};
