import type { ReadingStrings } from "./strings.ts";

export const readingStrings: ReadingStrings = {
  close: "Close",
  toNoteList: "See it in the list of notes",
  returnLabel: "Where you left off",
  returnTo: (paragraph) => `Continue at ¶${paragraph}`,
  settings: "Display settings",
  settingLabels: {
    theme: { name: "Paper", default: "Auto", light: "White", sepia: "Sepia", dark: "Dark" },
    size: { name: "Text", default: "M", smaller: "S", larger: "L", largest: "XL" },
    leading: { name: "Leading", default: "Normal", tight: "Tight", loose: "Loose" },
    font: { name: "Typeface", default: "Serif", gothic: "Sans" },
    writing: { name: "Writing", default: "Horizontal", vertical: "Vertical" },
    chrome: { name: "Around the text", default: "Shown", hidden: "Hidden" },
  },
  reset: "Reset",
};
