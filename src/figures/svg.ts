import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { stylesOf } from "./svg-styles.ts";

/** Properties by their hast names. */
type Attributes = Readonly<Record<string, string | number | readonly string[]>>;

/** @returns an SVG element with the attributes of its classes, which its own attributes override */
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

/** @returns a `<text>`; the classes `end` and `middle` set its anchor */
export const text = (className: string | readonly string[], x: number, y: number, words: string): Element =>
  element("text", { className: [className].flat(), x: round(x), y: round(y) }, words);

/**
 * Makes the root of a drawing. It is hidden from assistive technology: the figure has a text alternative and a table.
 *
 * @param width in user units, which are CSS pixels where the drawing is shown at this width
 * @param type font size, in user units
 * @param className which column width this drawing is for, where there are several of the same figure
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

/** @returns the words of a drawing that stand, in part at least, outside of it */
export function wordsOutside(svg: Element): string[] {
  const { width, height, fontSize } = svg.properties;
  const found: string[] = [];
  const look = (node: Element) => {
    for (const child of node.children) if (child.type === "element") look(child);
    if (node.tagName !== "text") return;
    const [words] = node.children.map((child) => (child.type === "text" ? child.value : ""));
    const [x, y, space] = [
      Number(node.properties["x"]),
      Number(node.properties["y"]),
      widthOf(words ?? "", Number(fontSize)),
    ];
    const classes = [node.properties["className"]].flat().map(String);
    const start = classes.includes("end") ? x - space : classes.includes("middle") ? x - space / 2 : x;
    const isInside = start >= -TOLERANCE && start + space <= Number(width) + TOLERANCE && y >= 0 && y <= Number(height);
    if (!isInside) found.push(words ?? "");
  };
  look(svg);
  return found;
}

/** How wide words are is an estimate: so many pixels may be wrong with it. */
const TOLERANCE = 12;

/** @returns the drawing as markup */
export const markup = (svg: Element): string => toHtml(svg, { space: "svg", closeEmptyElements: true });

/** @returns the number with one decimal, a tenth of a pixel */
export const round = (value: number): number => Math.round(value * 10) / 10;

/** @returns the approximate width of a text, in user units: 1 em for a CJK character, 0.6 em for any other */
export const widthOf = (words: string, size: number): number =>
  [...words].reduce((sum, letter) => sum + (/[\u2E80-\uFFEF]/u.test(letter) ? 1 : 0.6), 0) * size;
