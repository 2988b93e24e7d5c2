import type { FormatStrings } from "./strings.ts";

export const formatStrings: FormatStrings = {
  title: "文件格式",
  introduction: "可以带走的全文文件：供在其他设备上阅读、使用和引用。",
  kinds: { book: "电子书", text: "文本", citation: "供文献管理软件使用" },
  writing: { horizontal: "横排", vertical: "竖排" },
  paper: "纸本",
  print: "打印全文",
  printPage: "打印",
  follow: "更新",
  feed: "版本、编者注和更正的订阅源（Atom）",
};
