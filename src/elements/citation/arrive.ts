import { checkCitedWords } from "./arrive-cited.ts";
import { checkQuote } from "./arrive-quoted.ts";

/**
 * Looks for the words for which a link came: those that it quotes, else those whose hash it carries.
 *
 * @param step aborted with the reader's first step
 * @throws where the strings cannot be loaded
 */
export const checkCited = (step: AbortSignal): Promise<void> =>
  new URLSearchParams(location.search).has("quote") ? checkQuote(step) : checkCitedWords();
