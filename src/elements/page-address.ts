/**
 * @param hash the fragment of an address, with or without its `#`
 * @returns the id that it names; one that is not encoded as an address wants it is taken as it stands
 */
export function idOfFragment(hash: string): string {
  const id = hash.replace(/^#/u, "");
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** @returns the element that the page's address names, or `null` */
export const addressedElement = (): HTMLElement | null => document.getElementById(idOfFragment(location.hash));
