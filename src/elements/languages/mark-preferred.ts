import { preferredLanguage } from "./preferred-language.ts";

/**
 * Marks on the first page the language that the reader chose last, else the first of the browser's that the text is in.
 * It does not redirect, and nothing changes its place.
 */
export function markPreferred(): void {
  const link = preferredLink();
  if (!link) return;
  if (preferredLanguage() === link.dataset["language"]) link.textContent = link.dataset["again"] ?? link.textContent;
  link.closest(".gateway-text")?.setAttribute("data-chosen", "");
}

/** @returns on the first page, the link to the text in that language; nothing where it is in none */
export const preferredLink = (): HTMLAnchorElement | undefined =>
  linkTo(preferredLanguage()) ??
  navigator.languages
    .map((code) => linkTo(code) ?? linkTo(new Intl.Locale(code).language))
    .find((link) => link !== null);

const linkTo = (language: string | undefined): HTMLAnchorElement | null =>
  language === undefined ? null : document.querySelector(`a[data-language="${CSS.escape(language)}"]`);
