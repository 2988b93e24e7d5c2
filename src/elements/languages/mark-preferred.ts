import { preferredAmong } from "./preferred-language.ts";

/**
 * Marks on the first page the language that the reader chose last, else the first of the browser's that the text is in.
 * It does not redirect, and nothing changes its place.
 */
export function markPreferred(): void {
  const link = preferredText();
  if (!link) return;
  link.closest(".gateway-text")?.setAttribute("data-chosen", "");
}

/** @returns on the first page, which is of no language, the links to the essay's texts; nothing on all others */
export const textsOfFirstPage = (): HTMLAnchorElement[] => [
  ...document.querySelectorAll<HTMLAnchorElement>("main a[data-enters]"),
];

/** @returns on the first page, the link to the text in the reader's language; nothing where it is in none of them */
export function preferredText(): HTMLAnchorElement | undefined {
  const links = textsOfFirstPage();
  const preferred = preferredAmong(links.map(({ dataset }) => dataset["language"] ?? ""));
  return links.find(({ dataset }) => dataset["language"] === preferred);
}
