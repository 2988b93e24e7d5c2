import type { NotesStrings } from "./strings.ts";

export const strings: NotesStrings = {
  close: "닫기",
  toList: { note: "주 목록에서 보기", term: "용어 쪽에서 보기" },
  notLoaded: "불러오지 못했다. 연결을 확인하기 바란다.",
};
