import type { PlaceNames } from "./strings.ts";

/** The names of places in the pages, in citations and in the dialog. */
export const placeNames: PlaceNames = {
  paragraph: (number) => `¶${number}`,
  note: (number) => `注${number}`,
  "editor-note": (number) => `編者注${number}`,
  figure: (number) => `図${number}`,
};
