import { quoting } from "../quoting.ts";
import type { CiteDialogStrings } from "./strings.ts";

const quoted = quoting(["«", "»", "“", "”"]);

export const strings: CiteDialogStrings = {
  title: (target) => `اقتبس ${target}`,
  locator: {
    paragraph: (number) => `¶${number}`,
    note: (number) => `الحاشية ${number}`,
    "editor-note": (number) => `حاشية المحررين ${number}`,
    figure: (number) => `الشكل ${number}`,
  },
  copyLink: "انسخ الرابط",
  copyWords: "انسخ الاقتباس ومرجعه ورابطه",
  copyCitation: "انسخ المرجع",
  copyReference: "انسخ مدخل قائمة المراجع",
  copied: "نُسخ.",
  notCopied: "تعذر النسخ. حدد النص وانسخه بنفسك.",
  style: "الأسلوب",
  language: "لغة المرجع",
  reference: "المرجع",
  inNote: "في حاشية",
  inText: "في المتن",
  download: "ملف",
  works: "المراجع المذكورة في هذه الحاشية",
  inSources: "اعرضه بين المراجع",
  close: "أغلق",
  quotation: quoted,
  quoteUnchanged: (edition) => `لم يتغيّر النص هنا منذ الطبعة ${edition} التي يذكرها الاستشهاد.`,
  citedChanged: (locator, edition) => `أُعيدت صياغة ${locator} بعد الطبعة ${edition} التي يذكرها الاستشهاد.`,
  readInEdition: (edition) => `القراءة في الطبعة ${edition}`,
  noEdition: (edition, editions) => `لا توجد الطبعة ${edition} التي يذكرها الرابط. صدرت: ${editions}.`,
  quoteChanged: (locator, edition) =>
    `كانت الكلمات التي يقتبسها الرابط في ${locator} من الطبعة ${edition}. وهي في هذه الطبعة بصياغة أخرى.`,
  quoteMoved: (from, to) => `الكلمات التي يقتبسها الرابط هي في هذه الطبعة في ${to}${from && ` لا في ${from}`}.`,
  quoteUnknown: "لا ترد الكلمات التي يقتبسها الرابط في أي طبعة.",
  quoteNotHere: (locator) => `لا ترد الكلمات التي يقتبسها الرابط هنا: ${locator || "هذه الصفحة"}.`,
};
