import type { ReadingStrings } from "./strings.ts";

export const strings: ReadingStrings = {
  close: "Close",
  returnLabel: "Where you left off",
  returnTo: (paragraph) => `Continue at ¶${paragraph}`,
  settings: "Display settings",
  settingLabels: {
    theme: { name: "Theme", default: "Auto", light: "Light", sepia: "Sepia", dark: "Dark" },
    size: { name: "Text size", default: "M", smaller: "S", larger: "L", largest: "XL" },
    leading: { name: "Line spacing", default: "Normal", tight: "Narrow", loose: "Wide" },
    font: { name: "Typeface", default: "Serif", gothic: "Sans" },
    writing: { name: "Text direction", default: "Horizontal", vertical: "Vertical" },
    annotations: { name: "Editors’ additions", default: "Shown", hidden: "Hidden" },
    chrome: { name: "Around the text", default: "Shown", hidden: "Hidden" },
  },
  reset: "Reset",
};
