import type { CiteStrings } from "./strings.ts";

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
  files: "لبرامج إدارة المراجع",
  dateOfAccess: "السنة-الشهر-اليوم",
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
  redirected: (title) => `صار عنوان هذا القسم «${title}».`,
  // Punctuation of the language.
  corrections: [
    [/, ?/gu, "، "],
    [/[“"]([^”"]*)[”"]/gu, "«$1»"],
  ],
};
