import { preferredLanguage } from "./preferred-language.ts";

/**
 * Marks on the first page the language that the reader chose last, else the first of the browser's that the text is in.
 * It does not redirect, and nothing changes its place.
 */
export function markPreferred(): void {
  const chosen = preferredLanguage();
  const link =
    linkTo(chosen) ??
    navigator.languages.map((code) => linkTo(code) ?? linkTo(new Intl.Locale(code).language)).find(Boolean);
  if (!link) return;
  if (chosen === link.dataset["language"]) link.textContent = link.dataset["again"] ?? link.textContent;
  link.closest(".gateway-text")?.setAttribute("data-chosen", "");
}

const linkTo = (language: string | undefined): HTMLAnchorElement | null =>
  language === undefined ? null : document.querySelector(`a[data-language="${CSS.escape(language)}"]`);
