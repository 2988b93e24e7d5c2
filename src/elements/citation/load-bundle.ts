import type { CitationBundle } from "../../citation/bundle.ts";

const bundles = new Map<string, Promise<CitationBundle>>();

/** @returns the address of a file of citations beside the page's own */
export function citationFile(name: string): string {
  const link = document.querySelector<HTMLAnchorElement>("[data-cite] a[download]");
  return new URL(name, link?.href ?? location.href).href;
}

/**
 * @param name the section's id, or that of the whole
 * @returns its citations, loaded once
 * @throws where they cannot be loaded; the next call tries again
 */
export function loadBundle(name: string): Promise<CitationBundle> {
  const known = bundles.get(name);
  if (known) return known;
  const loading = fetch(citationFile(`${name}.json`)).then(async (response) => {
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
    return (await response.json()) as CitationBundle;
  });
  bundles.set(name, loading);
  loading.catch(() => bundles.delete(name));
  return loading;
}
