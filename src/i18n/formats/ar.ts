import type { FormatStrings } from "./strings.ts";

export const formatStrings: FormatStrings = {
  title: "الصيغ",
  introduction:
    "النص في ملفات تؤخذ، كله أو قسم واحد منه: للقراءة على أجهزة أخرى، وللتوزيع، وللعمل عليه، وللاقتباس منه.",
  language: "لغة الملفات",
  kinds: { book: "كتابًا", text: "نصًا", citation: "لبرامج إدارة المراجع" },
  uses: {
    epub: "لقارئات الكتب والأجهزة اللوحية والهواتف",
    pdf: "للطباعة وللشاشات الكبيرة",
    html: "ملف واحد فيه الحواشي والأشكال: للطباعة أو الإرسال أو الفتح في Word أو محرر نصوص آخر",
    txt: "الكلمات والحواشي وحدها، لأي برنامج",
    md: "بالعناوين والتشديد والحواشي، للمحررات ولبرنامج Pandoc",
    bib: "لبرنامج LaTeX مع BibTeX ولبرنامج JabRef",
    "biblatex.bib": "لبرنامج LaTeX مع BibLaTeX",
    ris: "لبرامج EndNote وCitavi وMendeley وZotero",
    "csl.json": "لبرنامجي Zotero وPandoc",
  },
  sections: "قسم واحد",
  sectionsUse: "القسم في ملف واحد أو على الورق: للتوزيع في الدروس وللإرسال.",
  writing: { horizontal: "في أسطر", vertical: "في أعمدة" },
  paper: "الورق",
  print: "طباعة النص كاملا",
  printPage: "طباعة",
  printUse: "على الورق، أو في ملف PDF: «حفظ بتنسيق PDF» حيث تُختار الطابعة",
  leavesOut: (display) => `يخلو ملف HTML والورق مما أُخفي في «${display}».`,
  chosen: "عدة أقسام في واحد: علّمها، ثم",
  sheet: "الصفحات بقياس A4.",
  verticalSheet: (display) => `الأعمدة، حيث اختيرت في «${display}»، تُطبع أعمدةً على A5 وتُوزَّع كذلك.`,
  parallelUse: "لغتان، فقرةً بفقرة، على الشاشة وعلى الورق",
  follow: "ما يتغير",
  feed: "موجز الطبعات وحواشي المحررين والتصويبات (Atom)",
};
