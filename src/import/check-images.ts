import type { Image, Paragraph, Root, RootContent } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { visit } from "unist-util-visit";
import { inspectImage } from "../integrations/images.ts";
import { PICTURE_COMPONENT } from "../markdown/frame-blocks.ts";
import type { Findings } from "./findings.ts";
import type { ManuscriptImage } from "./manuscript.ts";

/**
 * Takes images out of a text that no program can show, as an essay with one does not build. Their captions stay, and each is
 * told.
 *
 * @returns the images that are sound
 */
export async function takeOutBroken(
  images: readonly ManuscriptImage[],
  tree: Root,
  findings: Findings,
): Promise<ManuscriptImage[]> {
  const sound: ManuscriptImage[] = [];
  for (const image of images) {
    const inspected = await inspectImage(image.bytes, image.name.split("/").at(-1) ?? image.name);
    if (!("what" in inspected)) {
      sound.push(image);
      continue;
    }
    takeOut(image.name, tree);
    findings.open.push({
      place: image.name,
      text: `${inspected.what}, and was left out: it is damaged in the manuscript. Put a sound one into the essay's directory and name it in the text`,
    });
  }
  return sound;
}

function takeOut(name: string, tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const siblings = parent.children as RootContent[];
    if (node.type === "image" && node.url === name) siblings.splice(index, 1);
    else if (isPictureOf(node as RootContent, name)) siblings.splice(index, 1, ...(node as Paragraph).children);
    else if (node.type === "paragraph" && node.children.every((one) => isImageOf(one, name))) siblings.splice(index, 1);
    else return undefined;
    return index;
  });
}

const isImageOf = (node: { readonly type: string }, name: string): boolean =>
  node.type === "image" && (node as Image).url === name;

function isPictureOf(node: RootContent, name: string): boolean {
  if ((node.type as string) !== "mdxJsxFlowElement") return false;
  const { name: component, attributes } = node as unknown as MdxJsxFlowElement;
  return (
    component === PICTURE_COMPONENT &&
    attributes.some((one) => one.type === "mdxJsxAttribute" && one.name === "src" && one.value === name)
  );
}
