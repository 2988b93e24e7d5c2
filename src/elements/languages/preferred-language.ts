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

/**
 * @param languages of the texts there are
 * @returns the one that the reader chose last, else the first of the browser's that is among them (RFC 4647, lookup);
 *   `undefined` where none is
 */
export function preferredAmong(languages: readonly string[]): string | undefined {
  const wanted = [preferredLanguage() ?? "", ...navigator.languages.flatMap(rangesOf)];
  return wanted.find((code) => languages.includes(code));
}

/** @returns the codes that a text for this reader may have, the closest first: `zh-CN`, `zh-Hans`, `zh` */
function rangesOf(code: string): string[] {
  const { language, script } = new Intl.Locale(code).maximize();
  return [code, `${language}-${script}`, language];
}
