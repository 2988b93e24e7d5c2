import type { FormatStrings } from "./strings.ts";

export const formatStrings: FormatStrings = {
  title: "Formats",
  introduction:
    "The whole essay as files to take along: to be read on other devices, to be worked with, and to be cited.",
  kinds: { book: "As a book", text: "As text", citation: "For reference managers" },
  writing: { horizontal: "in lines", vertical: "in columns" },
  paper: "Paper",
  print: "Print the whole text",
  printPage: "Print",
  follow: "What changes",
  feed: "Feed of editions, editors’ notes and corrections (Atom)",
};
