/**
 * Makes something of a value once and keeps it for as long as the value is there: an index of the essay, which does not
 * change after it was read.
 *
 * @param make is called with each value once
 */
export function once<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const known = made.get(key);
    if (known) return known.value;
    const value = make(key);
    made.set(key, { value });
    return value;
  };
}

/**
 * Makes something of a word, a language or a name, once for as long as the program runs: of words of which there are few.
 *
 * @param make is called with each word once
 */
export function onceForEach<Value>(make: (word: string) => Value): (word: string) => Value {
  const made = new Map<string, { readonly value: Value }>();
  return (word) => {
    const known = made.get(word) ?? { value: make(word) };
    made.set(word, known);
    return known.value;
  };
}

/** What was made before, by all that it was made from. A `Map` is one that forgets when the program ends. */
export interface Kept<Value> {
  get(from: string): Value | undefined;
  set(from: string, value: Value): unknown;
}
