import type { CitationBundle } from "../../citation/bundle.ts";

const bundles = new Map<string, Promise<CitationBundle>>();

/** @returns the address of a citation file in the language of the page */
export function citationFile(name: string): string {
  const link = document.querySelector<HTMLAnchorElement>("[data-cite] a[download]");
  return new URL(name, link?.href ?? location.href).href;
}

/**
 * @param name id of the section, or `full`
 * @returns its citation bundle, loaded once
 * @throws where it cannot be loaded; the next call tries again
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
