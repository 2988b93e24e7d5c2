import type { Language } from "../essay/language.ts";
import type { CustomTranslations } from "./custom.ts";

/** By language. A build replaces this module by the essay's strings (`src/integrations/string-sets.ts`). */
export const customTranslations: Readonly<Record<Language, CustomTranslations>> = {};
