import { preferredLanguage } from "./preferred-language.ts";

/** Marks, among the texts of the first page, the one in the language that the reader chose before; it opens none by itself. */
const chosen = preferredLanguage();
const link = chosen && document.querySelector<HTMLAnchorElement>(`a[data-language="${CSS.escape(chosen)}"]`);
if (link) {
  link.textContent = link.dataset["again"] ?? link.textContent;
  link.closest(".gateway-text")?.setAttribute("data-chosen", "");
}
