import type { PlaceNames } from "./strings.ts";

/** The names of places in full: in the English dialog, and in files for reference managers, which no style abbreviates. */
export const placeNames: PlaceNames = {
  paragraph: (number) => `¶${number}`,
  note: (number) => `note ${number}`,
  "editor-note": (number) => `editors’ note ${number}`,
  figure: (number) => `figure ${number}`,
};
