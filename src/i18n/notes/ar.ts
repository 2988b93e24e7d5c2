import type { NotesStrings } from "./strings.ts";

export const strings: NotesStrings = {
  close: "أغلق",
  toList: { note: "انظرها في قائمة الحواشي", term: "انظره في المصطلحات" },
  notLoaded: "تعذر التحميل. تحقق من الاتصال.",
};
