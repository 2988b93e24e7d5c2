import type { Language } from "../essay/language.ts";
import type { Messages } from "./message.ts";

/** The strings that an essay brings for one language, by set. */
export interface CustomTranslations {
  readonly interface: Messages;
  readonly search: Messages;
}

/** By language. A build puts the essay's own in the place of this module; see `src/integrations/custom-translations.ts`. */
export const customTranslations: Readonly<Record<Language, CustomTranslations>> = {};
