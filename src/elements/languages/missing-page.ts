import { closest } from "../../essay/closest.ts";
import { linkTo } from "../link-to.ts";

/** Parameter with the address that has no page. */
const ADDRESS = "for";

/** Leads from the page for what is missing to that of the language in whose folder the address is. */
export function leadToLanguage(): void {
  const { pathname, search, hash } = location;
  const sections = [...document.querySelectorAll<HTMLElement>("[data-missing]")];
  const own = sections.find(({ dataset }) => pathname.startsWith(dataset["folder"] ?? "?"));
  const page = own?.dataset["missing"];
  if (!page || pathname === page) return;
  location.replace(`${page}?${new URLSearchParams({ [ADDRESS]: pathname + search + hash })}`);
}

/** Shows the address that has no page, so that a slip in it can be seen and mended. */
export function keepAddress(): void {
  const missing = new URLSearchParams(location.search).get(ADDRESS);
  // An address of this site, and not one that begins with another host’s name.
  if (missing && /^\/(?!\/)/u.test(missing)) history.replaceState(null, "", missing);
}

/** A part of an address of fewer letters is in too many others. */
const LEAST_LETTERS = 4;

/** Names the pages of each text on the page whose addresses end like the one that has no page, where there are any. */
export function nameNearest(): void {
  const written = lastPart(location.pathname);
  for (const place of document.querySelectorAll<HTMLElement>("[data-nearest]")) {
    const links = [...(place.parentElement?.querySelectorAll<HTMLAnchorElement>("a[href]") ?? [])];
    const pages = new Map(
      links.map(({ href, pathname, textContent: name }) => [
        lastPart(pathname),
        () => linkTo(href, (name ?? "").trim().replaceAll(/\s+/gu, " ")),
      ]),
    );
    const misspelt = closest(written, pages.keys());
    const isPartOf = (part: string, whole: string) => part.length >= LEAST_LETTERS && whole.includes(part);
    const near = [...pages.keys()].filter(
      (name) => name === misspelt || isPartOf(name, written) || isPartOf(written, name),
    );
    place.hidden = near.length === 0;
    for (const name of near) place.append(" ", pages.get(name)?.() ?? "");
  }
}

/** @returns the last part of a path, as it is written: `przewodow` of `/en/Przewodow.html` */
function lastPart(path: string): string {
  const part = path.split("/").filter(Boolean).at(-1) ?? "";
  try {
    return decodeURIComponent(part)
      .replace(/\.html?$/u, "")
      .toLowerCase();
  } catch {
    return part;
  }
}
