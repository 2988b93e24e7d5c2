import type { ReadingStrings } from "../i18n/reading/strings.ts";
import { adoptStyles } from "./adopt-styles.ts";
import styles from "./overlays.css?inline";

/** Styles of everything that is shown over the text; importing this module adopts them once. */
adoptStyles(styles);

/** Screens on which what is opened is the screen itself. */
export const FILLS_SCREEN = "(width < 48rem) and (height < 24rem)";

/**
 * @param panel a popover that a press outside closes
 * @returns a button that closes it; it is shown where the panel is the screen, so that there is no outside
 */
export function createPanelClose(panel: HTMLElement, { close }: Pick<ReadingStrings, "close">): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "panel-close";
  button.textContent = close;
  button.addEventListener("click", () => panel.hidePopover());
  return button;
}
