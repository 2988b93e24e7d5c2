/** Texts of a long essay's sections that a reader has searched: some megabytes of words. */
const MOST_TEXTS = 4000;

/**
 * A reader types letter by letter, and each letter searches the same texts.
 *
 * @param make what it returns depends on the text alone, and is not changed by who gets it
 * @param most number of texts that are remembered
 * @returns the same, which makes it once a text; when so many are remembered it begins anew
 */
export function remember<T extends object>(make: (text: string) => T, most = MOST_TEXTS): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text);
    if (known) return known;
    if (made.size >= most) made.clear();
    const value = make(text);
    made.set(text, value);
    return value;
  };
}
