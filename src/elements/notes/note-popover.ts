import { direction } from "../../essay/scripts.ts";
import { loadStrings } from "../../i18n/load.ts";
import { adoptStyles } from "../adopt-styles.ts";
import { leaveWithTab } from "../leave-with-tab.ts";
import { FILLS_SCREEN } from "../overlays.ts";
import { pageLanguage } from "../page-language.ts";
import styles from "./note-popover.css?inline";

adoptStyles(styles);

/** Distance from the mark and the edges of the screen, in CSS pixels. */
const MARGIN = 12;
/** A popover may always take this share of the screen, even over the line of its mark. */
const LEAST_SHARE = 0.6;

/** The mark whose own popover was open when it was pressed; the press itself has closed that. */
let pressed: HTMLElement | undefined;
document.addEventListener(
  "pointerdown",
  ({ target }) => {
    pressed = target instanceof Node && open?.mark.contains(target) ? open.mark : undefined;
  },
  { capture: true },
);

let open: { readonly popover: HTMLElement; readonly mark: HTMLElement } | undefined;

/** What a popover shows. */
export interface Opened {
  readonly kind: "note" | "term";
  /** The content, which is moved into the popover; absent where it could not be loaded. */
  readonly body: Node | undefined;
  /** Address of the note in the list, or of the term in the glossary. */
  readonly href: string;
}

/**
 * Opens or closes the popover of a mark. It is dismissed by Escape, a press outside, or its button; the focus then
 * returns to the mark.
 *
 * @param signal aborted where the popover is not wanted any more
 * @throws where its strings cannot be loaded
 */
export async function toggleInPlace(
  mark: HTMLElement,
  { kind, body, href }: Opened,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return;
  const wasOpen = open?.mark === mark || pressed === mark;
  pressed = undefined;
  open?.popover.hidePopover();
  if (wasOpen) return;
  const strings = await loadStrings("notes", pageLanguage());
  if (signal.aborted) return;

  const popover = document.createElement("div");
  popover.className = "note-popover";
  // Editors' notes look different.
  popover.classList.toggle("editorial", mark.closest(".editor-mark") !== null);
  popover.popover = "auto";
  popover.setAttribute("role", "dialog");
  popover.ariaLabel = mark.ariaLabel ?? mark.textContent;
  popover.tabIndex = -1;
  popover.dataset["pagefindIgnore"] = "";
  const title = document.createElement("p");
  title.className = "note-popover-title";
  title.textContent = popover.ariaLabel;
  const words = document.createElement("div");
  words.append(body ?? strings.notLoaded);
  // Side by side, a mark may be in another language than the page.
  const { lang } = mark.closest<HTMLElement>("body [lang]") ?? {};
  for (const element of lang ? [title, ...(body ? [words] : [])] : []) {
    element.lang = lang ?? "";
    element.dir = direction(element.lang);
  }
  const links = document.createElement("p");
  links.className = "note-popover-links";
  const toList = document.createElement("a");
  toList.href = href;
  toList.textContent = strings.toList[kind];
  let leads = false;
  toList.addEventListener("click", () => {
    leads = true;
    // The browser takes the focus to the target of a fragment that can have it.
    if (href.startsWith("#")) document.getElementById(href.slice(1))?.setAttribute("tabindex", "-1");
    popover.hidePopover();
  });
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = strings.close;
  close.addEventListener("click", () => popover.hidePopover());
  links.append(toList, close);
  popover.append(title, words, links);

  leaveWithTab(popover, () => mark);
  const stay = new AbortController();
  popover.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    stay.abort();
    // A press outside moves the focus to the text, if anywhere.
    const hadFocus = popover.contains(document.activeElement) || document.activeElement?.matches("body, main");
    popover.remove();
    mark.removeAttribute("aria-expanded");
    if (open?.popover === popover) open = undefined;
    if (hadFocus && !leads) mark.focus({ preventScroll: true });
  });
  document.body.append(popover);
  mark.setAttribute("aria-expanded", "true");
  popover.showPopover();
  keepBeside(popover, mark, stay.signal);
  popover.focus({ preventScroll: true });
  open = { popover, mark };
}

/**
 * Places the popover after the line of the mark, or before it where there is more room, and keeps it there while the
 * page scrolls, within the screen.
 *
 * @param signal ends this when the popover closes
 */
function keepBeside(popover: HTMLElement, mark: HTMLElement, signal: AbortSignal): void {
  const isVertical = getComputedStyle(mark).writingMode.startsWith("vertical");
  let goesAfter: boolean | undefined;

  const place = () => {
    if (matchMedia(FILLS_SCREEN).matches) {
      popover.removeAttribute("style");
      return;
    }
    const box = mark.getBoundingClientRect();
    const { width, height } = screenSize(isVertical);
    const room = isVertical
      ? { before: width - box.right - 2 * MARGIN, after: box.left - 2 * MARGIN }
      : { before: box.top - 2 * MARGIN, after: height - box.bottom - 2 * MARGIN };
    if (goesAfter === undefined) {
      const size = Math.max(room.before, room.after, LEAST_SHARE * (isVertical ? width : height));
      popover.style.maxBlockSize = `${size}px`;
      goesAfter = (isVertical ? popover.offsetWidth : popover.offsetHeight) <= room.after || room.after >= room.before;
    }
    const { offsetWidth, offsetHeight } = popover;
    const clamp = (value: number, size: number, all: number) => Math.max(MARGIN, Math.min(value, all - size - MARGIN));
    const [left, top] = isVertical
      ? [goesAfter ? box.left - MARGIN - offsetWidth : box.right + MARGIN, box.top]
      : [box.left + (box.width - offsetWidth) / 2, goesAfter ? box.bottom + MARGIN : box.top - MARGIN - offsetHeight];
    popover.style.left = `${clamp(left, offsetWidth, width)}px`;
    popover.style.top = `${clamp(top, offsetHeight, height)}px`;
  };
  const placeAnew = () => {
    goesAfter = undefined;
    place();
  };
  place();
  addEventListener("scroll", place, { signal, passive: true });
  addEventListener("resize", placeAnew, { signal });
}

/** @returns the size of the viewport without scrollbars and their gutter */
function screenSize(isVertical: boolean): { width: number; height: number } {
  const { documentElement: root, body } = document;
  return isVertical
    ? { width: root.clientWidth, height: body.clientHeight }
    : { width: body.clientWidth, height: root.clientHeight };
}
