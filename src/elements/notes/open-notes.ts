import { SETTINGS_EVENT } from "../reading/settings.ts";
import type { Opened } from "./note-popover.ts";

/**
 * Opens a note where its mark stands, and a term's definition where the term does. Where the essay's own notes are in the
 * margin, a mark leads to its note and a note back to its mark, and a page that shows both does not move.
 */
export function openNotesInPlace(): void {
  settleTerms();
  addEventListener(SETTINGS_EVENT, settleTerms);
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(LINKS) : null;
    if (!link) return;
    if (link.matches(".term")) {
      event.preventDefault();
      void openDefinition(link);
      return;
    }
    const target = document.getElementById(link.getAttribute("href")?.slice(1) ?? "");
    const body = target?.querySelector(".note-body");
    if (!target) return;
    if (document.documentElement.dataset["notes"] === "margin" && !target.closest(".editor-notes")) {
      stayWhereSeen(target);
    } else if (body && link.closest(".note-mark")) {
      event.preventDefault();
      void open(link, { kind: "note", body: body.cloneNode(true), href: link.hash });
    }
  });
}

const LINKS = ".note-mark a, .note-back a, a.term[href]";

/** Without the editors' additions a term is a word like any other; its link is kept for when they are wanted again. */
function settleTerms(): void {
  const isHidden = document.documentElement.dataset["annotations"] === "hidden";
  for (const term of document.querySelectorAll<HTMLAnchorElement>("a.term")) {
    const { href = "" } = term.dataset;
    if (isHidden && term.hasAttribute("href")) {
      term.dataset["href"] = term.getAttribute("href") ?? "";
      term.removeAttribute("href");
    } else if (!isHidden && href) term.href = href;
  }
}

async function open(link: HTMLAnchorElement, opened: Opened): Promise<void> {
  try {
    const { toggleInPlace } = await import("./note-popover.ts");
    await toggleInPlace(link, opened);
  } catch (error) {
    console.warn("What stands there could not be opened.", error);
    // Without a connection only what is on this page can be gone to.
    if (navigator.onLine || link.pathname === location.pathname) location.assign(link.href);
  }
}

/** The definition stands on the page of the glossary; where it cannot be had, that is said, with the way to it. */
async function openDefinition(link: HTMLAnchorElement): Promise<void> {
  let body: HTMLElement | undefined;
  try {
    const { fetchPart } = await import("../fetch-part.ts");
    const definition = (await fetchPart(link)).querySelector(".term-definition");
    if (!definition) throw new Error(`${link.href} leads to no definition`);
    body = document.createElement("div");
    body.className = "term-definition";
    body.append(...document.importNode(definition, true).childNodes);
  } catch (error) {
    console.warn("The definition could not be loaded.", error);
  }
  await open(link, { kind: "term", body, href: link.href });
}

/** The browser brings what a link leads to to the beginning of the screen; what is seen already belongs where it is. */
function stayWhereSeen(target: HTMLElement): void {
  const root = document.documentElement;
  const style = getComputedStyle(root);
  const { top, right, bottom, left } = target.getBoundingClientRect();
  const isSeen = top >= 0 && left >= 0 && bottom <= root.clientHeight && right <= root.clientWidth;
  const start = style.writingMode.startsWith("vertical") ? root.clientWidth - right : top;
  target.style.scrollMarginBlockStart = isSeen ? `${start - Number.parseFloat(style.scrollPaddingBlockStart)}px` : "";
}
