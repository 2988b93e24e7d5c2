import { quoting } from "../quoting.ts";
import type { CiteStrings } from "./strings.ts";

const quoted = quoting(["«", "»", "“", "”"]);

export const citeStrings: CiteStrings = {
  cite: "اقتبس",
  locator: {
    paragraph: (number) => `¶${number}`,
    note: (number) => `ح. ${number}`,
    "editor-note": (number) => `ح. المحررين ${number}`,
    figure: (number) => `الشكل ${number}`,
  },
  nature: {
    restatement: (author) => `عرض لحجة ${author}`,
  },
  editorial: {
    original: () => "إضافة من المحررين",
    restatement: (author) => `إضافة من المحررين إلى عرض حجة ${author}`,
    translation: (author) => `إضافة من المحررين إلى ترجمة عمل من أعمال ${author}`,
  },
  edition: (version) => `الطبعة ${version}`,
  howToCite: { section: "اقتبس هذا القسم", work: "اقتبس هذا النص" },
  choose: "اختر نمطًا وانسخ",
  files: "لبرامج إدارة المراجع",
  retired: (how, name, edition, target) =>
    `${name} من الطبعة ${edition} ${
      {
        moved: `انتقل إلى ${target}.`,
        merged: `ضُم إلى ${target}.`,
        "merged-here": "ضُم إلى هذا الموضع.",
        renamed: `صار اسمه ${target}.`,
        "renamed-here": "تغيّر اسمه.",
        removed: `حُذف. وما كان بجواره هو الآن ${target}.`,
        "removed-here": "كان هنا وحُذف.",
      }[how]
    }`,
  redirected: (title) => `صار عنوان هذا القسم ${quoted(title)}.`,
  // Terms of locators, punctuation, and the order of dates.
  corrections: [
    [/, ?/gu, "، "],
    [/[“"]([^”"]*)[”"]/gu, "«$1»"],
    [/(\d+ \p{L}+)، (\d{4})/u, "$1 $2"],
    [/\((\d{4})، (\p{L}+) (\d+)\)/u, "($3 $2 $1)"],
    [/ملاحظة ?م([\w{}]+)/u, "حاشية المحررين $1"],
    [/ملاحظة ?([\w{}]+)/u, "الحاشية $1"],
    [/فقرة ?([\w{}]+)/u, "الفقرة $1"],
    [/رسم توضيحي ?([\w{}]+)/u, "الشكل $1"],
  ],
};
