import { chosenEdition } from "./preferred-language.ts";

/** Marks, among the editions of the first page, the one that the reader chose before; it opens none by itself. */
const chosen = chosenEdition();
const link = chosen && document.querySelector<HTMLAnchorElement>(`a[data-edition="${CSS.escape(chosen)}"]`);
if (link) {
  link.textContent = link.dataset["again"] ?? link.textContent;
  link.closest(".gateway-edition")?.setAttribute("data-chosen", "");
}
