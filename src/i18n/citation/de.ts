import { quoting } from "../quoting.ts";
import type { CiteStrings } from "./strings.ts";

const quoted = quoting(["„", "“", "‚", "‘"]);

export const citeStrings: CiteStrings = {
  cite: "Zitieren",
  locator: {
    paragraph: (number) => `¶${number}`,
    note: (number) => `Anm. ${number}`,
    "editor-note": (number) => `Anm. d. Red. ${number}`,
    figure: (number) => `Abb. ${number}`,
  },
  nature: {
    restatement: (author) => `Darlegung eines Gedankengangs von ${author}`,
  },
  editorial: {
    original: () => "Zusatz der Redaktion",
    restatement: (author) => `Zusatz der Redaktion zur Darlegung eines Gedankengangs von ${author}`,
    translation: (author) => `Zusatz der Redaktion zur Übersetzung eines Werks von ${author}`,
  },
  edition: (version) => `Ausgabe ${version}`,
  howToCite: { section: "Diesen Abschnitt zitieren", work: "Diesen Text zitieren" },
  choose: "Stil wählen, kopieren",
  files: "Für Literaturverwaltungen",
  retired: (how, name, edition, target) =>
    `${name} der Ausgabe ${edition} ${
      {
        moved: `steht jetzt hier: ${target}.`,
        merged: `ist in ${target} aufgegangen.`,
        "merged-here": "ist hier aufgegangen.",
        renamed: `heißt jetzt ${target}.`,
        "renamed-here": "heißt jetzt anders.",
        removed: `wurde entfernt. Was daneben stand, ist jetzt ${target}.`,
        "removed-here": "stand hier und wurde entfernt.",
      }[how]
    }`,
  redirected: (title) => `Dieser Abschnitt heißt jetzt ${quoted(title)}.`,
  corrections: [
    [/\b(Abs|Anm|Abb)\.([\w{}]+)/u, "$1. $2"],
    [/\((\d{4}), (\p{L}+) (\d+)\)/u, "($3. $2 $1)"],
  ],
};
