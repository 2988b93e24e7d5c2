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
