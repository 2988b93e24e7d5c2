import { checkCitedWords } from "./arrive-cited.ts";
import { checkQuote } from "./arrive-quoted.ts";
import { quoteOfLink } from "./quote-of-link.ts";

/**
 * Looks for the words for which a link came: those that it quotes, else those whose hash it carries.
 *
 * @param step aborted with the reader's first step
 * @throws where the strings cannot be loaded
 */
export const checkCited = (step: AbortSignal): Promise<void> => {
  const quote = quoteOfLink();
  return quote ? checkQuote(quote, step) : checkCitedWords();
};
