import { quotesInDirectives } from "./text-directives.ts";

/** What the link to this page quotes. */
export interface LinkQuote {
  /** The words, or their beginning and end joined by an ellipsis; of several passages the first is looked for elsewhere. */
  readonly quotes: readonly [string, ...string[]];
  /** Whether the browser has looked for them itself (`#:~:text=`), and has shown them where they are on the page. */
  readonly isDirective: boolean;
}

/**
 * @returns what the link quotes, by the query or by a text directive; nothing where it does not, or where the browser keeps
 *   the directive to itself. A browser takes directives off the address of a page. Chromium leaves them in the entry of the
 *   navigation, Firefox (from 133) and Safari (from 18) do not: there nothing is said, and nothing false.
 */
export function quoteOfLink(): LinkQuote | undefined {
  const quote = new URLSearchParams(location.search).get("quote");
  if (quote) return { quotes: [quote], isDirective: false };
  const [navigation] = performance.getEntriesByType("navigation");
  const quotes = [location.hash, navigation?.name ?? ""].map(quotesInDirectives).find(({ length }) => length > 0);
  const [first, ...others] = quotes ?? [];
  return first === undefined ? undefined : { quotes: [first, ...others], isDirective: true };
}
