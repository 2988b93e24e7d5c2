import { preferredLanguage } from "./preferred-language.ts";

/** Marks the preferred language on the first page. It does not redirect. */
export function markPreferred(): void {
  const chosen = preferredLanguage();
  const link = chosen && document.querySelector<HTMLAnchorElement>(`a[data-language="${CSS.escape(chosen)}"]`);
  if (!link) return;
  link.textContent = link.dataset["again"] ?? link.textContent;
  link.closest(".gateway-text")?.setAttribute("data-chosen", "");
}
