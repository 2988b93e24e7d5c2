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
 * Makes something of a word or a text once for as long as the program runs.
 *
 * @param make what it returns depends on the text alone, and is not changed by who gets it
 * @param most how many texts are remembered, where there may be many: with one more it begins anew
 */
export function onceForEach<Value>(
  make: (text: string) => Value,
  most = Number.POSITIVE_INFINITY,
): (text: string) => Value {
  const made = new Map<string, { readonly value: Value }>();
  return (text) => {
    const known = made.get(text);
    if (known) return known.value;
    const value = make(text);
    if (made.size >= most) made.clear();
    made.set(text, { value });
    return value;
  };
}

/** What was made before, by all that it was made from. A `Map` is one that forgets when the program ends. */
export interface Kept<Value> {
  get(from: string): Value | undefined;
  set(from: string, value: Value): unknown;
}
