import type { SearchStrings } from "./strings.ts";

export const strings: SearchStrings = {
  count: (hits, passages) => `النتائج: ${hits}، المواضع: ${passages}`,
  hits: (hits) => `النتائج: ${hits}`,
  place: (kind, number) =>
    ({
      title: "عنوان",
      paragraph: `¶${number}`,
      block: "بين الفقرات",
      note: `الحاشية ${number}`,
      "editor-note": `حاشية المحررين ${number}`,
      figure: `الشكل ${number}`,
      term: "المصطلحات",
      event: "التسلسل الزمني",
    })[kind],
  none: (query) => `لا نتائج عن «${query}».`,
  elsewhere: (query, passages) => `لا نتائج هنا عن «${query}». والمواضع في «الكل»: ${passages}.`,
  absent: (word) => `لا يرد «${word}» في أي موضع.`,
  notAll: "لا موضع فيه كل هذه الكلمات.",
  partial: (passages) => `بعض الكلمات، مواضع أخرى: ${passages}`,
  also: (words) => `(بُحث أيضًا عن: ${words})`,
  unread: (sections) => `(أقسام أخرى في صفحة البحث: ${sections})`,
  withoutNumbers: "(بُحث من دون أرقام الحواشي والفقرات)",
  hitsOnPage: "النتائج في هذه الصفحة",
  previousHit: "النتيجة السابقة",
  nextHit: "النتيجة التالية",
  clearHits: "أزل التظليل",
  loading: "يجري البحث",
  failed: "تعذر تحميل فهرس البحث. تحقق من الاتصال.",
  missing: "لم يعد فهرس البحث في هذا الموقع. أعد تحميل الصفحة.",
  retry: "حاول مرة أخرى",
};
