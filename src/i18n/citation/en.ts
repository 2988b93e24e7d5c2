import { quoting } from "../quoting.ts";
import type { CiteStrings } from "./strings.ts";

const quoted = quoting(["“", "”", "‘", "’"]);

export const citeStrings: CiteStrings = {
  cite: "Cite",
  locator: {
    paragraph: (number) => `¶${number}`,
    note: (number) => `n. ${number}`,
    "editor-note": (number) => `editors’ n. ${number}`,
    figure: (number) => `fig. ${number}`,
  },
  nature: {
    restatement: (author) => `restatement of an argument by ${author}`,
  },
  editorial: {
    original: () => "editors’ addition",
    restatement: (author) => `editors’ addition to a restatement of an argument by ${author}`,
    translation: (author) => `editors’ addition to a translation of a work by ${author}`,
  },
  edition: (version) => `edition ${version}`,
  howToCite: { section: "Cite this section", work: "Cite this text" },
  choose: "Choose a style, copy",
  files: "For reference managers",
  retired: (how, name, edition, target) =>
    `${name} of edition ${edition} ${
      {
        moved: `has moved to ${target}.`,
        merged: `was merged into ${target}.`,
        "merged-here": "was merged into this one.",
        renamed: `has another name now: ${target}.`,
        "renamed-here": "has another name now.",
        removed: `was removed. What stood beside it is now ${target}.`,
        "removed-here": "stood here and was removed.",
      }[how]
    }`,
  redirected: (title) => `This section is now ${quoted(title)}.`,
  corrections: [[/\b(para|n|fig)\.([\w{}]+)/u, "$1. $2"]],
};
