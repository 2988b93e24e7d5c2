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
