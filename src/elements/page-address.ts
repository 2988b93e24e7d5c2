/**
 * @param hash the fragment of an address, with or without `#`
 * @returns the decoded id; the text itself where its encoding is malformed
 */
export function idOfFragment(hash: string): string {
  const id = hash.replace(/^#/u, "");
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** @returns the target of the page’s address, or `null` */
export const addressedElement = (): HTMLElement | null => document.getElementById(idOfFragment(location.hash));
