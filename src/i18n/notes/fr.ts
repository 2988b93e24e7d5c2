import type { NotesStrings } from "./strings.ts";

export const strings: NotesStrings = {
  close: "Fermer",
  toList: { note: "Voir dans la liste des notes", term: "Voir dans le glossaire" },
  notLoaded: "Le chargement a échoué. Vérifiez la connexion.",
};
