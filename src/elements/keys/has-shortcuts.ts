import { isTyping } from "../typing.ts";

/** @returns whether single keys are shortcuts: a reader can turn them off, whose speech or hands press others */
export const hasShortcuts = ({ target, isComposing, defaultPrevented }: KeyboardEvent): boolean =>
  !isComposing && !defaultPrevented && !isTyping(target) && !document.documentElement.dataset["keys"];
