import type { Language } from "../../essay/language.ts";
import { loadStrings } from "../load.ts";
import type { SearchStrings } from "./strings.ts";

/**
 * Loads the strings of the search. A build of an essay in a few languages replaces this module by one that has them, so
 * that they come with the script of the search (`src/integrations/string-sets.ts`).
 */
export const loadSearchStrings = (language: Language): Promise<SearchStrings> => loadStrings("search", language);
