import type { Language } from "../essay/model.ts";
import type { Messages } from "./message.ts";

/** The strings that an essay brings for one language, by set. */
export interface GivenStrings {
  readonly interface: Messages;
  readonly search: Messages;
}

/** By language. A build puts the essay's own in the place of this module; see `src/integrations/custom-translations.ts`. */
export const givenStrings: Readonly<Record<Language, GivenStrings>> = {};
