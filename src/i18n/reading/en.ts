import type { ReadingStrings } from "./strings.ts";

export const strings: ReadingStrings = {
  close: "Close",
  returnLabel: "Where you left off",
  returnTo: (paragraph) => `Continue at ¶${paragraph}`,
  settings: "Display settings",
  settingLabels: {
    theme: { name: "Paper", default: "Auto", light: "White", sepia: "Sepia", dark: "Dark" },
    size: { name: "Text", default: "M", smaller: "S", larger: "L", largest: "XL" },
    leading: { name: "Leading", default: "Normal", tight: "Tight", loose: "Loose" },
    font: { name: "Typeface", default: "Serif", gothic: "Sans" },
    writing: { name: "Writing", default: "Horizontal", vertical: "Vertical" },
    annotations: { name: "Editors’ additions", default: "With", hidden: "Without" },
    chrome: { name: "Around the text", default: "Shown", hidden: "Hidden" },
  },
  reset: "Reset",
};
