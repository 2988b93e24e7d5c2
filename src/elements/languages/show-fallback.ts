import {
  hasFallback,
  languageAttributes,
  partsOf,
  SAID_ATTRIBUTES,
  type TextPart,
  withoutFallbackSigns,
} from "../../i18n/fallback.ts";

let isShowing = false;

/**
 * Says the language of words that scripts show in the fallback language. Loaded with strings of a language that lacks
 * some; the words are marked before they are painted.
 */
export function showFallback(): void {
  if (isShowing) return;
  isShowing = true;
  new MutationObserver((records) => {
    for (const { target, type, addedNodes } of records) {
      if (type === "attributes") settleAttributes(target as Element);
      else for (const node of type === "characterData" ? [target] : addedNodes) settle(node);
    }
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: [...SAID_ATTRIBUTES],
  });
}

function settle(node: Node): void {
  if (node instanceof Element) settleAttributes(node);
  for (const child of [...node.childNodes]) settle(child);
  if (!(node instanceof Text) || !hasFallback(node.data)) return;
  node.replaceWith(...elementsOf(partsOf(node.data)));
}

const elementsOf = (parts: readonly TextPart[]): (string | Element)[] =>
  parts.map((part) => {
    if (typeof part === "string") return part;
    const span = document.createElement("span");
    Object.assign(span, languageAttributes(part.language));
    span.append(...elementsOf(part.parts));
    return span;
  });

function settleAttributes(element: Element): void {
  for (const name of SAID_ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (!value || !hasFallback(value)) continue;
    const said = partsOf(value).find((part) => typeof part !== "string");
    element.setAttribute(name, withoutFallbackSigns(value));
    // An element with words of its own keeps their language.
    if (said && !/\p{L}/u.test(element.textContent) && !element.hasAttribute("lang"))
      element.setAttribute("lang", said.language);
  }
}
