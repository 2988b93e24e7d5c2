import type { Element, ElementContent, Root as HastRoot, Nodes, Parents } from "hast";
import { toString as hastText } from "hast-util-to-string";
import type { BlockContent, Image, Root, RootContent } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { visit as visitMdast } from "unist-util-visit";
import { PICTURE_COMPONENT } from "../../markdown/frame-blocks.ts";
import { flowElement } from "../../markdown/jsx.ts";
import { isCaption } from "../caption-labels.ts";
import { append } from "../lists.ts";
import { classNames } from "./page-parts.ts";
import { SKIP, visit } from "./visit-hast.ts";

/** What programs and sites call the words under an image. */
const CAPTION_CLASS =
  /^(?:essay-caption|MsoCaption|(?:wp-)?caption(?:-text)?|image-?caption|figure-?caption|fig-?caption)$/iu;

/** What says and shows nothing: spaces, buttons that a script fills. */
const isBlank = (node: ElementContent | Nodes): boolean =>
  (node.type === "text" && node.value.trim() === "") ||
  node.type === "comment" ||
  (node.type === "element" && node.tagName !== "img" && hastText(node).trim() === "" && node.children.every(isBlank));

/** @returns the images of an element that holds nothing else */
function imagesAlone(node: Element): Element[] | undefined {
  if (!["p", "div", "a", "span", "center", "picture", "figure"].includes(node.tagName)) return undefined;
  const images: Element[] = [];
  for (const one of node.children) {
    if (isBlank(one) || (one.type === "element" && ["br", "source"].includes(one.tagName))) continue;
    if (one.type !== "element") return undefined;
    const inner = one.tagName === "img" ? [one] : imagesAlone(one);
    if (!inner) return undefined;
    append(images, inner);
  }
  return images.length > 0 ? images : undefined;
}

const isCaptionBlock = (node: Element): boolean =>
  ["p", "div", "figcaption"].includes(node.tagName) &&
  hastText(node).trim() !== "" &&
  (node.tagName === "figcaption" ||
    classNames(node).some((name) => CAPTION_CLASS.test(name)) ||
    isCaption(hastText(node).trim()));

/**
 * An image that stands alone and the caption beneath it are one figure, whoever wrote them: in `figure` and `figcaption`, in
 * two paragraphs, or in boxes that are named so.
 */
export function gatherFigures(tree: HastRoot): void {
  const walk = (parent: Parents): void => {
    const siblings = parent.children as ElementContent[];
    for (let index = 0; index < siblings.length; index += 1) {
      const node = siblings[index];
      if (node?.type !== "element") continue;
      const images = imagesAlone(node);
      if (!images) {
        const [quotation, source, ...others] = node.children.filter((one) => !isBlank(one));
        // What is written under a quotation says where it is from.
        if (
          node.tagName === "figure" &&
          quotation?.type === "element" &&
          quotation.tagName === "blockquote" &&
          source?.type === "element" &&
          source.tagName === "figcaption" &&
          others.length === 0
        ) {
          quotation.children.push({ ...source, tagName: "p", properties: {} });
          siblings[index] = quotation;
          continue;
        }
        if (node.tagName !== "figure") walk(node);
        continue;
      }
      const next = siblings.findIndex((one, at) => at > index && !isBlank(one));
      const caption = siblings[next];
      if (images.length !== 1 || caption?.type !== "element" || !isCaptionBlock(caption)) continue;
      const inner: Element = { ...caption, tagName: "figcaption", properties: {} };
      const figure: Element = { type: "element", tagName: "figure", properties: {}, children: [...images, inner] };
      siblings.splice(index, next - index + 1, figure);
    }
  };
  walk(tree);
}

/** The caption of a figure that holds nothing but a table is the table's. */
export function captionTables(tree: HastRoot): void {
  visit(tree, (node, index, parent) => {
    if (node.tagName !== "figure") return;
    const parts = node.children.filter((one): one is Element => !isBlank(one) && one.type === "element");
    const table = parts.find(({ tagName }) => tagName === "table");
    const caption = parts.find(({ tagName }) => tagName === "figcaption");
    const hasOwn = table?.children.some((one) => one.type === "element" && one.tagName === "caption");
    if (!table || !caption || hasOwn || parts.length !== 2) return;
    table.children.unshift({ ...caption, tagName: "caption" });
    (parent.children as ElementContent[])[index] = table;
  });
}

/** What stands under a table and names it, or is called its caption, stands over it, where an essay has it. */
export function setCaptionsFirst(tree: HastRoot): void {
  visit(tree, (node, index, parent) => {
    if (node.tagName !== "table") return undefined;
    const siblings = parent.children as ElementContent[];
    const next = siblings.findIndex((one, at) => at > index && !isBlank(one));
    const caption = siblings[next];
    const before = siblings.slice(0, index).findLast((one) => !isBlank(one));
    const isNamed = (one: ElementContent | undefined): one is Element =>
      one?.type === "element" && ["p", "div"].includes(one.tagName) && TABLE_NAME.test(hastText(one).trim());
    // What names the table after it is not this one's.
    const follower = siblings.slice(next + 1).find((one) => !isBlank(one));
    const isOfNext = follower?.type === "element" && follower.tagName === "table";
    if (!isNamed(caption) || isNamed(before) || isOfNext) return undefined;
    siblings.splice(next, 1);
    siblings.splice(index, 0, { ...caption, tagName: "p" });
    return SKIP;
  });
}

const TABLE_NAME = /^(?:表|Table|Tab\.|Tabelle|Tableau|Tabla|Tabella)[\s\u3000]?[\d０-９]{1,3}/u;

/** @returns the one image of a figure, and its caption */
export function partsOfFigure(figure: Element): { image: Element; caption: Element } | undefined {
  const images: Element[] = [];
  const captions: Element[] = [];
  visit(figure, (node) => {
    if (node.tagName === "img") images.push(node);
    if (node.tagName === "figcaption") captions.push(node);
  });
  const [image] = images;
  const [caption] = captions;
  if (!image || !caption || images.length > 1 || captions.length > 1) return undefined;
  const rest = figure.children.filter((one) => one !== caption && !isBlank(one));
  const isWhole = rest.every((one) => one === image || (one.type === "element" && imagesAlone(one)));
  return isWhole && hastText(caption).trim() !== "" ? { image, caption } : undefined;
}

/** A figure until its image is known to be there: the image, then the blocks of its caption. */
export const figureOf = (image: Image, caption: readonly BlockContent[]): MdxJsxFlowElement =>
  flowElement(PICTURE_COMPONENT, {}, [{ type: "paragraph", children: [image] }, ...caption]);

/**
 * Gives figures the form in which an essay's files write them. An image whose file is not there is none, and its caption
 * stands by itself.
 */
export function settleFigures(tree: Root): void {
  visitMdast(tree, "image", (image, index, parent) => {
    if (!parent || index === undefined || image.url !== "") return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  visitMdast(tree, "mdxJsxFlowElement", (node, index, parent) => {
    if (!parent || index === undefined || node.name !== PICTURE_COMPONENT || node.attributes.length > 0)
      return undefined;
    const [first, ...caption] = node.children;
    const image = first?.type === "paragraph" && first.children.length === 1 ? first.children[0] : undefined;
    const siblings = parent.children as RootContent[];
    if (image?.type === "image") {
      siblings[index] = flowElement(
        PICTURE_COMPONENT,
        { src: image.url, ...(image.alt && { alt: image.alt }) },
        caption as BlockContent[],
      );
      return index + 1;
    }
    const left = first?.type === "paragraph" && first.children.length === 0 ? caption : node.children;
    siblings.splice(index, 1, ...(left as RootContent[]));
    return index;
  });
}
