import type { Language } from "../essay/language.ts";
import type { CustomTranslations } from "./custom.ts";

/** By language. A build replaces this module by the essay's strings (`src/integrations/string-sets.ts`). */
export const customTranslations: Readonly<Record<Language, CustomTranslations>> = {};

/** Whether words that a language lacks are told from its own (`fallback.ts`): on pages, and not in the build's own data. */
export const marksFallback: boolean = false;
