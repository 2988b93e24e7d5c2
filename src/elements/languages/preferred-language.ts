/** Where the browser keeps which language the reader chose last. */
const KEY = "edition";

/** @returns the language that the reader chose last; `undefined` where there is none or the browser keeps nothing */
export function preferredLanguage(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the reader's choice, where the browser lets a page keep something. */
export function savePreferredLanguage(language: string): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A choice that cannot be kept is no reason to stop the reader.
  }
}
