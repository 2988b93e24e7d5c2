/** The marks of a language, from the outer to the inner ones: for what is quoted, and for what is quoted in that. */
type Marks = readonly [open: string, close: string, innerOpen: string, innerClose: string];

/** A closing mark that is an apostrophe too, of which nobody can tell which it is. */
const APOSTROPHE = "’";

/**
 * @returns what puts words between the outer marks: what they quote themselves has the inner ones then, and what is quoted
 *   in that the outer ones
 */
export function quoting([open, close, innerOpen, innerClose]: Marks): (words: string) => string {
  // Guillemets stand apart from their words.
  const inner = new RegExp(`${open.trim()}\\s?(.*?)\\s?${close.trim()}`, "gsu");
  const raised = (words: string) =>
    innerClose === APOSTROPHE ? words : words.replaceAll(innerOpen, open).replaceAll(innerClose, close);
  return (words) =>
    `${open}${words.replaceAll(inner, (_, quoted: string) => innerOpen + raised(quoted) + innerClose)}${close}`;
}
