import type { Element, ElementContent, RootContent as HastContent, Root as HastRoot } from "hast";
import { fromHtml } from "hast-util-from-html";
import { defaultHandlers, type Handle, toMdast } from "hast-util-to-mdast";
import { toString as hastText } from "hast-util-to-string";
import type { BlockContent, Heading, Image, Nodes, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { visit } from "unist-util-visit";
import { flowElement, textElement } from "../../markdown/jsx.ts";
import { excerpt, type Findings } from "../findings.ts";
import { append } from "../lists.ts";
import { figureOf, partsOfFigure } from "./figures.ts";
import { isHtmlName } from "./html-names.ts";

/** Elements of running text that Markdown has no sign for and an essay's file holds as they are. */
const KEPT_INLINE = [
  "sup",
  "sub",
  "cite",
  "q",
  "u",
  "small",
  "abbr",
  "dfn",
  "bdi",
  "bdo",
  "ins",
  "mark",
  "kbd",
  "samp",
] as const;
/** Attributes that say something about the words. */
const KEPT_ATTRIBUTES: Readonly<Record<string, string>> = {
  lang: "lang",
  xmlLang: "lang",
  "xml:lang": "lang",
  dir: "dir",
  title: "title",
  dateTime: "datetime",
};

function attributes(node: Element): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, key] of Object.entries(KEPT_ATTRIBUTES)) {
    const value = node.properties[name];
    if (typeof value === "string" && value !== "") kept[key] = value;
  }
  return kept;
}

const inline =
  (name: string): Handle =>
  (state, node) =>
    textElement(name, attributes(node), state.all(node) as PhrasingContent[]) as never;

const ruby: Handle = (_state, node) => {
  // Base and reading alternate; a run may have its own `rb`, and several readings come at its end.
  const parts: PhrasingContent[] = [];
  const say = (name: string, value: string) => textElement(name, {}, [{ type: "text", value }]);
  const add = (children: readonly ElementContent[]): void => {
    for (const child of children) {
      if (child.type === "text") parts.push({ type: "text", value: child.value });
      if (child.type !== "element" || child.tagName === "rp") continue;
      if (child.tagName === "rt") parts.push(say("rp", "（"), say("rt", hastText(child)), say("rp", "）"));
      else if (child.tagName === "rtc") add(child.children);
      else if (child.tagName === "rb") add(child.children);
      else append(parts, htmlPhrasing(child) as PhrasingContent[]);
    }
  };
  add(node.children);
  return textElement("ruby", {}, parts) as never;
};

const span: Handle = (state, node) => {
  const kept = attributes(node);
  const children = state.all(node) as PhrasingContent[];
  const style = String(node.properties["style"] ?? "");
  const classes = (Array.isArray(node.properties["className"]) ? node.properties["className"] : []).map(String);
  if (
    classes.some((name) => /^(?:em-?(?:sesame|dot|boten|line)|sesame|boten|bouten|emphasis-dots)/u.test(name)) ||
    /text-emphasis(?:-style)?\s*:\s*(?!none)/u.test(style)
  )
    return { type: "emphasis", children } as never;
  if (/font-style\s*:\s*italic/u.test(style)) return { type: "emphasis", children } as never;
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/u.test(style)) return { type: "strong", children } as never;
  if (/text-decoration[^;]*line-through/u.test(style)) return { type: "delete", children } as never;
  const raised = /vertical-align\s*:\s*(?<how>super|sub)(?!\w)/u.exec(style)?.groups?.["how"];
  if (raised) return textElement(raised === "sub" ? "sub" : "sup", {}, children) as never;
  return Object.keys(kept).length > 0 ? (textElement("span", kept, children) as never) : (children as never);
};

/** A table's caption stands before it, as a paragraph of its own. */
const table: Handle = (state, node, parent) => {
  const caption = node.children.find(
    (child): child is Element => child.type === "element" && child.tagName === "caption",
  );
  const base = defaultTable(
    state,
    { ...node, children: node.children.filter((child) => child !== caption) } as Element,
    parent,
  );
  if (!caption) return base;
  const words: Paragraph = {
    type: "paragraph",
    children: phrasing(state.all(caption) as Nodes[]),
    data: { isTableCaption: true },
  };
  return [words, base] as never;
};

const defaultTable = defaultHandlers.table as Handle;

/** A cell holds running text alone: what were blocks in it stand one under the other. */
const cell: Handle = (state, node, parent) => {
  const base = (defaultHandlers.td as Handle)(state, node, parent) as { children: Nodes[] };
  return { ...base, children: lines(base.children) } as never;
};

/** @returns blocks as a table's cell holds them: one under the other in running text */
export const cellContent = (nodes: readonly Nodes[]): PhrasingContent[] => lines(nodes);

function lines(nodes: readonly Nodes[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const isBlock = ["paragraph", "list", "listItem", "blockquote", "heading", "code", "table"].includes(node.type);
    if (!isBlock) {
      result.push(node.type === "break" ? textElement("br", {}) : (node as PhrasingContent));
      continue;
    }
    const inner =
      "children" in node
        ? lines(node.children as Nodes[])
        : [{ type: "text" as const, value: "value" in node ? node.value : "" }];
    if (inner.length === 0) continue;
    if (result.length > 0) result.push(textElement("br", {}));
    append(result, inner);
  }
  return result;
}

const definitionList: Handle = (state, node) => {
  const entries: MdxJsxFlowElement[] = [];
  const walk = (children: readonly (ElementContent | HastContent)[]) => {
    for (const child of children) {
      if (child.type !== "element") continue;
      if (child.tagName === "div") walk(child.children);
      else if (child.tagName === "dt")
        entries.push(flowElement("dt", {}, [{ type: "paragraph", children: phrasing(state.all(child) as Nodes[]) }]));
      else if (child.tagName === "dd")
        entries.push(flowElement("dd", {}, state.toFlow(state.all(child)) as BlockContent[]));
    }
  };
  walk(node.children);
  return flowElement("dl", {}, entries as never[]) as never;
};

/** @returns inline content, the paragraphs that blocks had been joined */
function phrasing(nodes: readonly Nodes[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === "paragraph") return node.children;
    if ("children" in node && ["blockquote", "list", "listItem"].includes(node.type))
      return phrasing(node.children as Nodes[]);
    return [node as PhrasingContent];
  });
}

const mathElement = (node: Element): MdxJsxTextElement =>
  textElement(
    node.tagName,
    node.tagName === "math" && node.properties["display"] === "block" ? { display: "block" } : {},
    node.children.flatMap((child): PhrasingContent[] =>
      child.type === "text"
        ? child.value.trim() === ""
          ? []
          : [{ type: "text", value: child.value.trim() }]
        : child.type === "element" && !/^annotation/u.test(child.tagName)
          ? [mathElement(child)]
          : [],
    ),
  );

/** A place with a name is no link. */
const anchor: Handle = (state, node, parent) =>
  node.properties["href"]
    ? (defaultHandlers.a as Handle)(state, node, parent)
    : (state.all(node) as ReturnType<Handle>);

/** Keeps where links lead to. */
const heading: Handle = (state, node, parent) => {
  const base = (defaultHandlers.h1 as Handle)(state, node, parent) as Heading;
  const place = node.properties["dataPlace"];
  return typeof place === "string" ? { ...base, data: { ...base.data, place } } : base;
};

/** An image with its caption is a figure; what else is called so is what it holds. */
const figure: Handle = (state, node) => {
  const parts = partsOfFigure(node);
  const image = parts && (defaultHandlers.img as Handle)(state, parts.image, undefined);
  return parts && image
    ? (figureOf(image as Image, state.toFlow(state.all(parts.caption)) as BlockContent[]) as never)
    : (state.all(node) as never);
};

const handlers: Record<string, Handle> = {
  ...Object.fromEntries(KEPT_INLINE.map((name) => [name, inline(name)])),
  ...Object.fromEntries(["h1", "h2", "h3", "h4", "h5", "h6"].map((name) => [name, heading])),
  a: anchor,
  ruby,
  span,
  font: span,
  dl: definitionList,
  table,
  td: cell,
  th: cell,
  figure,
  math: ((_state, node) => (hastText(node).trim() === "" ? undefined : mathElement(node))) as Handle,
  var: ((state, node) => ({ type: "emphasis", children: state.all(node) })) as Handle,
  tt: ((state, node) => ({ type: "inlineCode", value: hastText(node), ...(state && {}) })) as Handle,
  wbr: (() => undefined) as unknown as Handle,
  menu: ((state, node) => (state.handlers["ul"] as Handle)(state, { ...node, tagName: "ul" }, undefined)) as Handle,
  // What a form or a player shows is not the essay's text.
  ...Object.fromEntries(
    [
      "iframe",
      "audio",
      "video",
      "object",
      "embed",
      "input",
      "select",
      "textarea",
      "svg",
      "canvas",
      "script",
      "style",
      "noscript",
      "template",
    ].map((name) => [name, (() => undefined) as unknown as Handle]),
  ),
  "essay-note": ((_state, node) => ({
    type: "footnoteReference",
    identifier: String(node.properties["label"]),
    label: String(node.properties["label"]),
  })) as Handle,
  "essay-note-text": ((state, node) => ({
    type: "footnoteDefinition",
    identifier: String(node.properties["label"]),
    label: String(node.properties["label"]),
    children: state.toFlow(state.all(node)),
  })) as Handle,
  "essay-formula": ((_state, node) => {
    const value = node.children
      .map((child) => (child.type === "text" ? child.value : ""))
      .join("")
      .trim();
    return { type: "inlineMath", value, ...(node.properties["display"] === "block" && { data: { isDisplay: true } }) };
  }) as Handle,
  "essay-dropped": (() => undefined) as unknown as Handle,
  "essay-quotation": ((state, node) =>
    flowElement("Quotation", {}, state.toFlow(state.all(node)) as BlockContent[])) as Handle,
  "essay-break": (() => ({ type: "thematicBreak" })) as unknown as Handle,
};

const convert = (tree: HastRoot): Root =>
  toMdast(tree, { handlers, nodeHandlers: { comment: () => undefined }, document: true }) as Root;

/** @returns the document as Markdown's tree, with elements where Markdown has no sign */
export function hastToMdast(tree: HastRoot): Root {
  const root = convert(tree);
  cleanBlocks(root);
  setFormulasApart(root);
  return root;
}

function htmlPhrasing(node: Element): Nodes[] {
  const root = convert({
    type: "root",
    children: [{ type: "element", tagName: "p", properties: {}, children: [node] }],
  });
  const [first] = root.children;
  return first?.type === "paragraph" ? first.children : (root.children as Nodes[]);
}

/** A formula that is set apart is a block where nothing else stands in its paragraph. */
function setFormulasApart(root: Root): void {
  visit(root, "paragraph", (paragraph, index, parent) => {
    const [formula, ...others] = paragraph.children.filter(
      (child) => child.type !== "break" && (child.type !== "text" || child.value.trim() !== ""),
    );
    if (!parent || index === undefined || formula?.type !== "inlineMath" || others.length > 0) return;
    if ((formula.data as { isDisplay?: boolean } | undefined)?.isDisplay)
      (parent.children as Nodes[])[index] = { type: "math", value: formula.value };
  });
}

/** Inline elements that stand between blocks belong into paragraphs. */
function cleanBlocks(root: Root): void {
  root.children = root.children.flatMap((node): RootContent[] => {
    if (
      (node.type as string) === "mdxJsxTextElement" ||
      node.type === "text" ||
      node.type === "emphasis" ||
      node.type === "inlineMath" ||
      node.type === "footnoteReference"
    )
      return [{ type: "paragraph", children: [node as PhrasingContent] }];
    return [node];
  });
}

/** Reads a block of HTML that stands in Markdown. */
export function htmlToBlocks(html: string, findings: Findings): RootContent[] {
  if (/^\s*<!--[\s\S]*?-->\s*$/u.test(html)) {
    const words = html.replaceAll(/<!--|-->/gu, "").trim();
    if (words) findings.leftOut.push({ place: "comment", text: excerpt(words, 60), words });
    return [];
  }
  const first = /^\s*<\/?(?<name>[a-z][\w-]*)/iu.exec(html)?.groups?.["name"];
  if (first && !isHtmlName(first)) return [{ type: "paragraph", children: [{ type: "text", value: html.trim() }] }];
  const tree = fromHtml(html, { fragment: true });
  return hastToMdast(tree as HastRoot).children;
}

/** Reads tags in running text: beginnings and ends are nodes apart there. */
export function htmlToPhrasing(nodes: readonly PhrasingContent[], findings: Findings): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  const open: { name: string; attributes: Record<string, string>; children: PhrasingContent[] }[] = [];
  const add = (...content: PhrasingContent[]) => {
    append(open.at(-1)?.children ?? result, content);
  };
  const close = () => {
    const last = open.pop();
    if (last) add(...elementOf(last.name, last.attributes, last.children));
  };
  let machine: string | undefined;
  for (const node of nodes) {
    // What a script or a style sheet says is no word of the text.
    if (machine !== undefined) {
      if (node.type === "html" && new RegExp(`^</\\s*${machine}`, "iu").test(node.value)) machine = undefined;
      else if ("value" in node && node.value.trim() !== "")
        findings.leftOut.push({ place: machine, text: excerpt(node.value, 60), words: node.value });
      continue;
    }
    if (node.type !== "html") {
      add(node);
      continue;
    }
    if (/^<!--/u.test(node.value)) {
      const words = node.value.replaceAll(/<!--|-->/gu, "").trim();
      if (words) findings.leftOut.push({ place: "comment", text: excerpt(words, 60), words });
      continue;
    }
    const end = /^<\/\s*([a-z][\w-]*)\s*>$/iu.exec(node.value)?.[1]?.toLowerCase();
    if (end && !isHtmlName(end)) {
      add({ type: "text", value: node.value });
      continue;
    }
    if (end) {
      const index = open.findLastIndex(({ name }) => name === end);
      if (index >= 0) while (open.length > index) close();
      continue;
    }
    const tag = /^<\s*([a-z][\w-]*)([\s\S]*?)(\/?)>$/iu.exec(node.value);
    const name = tag?.[1]?.toLowerCase();
    if (!tag || !name || !isHtmlName(name)) {
      add({ type: "text", value: node.value });
      continue;
    }
    const parsed = fromHtml(`<${name}${tag[2] ?? ""}></${name}>`, { fragment: true }).children[0];
    const kept = parsed?.type === "element" ? attributes(parsed) : {};
    if (name === "br") add({ type: "break" });
    else if (name === "script" || name === "style") machine = tag[3] === "/" ? undefined : name;
    else if (name === "wbr") continue;
    else if (name === "img" && parsed?.type === "element")
      add({ type: "image", url: String(parsed.properties["src"] ?? ""), alt: String(parsed.properties["alt"] ?? "") });
    else if (tag[3] === "/") continue;
    else {
      const href = parsed?.type === "element" ? parsed.properties["href"] : undefined;
      open.push({ name, attributes: typeof href === "string" ? { ...kept, href } : kept, children: [] });
    }
  }
  while (open.length > 0) close();
  return result;
}

function elementOf(name: string, kept: Record<string, string>, children: PhrasingContent[]): PhrasingContent[] {
  const { href, ...rest } = kept;
  if (name === "em" || name === "i" || name === "var") return [{ type: "emphasis", children }];
  if (name === "strong" || name === "b") return [{ type: "strong", children }];
  if (name === "del" || name === "s" || name === "strike") return [{ type: "delete", children }];
  if (name === "code" || name === "tt")
    return children.every(({ type }) => type === "text")
      ? [{ type: "inlineCode", value: children.map((child) => ("value" in child ? child.value : "")).join("") }]
      : children;
  if (name === "a") return href ? [{ type: "link", url: href, children: children as never[] }] : children;
  if (name === "ruby") {
    const hasBrackets = children.some((child) => child.type === "mdxJsxTextElement" && child.name === "rp");
    const parts = hasBrackets
      ? children
      : children.flatMap((child): PhrasingContent[] =>
          child.type === "mdxJsxTextElement" && child.name === "rt"
            ? [
                textElement("rp", {}, [{ type: "text", value: "（" }]),
                child,
                textElement("rp", {}, [{ type: "text", value: "）" }]),
              ]
            : [child],
        );
    return [textElement("ruby", {}, parts)];
  }
  if (name === "rb") return children;
  if (["rt", "rp", ...KEPT_INLINE].includes(name)) return [textElement(name, rest, children)];
  if (Object.keys(rest).length > 0) return [textElement("span", rest, children)];
  return children;
}
