/** Joins the beginning and the end of words that are not quoted whole. */
export const ELLIPSIS = "…";

/** What parts a fragment from what it tells the browser alone (URL Fragment Text Directives, WICG). */
const DIRECTIVES = ":~:";

/**
 * @param address an address, or its fragment
 * @returns the words that its text directives look for, in order, in the form of the `quote` parameter; without what is to
 *   stand before and after them, which only tells one place from another
 */
export function quotesInDirectives(address: string): string[] {
  const [, ...directives] = address.split(DIRECTIVES);
  return directives
    .join(DIRECTIVES)
    .split("&")
    .flatMap((directive) => {
      const [, value] = /^text=(.+)$/u.exec(directive) ?? [];
      const [start = "", end = ""] = (value ?? "")
        .replace(/^[^,]+-,/u, "")
        .replace(/,-[^,]+$/u, "")
        .split(",")
        .map(decoded);
      return start ? [end ? `${start}${ELLIPSIS}${end}` : start] : [];
    });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).trim();
  } catch {
    return "";
  }
}
