import type { Element, ElementContent } from "hast";
import type { Language } from "../essay/language.ts";
import { direction } from "../essay/scripts.ts";

/**
 * Gives what is marked as another language's its direction, where that is not the direction around it: quotation marks and
 * full stops of an English title stand on the wrong side in an Arabic sentence otherwise.
 *
 * @param nodes are changed
 * @param language of the text around them; where it is not known, left to right
 */
export function markDirections(nodes: readonly ElementContent[], language: Language | undefined): void {
  const around = language === undefined ? "ltr" : direction(language);
  for (const node of nodes) if (node.type === "element" || node.type === "component") markIn(node, around);
}

function markIn(node: Element | Extract<ElementContent, { type: "component" }>, around: "ltr" | "rtl"): void {
  const { lang, dir } = node.properties;
  let own = dir === "ltr" || dir === "rtl" ? dir : around;
  if (node.type === "element" && typeof lang === "string" && dir === undefined) {
    own = directionOf(lang) ?? around;
    if (own !== around) node.properties["dir"] = own;
  }
  for (const child of node.children) if (child.type === "element" || child.type === "component") markIn(child, own);
}

/** @returns the direction of a language; `undefined` where the author's tag is no tag */
function directionOf(tag: string): "ltr" | "rtl" | undefined {
  try {
    return direction(tag);
  } catch {
    return undefined;
  }
}
