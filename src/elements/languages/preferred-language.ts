/** Key in localStorage. */
const KEY = "edition";

/** @returns the language that the reader chose last; `undefined` without one or without storage */
export function preferredLanguage(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Saves the choice, if there is storage. */
export function savePreferredLanguage(language: string): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Without storage the choice is lost; the link still works.
  }
}
