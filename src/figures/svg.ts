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

/** Presentation attributes of a text's other end. */
const OTHER_END: Readonly<Record<string, string>> = { start: "end", end: "start", middle: "middle" };

/**
 * Mirrors a drawing for readers who read from right to left: time runs from the right, words stay as they are. A map is
 * not mirrored.
 */
export function mirrored(svg: Element): Element {
  const width = Number(svg.properties["width"]);
  const flip = (value: unknown) => round(width - Number(value));
  const flipIn = (node: Element): Element => {
    const { x, x1, x2, cx, d, width: own, textAnchor, className } = node.properties;
    const classes = [className ?? []].flat().map(String);
    const isText = node.tagName === "text";
    const anchor = String(textAnchor ?? "start");
    return {
      ...node,
      properties: {
        ...node.properties,
        ...(x !== undefined && { x: String(isText || own === undefined ? flip(x) : flip(Number(x) + Number(own))) }),
        ...(x1 !== undefined && { x1: String(flip(x1)) }),
        ...(x2 !== undefined && { x2: String(flip(x2)) }),
        ...(cx !== undefined && { cx: String(flip(cx)) }),
        ...(d !== undefined && { transform: `matrix(-1 0 0 1 ${width} 0)` }),
        ...(isText && {
          textAnchor: OTHER_END[anchor] ?? anchor,
          className: anchor === "start" ? [...classes, "end"] : classes.filter((name) => name !== "end"),
        }),
      },
      children: node.children.map((child) => (child.type === "element" ? flipIn(child) : child)),
    };
  };
  return { ...svg, children: svg.children.map((child) => (child.type === "element" ? flipIn(child) : child)) };
}

/**
 * @returns a drawing in which the beginning of a text is on its left, whatever is around it; each text runs from right to
 *   left in itself
 */
export function fromLeft(svg: Element): Element {
  const isolate = (node: Element): Element => ({
    ...node,
    children: node.children.map((child) => {
      if (child.type === "element") return isolate(child);
      return child.type === "text" ? { ...child, value: isolated(child.value) } : child;
    }),
  });
  return { ...isolate(svg), properties: { ...svg.properties, direction: "ltr" } };
}

/** @returns words from right to left for a place where they would run from left to right (UAX 9: RLI … PDI) */
export const isolated = (words: string): string => `\u2067${words}\u2069`;

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
