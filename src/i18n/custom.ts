import type { Language } from "../essay/language.ts";
import type { Messages } from "./message.ts";

/** The strings that an essay supplies for one language, by set. */
export interface CustomTranslations {
  readonly interface: Messages;
  readonly search: Messages;
}

/** By language. At build this module is replaced by the essay's strings (`src/integrations/custom-translations.ts`). */
export const customTranslations: Readonly<Record<Language, CustomTranslations>> = {};
