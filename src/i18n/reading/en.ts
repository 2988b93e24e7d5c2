import type { ReadingStrings } from "./strings.ts";

export const readingStrings: ReadingStrings = {
  close: "Close",
  toList: { note: "See it in the list of notes", term: "See it in the glossary" },
  returnLabel: "Where you left off",
  returnTo: (paragraph) => `Continue at ¶${paragraph}`,
  settings: "Display settings",
  theme: "Paper",
  themes: { auto: "Auto", light: "White", sepia: "Sepia", dark: "Dark" },
  size: "Text",
  sizes: { smaller: "S", normal: "M", larger: "L", largest: "XL" },
  leading: "Leading",
  leadings: { tight: "Tight", normal: "Normal", loose: "Loose" },
  font: "Typeface",
  fonts: { serif: "Serif", gothic: "Sans" },
  writing: "Writing",
  writings: { horizontal: "Horizontal", vertical: "Vertical" },
  chrome: "Around the text",
  chromes: { shown: "Shown", hidden: "Hidden" },
  reset: "Reset",
};
