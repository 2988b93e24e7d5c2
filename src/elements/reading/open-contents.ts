import { loadStrings } from "../../i18n/load.ts";
import { leaveWithTab } from "../leave-with-tab.ts";
import { createPanelClose } from "../overlays.ts";
import { pageLanguage } from "../page-language.ts";

/**
 * Opens the contents as a popover, until a link is chosen or they are dismissed.
 *
 * @param link the link that opened them; the focus returns to it
 * @param signal aborted where they are not wanted any more
 */
export async function openContents(contents: HTMLElement, link: HTMLElement, signal: AbortSignal): Promise<void> {
  const strings = await loadStrings("reading", pageLanguage());
  if (signal.aborted) return;
  const stay = new AbortController();
  const close = createPanelClose(contents, strings);
  contents.prepend(close);
  contents.popover = "auto";
  contents.showPopover();
  const here = contents.querySelector<HTMLElement>("[aria-current], [data-current]");
  (here ?? contents.querySelector("a"))?.focus();
  let leads = false;
  contents.addEventListener(
    "click",
    ({ target }) => {
      leads = target instanceof Element && target.closest("a") !== null;
      contents.hidePopover();
    },
    { signal: stay.signal },
  );
  leaveWithTab(contents, () => link, stay.signal);
  contents.addEventListener(
    "toggle",
    ({ newState }) => {
      if (newState !== "closed") return;
      stay.abort();
      close.remove();
      const hadFocus = contents.contains(document.activeElement) || document.activeElement?.matches("body, main");
      // The attribute would hide the contents where they are shown beside the text.
      contents.removeAttribute("popover");
      // A link of the contents has taken the reader on; a press outside moves the focus to the text, if anywhere.
      if (hadFocus && !leads) link.focus();
    },
    { signal: stay.signal },
  );
}
