import { closest } from "../../essay/closest.ts";
import { linkTo } from "../link-to.ts";
import { preferredAmong } from "./preferred-language.ts";

/** Parameter with the address that has no page. */
const ADDRESS = "for";

/**
 * Leads from the page for what is missing to that of the language in whose folder the address is; from an address in none
 * of them, to that of the reader's.
 */
export function leadToLanguage(): void {
  const { pathname, search, hash } = location;
  const texts = [...document.querySelectorAll<HTMLElement>("[data-missing]")].map(({ dataset }) => dataset);
  const own = texts.find(({ folder }) => folder && pathname.toLowerCase().startsWith(folder.toLowerCase()));
  const preferred = preferredAmong(texts.map(({ language }) => language ?? ""));
  const { missing: page } = own ?? texts.find(({ language }) => language === preferred) ?? {};
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

/**
 * Names the pages of each text on the page whose addresses end like the one that has no page, where there are any; else
 * like what stands before its end (`/en/przewodow/p13`). What was asked for there goes along.
 */
export function nameNearest(): void {
  const { pathname } = location;
  const page = [...document.querySelectorAll<HTMLAnchorElement>(".site-title a, main .contents a[href]")].find(
    (link) =>
      link.pathname !== pathname && link.pathname.toLowerCase() === pathname.toLowerCase().replace(/\/?$/u, "/"),
  );
  // Only its letters are written otherwise.
  if (page) {
    location.replace(page.pathname + location.search + location.hash);
    return;
  }
  const written = partsOf(location.pathname).reverse();
  const asked = location.search + location.hash;
  for (const place of document.querySelectorAll<HTMLElement>("[data-nearest]")) {
    const links = [...(place.parentElement?.querySelectorAll<HTMLAnchorElement>("a[href]") ?? [])];
    const pages = new Map(
      links.map(({ href, pathname, textContent: name }) => [
        partsOf(pathname).at(-1) ?? "",
        () => linkTo(`${href}${asked}`, (name ?? "").trim().replaceAll(/\s+/gu, " ")),
      ]),
    );
    const near = written.map((part) => namesLike(part, [...pages.keys()])).find(({ length }) => length > 0) ?? [];
    place.hidden = near.length === 0;
    for (const name of near) place.append(" ", pages.get(name)?.() ?? "");
  }
}

/** @returns the names that a part of an address is in, that are in it, or that it may be misspelt for */
function namesLike(part: string, names: readonly string[]): string[] {
  const misspelt = closest(part, names);
  const isPartOf = (one: string, whole: string) => one.length >= LEAST_LETTERS && whole.includes(one);
  return names.filter((name) => name === misspelt || isPartOf(name, part) || isPartOf(part, name));
}

/** @returns the parts of a path, as they are written: `en`, `przewodow` of `/en/Przewodow.html` */
const partsOf = (path: string): string[] =>
  path
    .split("/")
    .filter(Boolean)
    .map((part) => {
      try {
        return decodeURIComponent(part)
          .replace(/\.html?$/u, "")
          .toLowerCase();
      } catch {
        return part;
      }
    });
