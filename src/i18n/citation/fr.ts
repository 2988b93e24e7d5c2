import { quoting } from "../quoting.ts";
import type { CiteStrings } from "./strings.ts";

const quoted = quoting(["«\u00A0", "\u00A0»", "“", "”"]);

export const citeStrings: CiteStrings = {
  cite: "Citer",
  locator: {
    paragraph: (number) => `¶${number}`,
    note: (number) => `n. ${number}`,
    "editor-note": (number) => `n. de la réd. ${number}`,
    figure: (number) => `fig. ${number}`,
  },
  nature: {
    restatement: (author) => `exposé d’une argumentation de ${author}`,
  },
  editorial: {
    original: () => "ajout de la rédaction",
    restatement: (author) => `ajout de la rédaction à l’exposé d’une argumentation de ${author}`,
    translation: (author) => `ajout de la rédaction à la traduction d’une œuvre de ${author}`,
  },
  edition: (version) => `édition ${version}`,
  howToCite: { section: "Citer cette section", work: "Citer ce texte" },
  choose: "Choisir un style, copier",
  files: "Pour les gestionnaires de références",
  retired: (how, name, edition, target) =>
    `${name} de l’édition ${edition} ${
      {
        moved: `se trouve maintenant ici : ${target}.`,
        merged: `a été réuni à ${target}.`,
        "merged-here": "a été réuni à ce passage.",
        renamed: `s’appelle maintenant ${target}.`,
        "renamed-here": "porte maintenant un autre nom.",
        removed: `a été supprimé. Ce qui l’entourait est maintenant ${target}.`,
        "removed-here": "se trouvait ici et a été supprimé.",
      }[how]
    }`,
  redirected: (title) => `Cette section s’appelle maintenant ${quoted(title)}.`,
  corrections: [
    [/\b(paragr|n|fig)\.([\w{}]+)/u, "$1. $2"],
    [/\((\d{4}), (\p{L}+) (\d+)\)/u, "($3 $2 $1)"],
    [/\b1 (\p{L}+) (\d{4})\b/u, "1er $1 $2"],
  ],
};
