import { idOfFragment } from "./page-address.ts";

const pages = new Map<string, Promise<Document>>();

/**
 * Loads an element of another page of the site.
 *
 * @param link its address
 * @returns the element in a document of its own; each page is loaded once
 * @throws where page or element do not exist; the next call tries again
 */
export async function fetchPart(link: HTMLAnchorElement): Promise<HTMLElement> {
  const url = new URL(link.href);
  const id = idOfFragment(url.hash);
  url.hash = "";
  const loading = pages.get(url.href) ?? load(url.href);
  pages.set(url.href, loading);
  loading.catch(() => pages.delete(url.href));
  const part = (await loading).getElementById(id);
  if (!part) throw new Error(`${url.pathname} has no #${id}`);
  return part;
}

async function load(address: string): Promise<Document> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}
