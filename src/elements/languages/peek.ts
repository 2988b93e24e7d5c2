import { adoptStyles } from "../adopt-styles.ts";
import { fetchPart } from "../fetch-part.ts";
import styles from "./peek.css?inline";

adoptStyles(styles);

/** Parts of a paragraph that belong to its page only. */
const APPARATUS = "[data-pagefind-ignore]";

const peeks = new WeakMap<HTMLAnchorElement, HTMLElement>();

/** Shows or hides the linked paragraph below the paragraph of the link. Follows the link where it cannot be loaded. */
export async function togglePeek(link: HTMLAnchorElement): Promise<void> {
  const open = peeks.get(link);
  if (open) {
    close(link, open);
    return;
  }
  const host = link.closest("[data-paragraph]");
  try {
    const content = await fetchParagraph(link);
    // A second click may have come while the page was loading.
    if (!host || peeks.has(link)) return;
    const peek = renderPeek(link, content);
    peeks.set(link, peek);
    host.append(peek);
    link.setAttribute("aria-expanded", "true");
    peek.focus({ preventScroll: true });
    peek.scrollIntoView({ block: "nearest" });
  } catch (error) {
    console.warn("The paragraph could not be loaded.", error);
    location.assign(link.href);
  }
}

function close(link: HTMLAnchorElement, peek: HTMLElement): void {
  const hadFocus = peek.contains(document.activeElement);
  peek.remove();
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

function renderPeek(link: HTMLAnchorElement, content: DocumentFragment): HTMLElement {
  const peek = document.createElement("aside");
  peek.className = "peek";
  peek.tabIndex = -1;
  peek.ariaLabel = link.ariaLabel;
  // It is not part of this page: the search ignores it.
  peek.dataset["pagefindIgnore"] = "";

  const words = document.createElement("div");
  words.lang = link.hreflang;
  words.append(content);

  const links = document.createElement("p");
  links.className = "peek-links";
  const whole = document.createElement("a");
  whole.href = link.href;
  whole.hreflang = link.hreflang;
  whole.lang = link.hreflang;
  whole.dataset["language"] = link.hreflang;
  whole.textContent = document.querySelector(`[data-language="${link.hreflang}"]`)?.textContent ?? link.textContent;
  const closing = document.createElement("button");
  closing.type = "button";
  closing.textContent = document.querySelector("[data-close]")?.textContent ?? "×";
  closing.addEventListener("click", () => close(link, peek));
  links.append(whole, closing);
  peek.append(words, links);

  const closeWithEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close(link, peek);
    link.focus();
  };
  peek.addEventListener("keydown", closeWithEscape);
  link.addEventListener("keydown", (event) => peeks.get(link) === peek && closeWithEscape(event));
  return peek;
}
