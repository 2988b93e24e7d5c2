import { direction } from "../../essay/scripts.ts";
import { adoptStyles } from "../adopt-styles.ts";
import { fetchPart } from "../fetch-part.ts";
import styles from "./peek.css?inline";

adoptStyles(styles);

/** Parts of a paragraph that belong to its page only. */
const APPARATUS = "[data-pagefind-ignore]";

/** Open peeks by their links. */
const peeks = new WeakMap<HTMLAnchorElement, Peek>();

interface Peek {
  readonly element: HTMLElement;
  /** Is aborted when the peek closes. */
  readonly stay: AbortController;
}

/**
 * Shows or hides the linked paragraph below the paragraph of the link.
 *
 * @param signal aborted where the result is not wanted any more
 * @throws where the paragraph cannot be loaded
 */
export async function togglePeek(link: HTMLAnchorElement, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  if (peeks.has(link)) {
    close(link);
    return;
  }
  const host = link.closest("[data-paragraph]");
  const content = await fetchParagraph(link);
  if (signal.aborted || !host) return;
  const stay = new AbortController();
  const element = renderPeek(link, content, stay.signal);
  peeks.set(link, { element, stay });
  host.append(element);
  link.setAttribute("aria-expanded", "true");
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}

function close(link: HTMLAnchorElement): void {
  const { element, stay } = peeks.get(link) ?? {};
  const hadFocus = element?.contains(document.activeElement);
  stay?.abort();
  element?.remove();
  peeks.delete(link);
  link.setAttribute("aria-expanded", "false");
  if (hadFocus) link.focus();
}

async function fetchParagraph(link: HTMLAnchorElement): Promise<DocumentFragment> {
  const paragraph = await fetchPart(link);
  const content = document.createDocumentFragment();
  content.append(...[...paragraph.children].map((child) => document.importNode(child, true)));
  for (const element of content.querySelectorAll(APPARATUS)) element.remove();
  for (const element of content.querySelectorAll("[id]")) element.removeAttribute("id");
  return content;
}

function renderPeek(link: HTMLAnchorElement, content: DocumentFragment, signal: AbortSignal): HTMLElement {
  const peek = document.createElement("aside");
  peek.className = "peek";
  peek.tabIndex = -1;
  // It is not part of this page: the search ignores it.
  peek.dataset["pagefindIgnore"] = "";

  const words = document.createElement("div");
  words.lang = link.hreflang;
  words.dir = direction(link.hreflang);
  words.append(content);

  const links = document.createElement("p");
  links.className = "peek-links";
  const whole = document.createElement("a");
  whole.href = link.href;
  whole.hreflang = link.hreflang;
  whole.lang = link.hreflang;
  whole.dataset["language"] = link.hreflang;
  whole.textContent = link.matches(".revised")
    ? link.ariaLabel
    : (document.querySelector(`[data-language="${link.hreflang}"]`)?.textContent ?? link.textContent);
  const { paragraph = "" } = link.closest<HTMLElement>("[data-paragraph]")?.dataset ?? {};
  peek.ariaLabel = `${whole.textContent} ¶${paragraph}`;
  const closing = document.createElement("button");
  closing.type = "button";
  closing.textContent = document.querySelector("[data-close]")?.textContent ?? "×";
  closing.addEventListener("click", () => close(link));
  links.append(whole, closing);
  peek.append(words, links);

  const closeWithEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close(link);
    link.focus();
  };
  for (const element of [peek, link]) element.addEventListener("keydown", closeWithEscape, { signal });
  return peek;
}
