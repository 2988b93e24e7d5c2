/**
 * Makes something of a word once for all test files of a run, which are one program.
 *
 * What is kept is what was made, and not the promise of it: the test runner takes a test that is declared behind a promise
 * which was made in another for a part of that other, which has ended, and never runs it.
 */
export function onceInRun<Value>(make: (word: string) => Promise<Value>): (word: string) => Promise<Value> {
  const made = new Map<string, { readonly value: Value }>();
  return async (word) => {
    const known = made.get(word) ?? { value: await make(word) };
    made.set(word, known);
    return known.value;
  };
}
