import type { Language } from "../../essay/model.ts";
import type { CiteDialogStrings, QuoteStrings } from "./strings.ts";

interface DialogModule {
  readonly dialogStrings: CiteDialogStrings;
  readonly quoteStrings: QuoteStrings;
}

const LOADERS: Readonly<Record<Language, () => Promise<DialogModule>>> = {
  ja: () => import("./dialog-ja.ts"),
  en: () => import("./dialog-en.ts"),
};

/**
 * Loads what the scripts of citing say in one language.
 *
 * @throws where no file of strings exists for it
 */
export async function loadDialogStrings(language: Language): Promise<DialogModule> {
  const load = LOADERS[language];
  if (!load) throw new Error(`Citing has no strings for “${language}”: add src/i18n/cite/dialog-${language}.ts.`);
  return load();
}
