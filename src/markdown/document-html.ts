import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import type { DocumentContent, SectionDocument } from "./document.ts";
import { WRITTEN_ADDRESS } from "./written-addresses.ts";

/** HTML as it stands, or a component with what stands in it. */
export type HtmlPart = string | ComponentPart;

/** A component that the page puts in. */
export interface ComponentPart {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly children: readonly HtmlPart[];
}

/**
 * Writes a document as HTML with places for components. That is done once, however many pages show the section.
 *
 * @param isComponent whether an element of this name is a component too: a link, whose address depends on the page
 */
export function htmlParts(document: SectionDocument, isComponent: (tagName: string) => boolean): HtmlPart[] {
  const parts: HtmlPart[] = [];
  for (const child of document.children) writeNode(child, parts, isComponent);
  return parts;
}

function writeNode(node: DocumentContent, parts: HtmlPart[], isComponent: (tagName: string) => boolean): void {
  const write = (children: readonly DocumentContent[], into: HtmlPart[]) => {
    for (const child of children) writeNode(child, into, isComponent);
  };
  if (node.type === "component") {
    const children: HtmlPart[] = [];
    write(node.children, children);
    parts.push({ name: node.name, properties: node.properties, children });
  } else if (node.type === "element" && isComponent(node.tagName)) {
    const children: HtmlPart[] = [];
    write(node.children, children);
    parts.push({ name: node.tagName, properties: attributesOf(node), children });
  } else if (node.type === "element" && node.children.some((child) => holdsComponent(child, isComponent))) {
    const end = `</${node.tagName}>`;
    const empty = toHtml({ ...node, children: [] });
    append(parts, empty.slice(0, -end.length));
    write(node.children, parts);
    append(parts, end);
  } else append(parts, toHtml(node));
}

const holdsComponent = (node: DocumentContent, isComponent: (tagName: string) => boolean): boolean =>
  node.type === "component" ||
  (node.type === "element" &&
    (isComponent(node.tagName) || node.children.some((child) => holdsComponent(child, isComponent))));

function attributesOf({ properties }: Element): Record<string, string> {
  const texts = Object.entries(properties).flatMap(([name, value]) =>
    value === null || value === undefined || value === false
      ? []
      : [[name === "className" ? "class" : name, Array.isArray(value) ? value.join(" ") : String(value)] as const],
  );
  return Object.fromEntries(texts);
}

function append(parts: HtmlPart[], html: string): void {
  const last = parts.at(-1);
  if (typeof last === "string") parts[parts.length - 1] = last + html;
  else parts.push(html);
}

/** Elements and components that the sheet of blocks sets. */
const BLOCKS = /<(?:ul|ol|dl|pre|table|blockquote|hr|math|h[3-6]|div class="(?:block|verse|epigraph|table))/u;
const BLOCK_COMPONENTS = new Set(["Picture", "img"]);

/** @returns whether there is anything in the text beside paragraphs that a sheet of its own sets */
export const hasBlocks = (parts: readonly HtmlPart[]): boolean =>
  parts.some((part) =>
    typeof part === "string"
      ? BLOCKS.test(part)
      : BLOCK_COMPONENTS.has(part.name) || part.properties["class"] === WRITTEN_ADDRESS || hasBlocks(part.children),
  );
