import type { CiteStrings } from "./strings.ts";

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
  files: "For reference managers",
  dateOfAccess: "year-month-day",
  retired: ({ name, how, edition, target }) => {
    const what = `${name} of edition ${edition}`;
    if (how === "moved") return `${what} has moved to ${target}.`;
    if (how === "merged") return `${what} was merged into ${target || "this one"}.`;
    if (how === "renamed") return `${what} has another name now${target ? `: ${target}` : ""}.`;
    return target
      ? `${what} was removed. What stood beside it is now ${target}.`
      : `${what} stood here and was removed.`;
  },
  redirected: (title) => `This section is now “${title}”.`,
  corrections: [[/\b(para|n|fig)\.([\w{}]+)/u, "$1. $2"]],
};
