import { join, relative } from "node:path";
import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import type { Problem } from "../essay/problem.ts";
import { visit } from "../markdown/visit.ts";
import { readText } from "./read-text.ts";

/** Shapes: what needs no other file, has no words, and runs nothing. */
const SHAPES: readonly string[] = ["circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "svg"];
/** A policy keeps out the first; the others lead out of the drawing, or are names that a page has already. */
const REFUSED = /^(?:style|class|className|id|href|xLinkHref|on[A-Z].*)$/u;

/**
 * Reads the drawing of the cover. It becomes a part of the page, so that its lines have the page's colours.
 *
 * @param name of the file in the essay's directory
 * @param directory the essay's, absolute
 * @param root the project's root; files are named relative to it in messages
 * @returns the drawing as HTML, or what is wrong with it
 */
export function readCover(
  name: string,
  directory: string,
  root: string,
): { readonly drawing: string } | { readonly problem: Problem } {
  const path = join(directory, name);
  const file = relative(root, path);
  const read = readText(path, file);
  if ("problem" in read) return read;
  const tree = fromHtml(read.text, { fragment: true, space: "svg" });
  const [svg, ...others] = tree.children.filter((child): child is Element => child.type === "element");
  if (svg?.tagName !== "svg" || others.length > 0 || !svg.properties["viewBox"])
    return {
      problem: {
        file,
        what: "this is no drawing: one <svg> with a viewBox is wanted",
        how: "Save the drawing as plain SVG, with a viewBox.",
      },
    };
  let problem: Problem | undefined;
  const refuse = (node: Element, what: string, how: string): void => {
    problem ??= { file, line: node.position?.start.line, what, how };
  };
  visit(svg, "element", (node: Element) => {
    node.children = node.children.filter(({ type }) => type === "element");
    if (!SHAPES.includes(node.tagName))
      refuse(node, `<${node.tagName}> cannot stand on the cover`, `Draw it with ${SHAPES.join(", ")} alone.`);
    for (const attribute of Object.keys(node.properties))
      if (REFUSED.test(attribute))
        refuse(
          node,
          `the attribute “${attribute}” cannot stand on the cover`,
          'Give looks as attributes, such as stroke="currentColor".',
        );
  });
  if (problem) return { problem };
  const { viewBox } = svg.properties;
  svg.properties = {
    ...svg.properties,
    viewBox,
    width: undefined,
    height: undefined,
    xmlns: undefined,
    ariaHidden: "true",
    className: ["cover-drawing"],
  };
  return { drawing: toHtml(svg, { space: "svg" }) };
}
