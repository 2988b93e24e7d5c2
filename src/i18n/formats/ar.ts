import type { FormatStrings } from "./strings.ts";

export const formatStrings: FormatStrings = {
  title: "الصيغ",
  introduction: "النص كله في ملفات تؤخذ: للقراءة على أجهزة أخرى، وللعمل عليها، وللاقتباس منها.",
  kinds: { book: "كتابًا", text: "نصًا", citation: "لبرامج إدارة المراجع" },
  writing: { horizontal: "في أسطر", vertical: "في أعمدة" },
  paper: "الورق",
  print: "طباعة النص كاملا",
  printPage: "طباعة",
  follow: "ما يتغير",
  feed: "موجز الطبعات وحواشي المحررين والتصويبات (Atom)",
};
