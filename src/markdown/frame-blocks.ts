import type { BlockContent, Image, Paragraph, PhrasingContent, Root, RootContent, Table, Text } from "mdast";
import type { MdxJsxAttribute, MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { SKIP, visit } from "./visit.ts";

/** Names of the components that an author may set between paragraphs, beside what Markdown has. */
export const PICTURE_COMPONENT = "Picture";
export const TABLE_COMPONENT = "Table";
export const VERSE_COMPONENT = "Verse";
export const EPIGRAPH_COMPONENT = "Epigraph";

/** What begins the line that is a table's caption, as Pandoc writes it (Pandoc User's Guide, `table_captions`). */
export const TABLE_CAPTION = /^(?:(?:Table|表)\s*)?[:：]\s*/u;

/**
 * Gives a section's blocks the form that the pages, the books and the checks know: an image alone in its paragraph is a
 * picture with a caption, a table and the line `Table: …` beside it are one, lines of verse end where the author's end,
 * and comments are gone.
 */
export function frameBlocks(tree: Root): Root {
  removeComments(tree);
  frameIn(tree);
  visit(tree, "mdxJsxFlowElement", (element) => {
    if (element.name === VERSE_COMPONENT) breakLines(element);
    else if (element.name !== TABLE_COMPONENT) frameIn(element);
  });
  return tree;
}

function removeComments(tree: Root): void {
  visit(tree, "html", (node, index, parent) => {
    if (!parent || index === undefined || !node.value.startsWith("<!--")) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  // A paragraph that held a comment only is no paragraph.
  visit(tree, "paragraph", (node, index, parent) => {
    if (
      !parent ||
      index === undefined ||
      node.children.some((child) => child.type !== "text" || child.value.trim() !== "")
    )
      return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

type Container = Root | MdxJsxFlowElement;

function frameIn(container: Container): void {
  const blocks = container.children as RootContent[];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    const image = block && imageAlone(block);
    if (image) {
      blocks[index] = picture(image);
    } else if (block?.type === "table") {
      const [before, after] = [blocks[index - 1], blocks[index + 1]];
      const follows = after?.type === "paragraph" && takeCaption(after);
      const precedes = !follows && before?.type === "paragraph" && takeCaption(before);
      const first = precedes ? index - 1 : index;
      blocks.splice(first, follows || precedes ? 2 : 1, table(block, follows || precedes || undefined));
      index = first;
    }
  }
}

/** @returns the image, where a paragraph consists of nothing else */
function imageAlone(block: RootContent): Image | undefined {
  if (block.type !== "paragraph" || block.children.length !== 1) return undefined;
  const [image] = block.children;
  return image?.type === "image" ? image : undefined;
}

function picture({ url, alt, title, position }: Image): MdxJsxFlowElement {
  const caption: BlockContent[] = title
    ? [{ type: "paragraph", children: [{ type: "text", value: title }], ...(position && { position }) }]
    : [];
  return component(PICTURE_COMPONENT, { src: url, alt: alt ?? "" }, caption, position);
}

/** @returns the caption without what tells that it is one; the paragraph is taken apart */
function takeCaption(paragraph: Paragraph): PhrasingContent[] | undefined {
  const [first, ...rest] = paragraph.children;
  if (first?.type !== "text" || !TABLE_CAPTION.test(first.value)) return undefined;
  const text: Text = { ...first, value: first.value.replace(TABLE_CAPTION, "") };
  return text.value === "" ? rest : [text, ...rest];
}

const table = (rows: Table, caption: PhrasingContent[] | undefined): MdxJsxFlowElement =>
  component(
    TABLE_COMPONENT,
    {},
    [...(caption ? [{ type: "paragraph" as const, children: caption }] : []), rows],
    rows.position,
  );

function component(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: BlockContent[],
  position: MdxJsxFlowElement["position"],
): MdxJsxFlowElement {
  return {
    type: "mdxJsxFlowElement",
    name,
    attributes: Object.entries(attributes).map(
      ([key, value]): MdxJsxAttribute => ({ type: "mdxJsxAttribute", name: key, value }),
    ),
    children,
    ...(position && { position }),
  };
}

/** Ends a line of verse where the author ended it. */
function breakLines(verse: MdxJsxFlowElement): void {
  visit(verse, "text", (node, index, parent) => {
    if (!parent || index === undefined || !node.value.includes("\n")) return undefined;
    const parts = node.value
      .split("\n")
      .flatMap((line, at): PhrasingContent[] => [
        ...(at > 0 ? [{ type: "break" } as const] : []),
        ...(line === "" ? [] : [{ type: "text", value: line } as const]),
      ]);
    (parent.children as PhrasingContent[]).splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}
