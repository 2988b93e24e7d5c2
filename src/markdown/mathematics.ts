import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import temml from "temml";
import { visit } from "./visit.ts";

/** A formula that cannot be read. */
export interface MathProblem {
  /** What is wrong, in the words of the reader of TeX. */
  readonly what: string;
}

/**
 * @param tex the formula in TeX
 * @param display whether it stands on a line of its own
 * @returns the formula in MathML, which browsers and books show without a script and without a font; or what is wrong
 */
export function toMathMl(tex: string, display: boolean): Element | MathProblem {
  if (tex.trim() === "") return { what: "the formula is empty" };
  let markup: string;
  try {
    markup = temml.renderToString(tex, { displayMode: display, throwOnError: true, annotate: true });
  } catch (error) {
    return { what: messageOf(error) };
  }
  const tree = fromHtml(markup, { fragment: true });
  // The site's policy refuses styles in attributes; its sheet says how a formula looks.
  visit(tree, "element", ({ properties }) => {
    delete properties["style"];
  });
  const [element] = tree.children;
  return element?.type === "element" ? element : { what: "the formula is empty" };
}

/** The reader of TeX underlines the place in what it repeats of the formula, which the file shows better. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [what = message] = message.split(/ at (?:position \d+|end of input):/u);
  return what
    .replace(/^\s*(?:ParseError:\s*)?/u, "")
    .replaceAll(/\s+/gu, " ")
    .trim();
}
