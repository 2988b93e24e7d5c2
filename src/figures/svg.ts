import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { stylesOf } from "./svg-styles.ts";

/** Properties by the names that hast gives them. */
type Attributes = Readonly<Record<string, string | number | readonly string[]>>;

/** @returns an element of SVG that looks as its classes do, unless its attributes say more */
export function element(
  tagName: string,
  attributes: Attributes,
  ...children: readonly (ElementContent | string | undefined)[]
): Element {
  const { className = [] } = attributes;
  return {
    type: "element",
    tagName,
    properties: Object.fromEntries(
      Object.entries({ ...stylesOf([className].flat().map(String)), ...attributes }).map(([name, value]) => [
        name,
        typeof value === "object" ? [...value] : String(value),
      ]),
    ),
    children: children
      .filter((child) => child !== undefined)
      .map((child) => (typeof child === "string" ? { type: "text", value: child } : child)),
  };
}

/** @returns a line of text; `className` says what it names, and `end` or `middle` where its place is */
export const text = (className: string | readonly string[], x: number, y: number, words: string): Element =>
  element("text", { className: [className].flat(), x: round(x), y: round(y) }, words);

/**
 * A drawing without words for those who do not see it: what it shows is said beside it.
 *
 * @param width of its own units, which are pixels where it is shown in this width
 * @param type size of its letters
 * @param className where more than one drawing shows the same, which width of the column this one is for
 */
export const drawing = (
  width: number,
  height: number,
  type: number,
  children: readonly ElementContent[],
  className?: "wide" | "narrow",
): Element =>
  element(
    "svg",
    {
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width: round(width),
      height: round(height),
      fill: "var(--ink)",
      fontSize: type,
      ...(className && { className: [className] }),
      ariaHidden: "true",
    },
    ...children,
  );

/** @returns the drawing as it stands in a page */
export const markup = (svg: Element): string => toHtml(svg, { space: "svg", closeEmptyElements: true });

/** @returns the number with one decimal, a tenth of a pixel */
export const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * @param language decides on the width of letters: a Japanese one is as wide as the type is large, a Latin one
 *   somewhat more than half
 * @returns about how wide the words are, in units of the drawing
 */
export const widthOf = (words: string, size: number): number =>
  [...words].reduce((sum, letter) => sum + (/[\u2E80-\uFFEF]/u.test(letter) ? 1 : 0.6), 0) * size;
