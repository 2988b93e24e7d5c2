import type { ReadingStrings } from "../i18n/reading/strings.ts";
import { adoptStyles } from "./adopt-styles.ts";
import styles from "./overlays.css?inline";

/** Styles of everything that is shown over the text; importing this module adopts them once. */
adoptStyles(styles);

/** Screens on which what is opened is the screen itself. */
export const FILLS_SCREEN = "(width < 48rem) and (height < 24rem)";

/**
 * @param panel a popover that a press outside closes
 * @returns a button that closes it: who has no Escape and cannot aim outside has nothing else
 */
export function createPanelClose(panel: HTMLElement, { close }: Pick<ReadingStrings, "close">): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "panel-close";
  button.textContent = "×";
  button.ariaLabel = close;
  button.addEventListener("click", () => panel.hidePopover());
  return button;
}
