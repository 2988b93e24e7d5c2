import { isTyping } from "../typing.ts";

/**
 * @param event where one does not write
 * @returns whether single keys are shortcuts: a reader can turn them off, whose speech or hands press others
 */
export const areShortcutsOn = ({ isComposing, defaultPrevented }: KeyboardEvent): boolean =>
  !isComposing && !defaultPrevented && !document.documentElement.dataset["keys"];

/** @returns whether a single key is a shortcut where it was pressed */
export const hasShortcuts = (event: KeyboardEvent): boolean => areShortcutsOn(event) && !isTyping(event.target);
