import type { FormatStrings } from "./strings.ts";

export const formatStrings: FormatStrings = {
  title: "文件格式",
  introduction: "可以带走的文件，全文或单独一节：供在其他设备上阅读、分发、使用和引用。",
  language: "文件的语言",
  kinds: { book: "电子书", text: "文本", citation: "供文献管理软件使用" },
  uses: {
    epub: "用于电子书阅读器、平板电脑和手机",
    pdf: "用于打印和大屏幕阅读",
    html: "含注释和图的单个文件：可打印、发送、用 Word 等文字处理软件打开",
    txt: "仅正文和注释，任何程序都能打开",
    md: "保留标题、强调和注释，用于编辑器和 Pandoc",
    bib: "用于 LaTeX（BibTeX）和 JabRef",
    "biblatex.bib": "用于 LaTeX（BibLaTeX）",
    ris: "用于 EndNote、Citavi、Mendeley 和 Zotero",
    "csl.json": "用于 Zotero 和 Pandoc",
  },
  sections: "单独一节",
  sectionsUse: "一节为一个文件，或印在纸上：可用于课堂分发、寄送。",
  writing: { horizontal: "横排", vertical: "竖排" },
  paper: "纸本",
  print: "打印全文",
  printPage: "打印",
  printUse: "印在纸上，或在选择打印机处选“另存为 PDF”",
  follow: "更新",
  feed: "版本、编者注和更正的订阅源（Atom）",
};
