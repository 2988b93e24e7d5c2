import type { Language } from "../../essay/model.ts";
import type { CiteDialogStrings, QuoteStrings } from "./strings.ts";

interface DialogModule {
  readonly dialogStrings: CiteDialogStrings;
  readonly quoteStrings: QuoteStrings;
}

const english = (): Promise<DialogModule> => import("./dialog-en.ts");
const LOADERS: Readonly<Record<Language, () => Promise<DialogModule>>> = {
  ja: () => import("./dialog-ja.ts"),
  en: english,
};

/** Loads what the scripts of citing say in one language; in English where it has no words for it. */
export const loadDialogStrings = (language: Language): Promise<DialogModule> => (LOADERS[language] ?? english)();
