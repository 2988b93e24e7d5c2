/** An element of XML, or a text in one: the part of the DOM that is used here. */
export interface XmlElement {
  /** Empty where it is a text. */
  readonly tagName: string;
  readonly firstChild: XmlElement | null;
  readonly parentNode: XmlElement | null;
  readonly nextSibling: XmlElement | null;
  textContent: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  appendChild(node: XmlElement): void;
  insertBefore(node: XmlElement, before: XmlElement | null): void;
  removeChild(node: XmlElement): void;
  cloneNode(deep: boolean): XmlElement;
}

export interface XmlDocument {
  readonly documentElement: XmlElement;
  createElement(name: string): XmlElement;
  /** @param isKept tells of an element whether it is written, with all that is in it */
  toString(isKept?: (node: XmlElement) => boolean): string;
}

/** The names under which other programs know the main vocabularies, and those under which they are known here. */
const VOCABULARIES: readonly (readonly [string, RegExp])[] = [
  ["w", /xmlns:([\w-]+)\s*=\s*["'][^"']*\/wordprocessingml\/(?:2006\/)?main["']/u],
  ["m", /xmlns:([\w-]+)\s*=\s*["'][^"']*\/officeDocument\/(?:2006\/)?math["']/u],
];

const REFERENCES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const ESCAPES: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** @returns a text without the references to characters that XML writes; what refers to nothing stays */
export const decodeReferences = (text: string): string =>
  text.includes("&")
    ? text.replaceAll(
        /&(?:#x(?<hex>[\da-f]+)|#(?<code>\d+)|(?<name>\w+));/giu,
        (whole, hex?: string, code?: string, name?: string) => {
          const point = hex ? Number.parseInt(hex, 16) : Number(code);
          return name ? (REFERENCES[name] ?? whole) : point <= 0x10ffff ? String.fromCodePoint(point) : whole;
        },
      )
    : text;

const escapeText = (text: string): string => text.replaceAll(/[<>&]/gu, (one) => ESCAPES[one] ?? one);
const escapeValue = (text: string): string => text.replaceAll(/[<>&"\t\n\r]/gu, (one) => ESCAPES[one] ?? one);

const ATTRIBUTE = /([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/**
 * A long manuscript is some millions of nodes: a node holds its text and its attributes as they are written, as parts of
 * the source, and reads them when they are asked for.
 */
class Node implements XmlElement {
  readonly tagName: string;
  firstChild: Node | null = null;
  lastChild: Node | null = null;
  parentNode: Node | null = null;
  nextSibling: Node | null = null;
  previousSibling: Node | null = null;
  /** A text's words or an element's attributes, as XML writes them. */
  written: string;

  constructor(tagName: string, written: string) {
    this.tagName = tagName;
    this.written = written;
  }

  get textContent(): string {
    if (this.tagName === "") return decodeReferences(this.written);
    let text = "";
    for (let one = this.firstChild; one; one = one.nextSibling) text += one.textContent;
    return text;
  }

  set textContent(text: string) {
    while (this.firstChild) this.removeChild(this.firstChild);
    this.appendChild(new Node("", escapeText(text)));
  }

  getAttribute(name: string): string | null {
    if (!this.written.includes(name)) return null;
    for (const [, own, double, single] of this.written.matchAll(ATTRIBUTE))
      if (own === name) return decodeReferences(double ?? single ?? "");
    return null;
  }

  setAttribute(name: string, value: string): void {
    const others = [...this.written.matchAll(ATTRIBUTE)].filter(([, own]) => own !== name).map(([whole]) => whole);
    this.written = [...others, `${name}="${escapeValue(value)}"`].map((one) => ` ${one}`).join("");
  }

  appendChild(node: Node): void {
    this.insertBefore(node, null);
  }

  insertBefore(node: Node, before: Node | null): void {
    node.parentNode?.removeChild(node);
    const previous = before ? before.previousSibling : this.lastChild;
    node.parentNode = this;
    node.previousSibling = previous;
    node.nextSibling = before;
    if (previous) previous.nextSibling = node;
    else this.firstChild = node;
    if (before) before.previousSibling = node;
    else this.lastChild = node;
  }

  removeChild(node: Node): void {
    const { previousSibling, nextSibling } = node;
    if (previousSibling) previousSibling.nextSibling = nextSibling;
    else this.firstChild = nextSibling;
    if (nextSibling) nextSibling.previousSibling = previousSibling;
    else this.lastChild = previousSibling;
    node.parentNode = null;
    node.previousSibling = null;
    node.nextSibling = null;
  }

  cloneNode(deep: boolean): Node {
    const copy = new Node(this.tagName, this.written);
    if (deep) for (let one = this.firstChild; one; one = one.nextSibling) copy.appendChild(one.cloneNode(true));
    return copy;
  }
}

function write(node: Node, isKept: (node: XmlElement) => boolean, out: string[]): void {
  if (node.tagName === "") {
    out.push(node.written);
    return;
  }
  if (!isKept(node)) return;
  const attributes = node.written.trim();
  const head = attributes === "" ? node.tagName : `${node.tagName} ${attributes}`;
  if (!node.firstChild) {
    out.push(`<${head}/>`);
    return;
  }
  out.push(`<${head}>`);
  for (let one: Node | null = node.firstChild; one; one = one.nextSibling) write(one, isKept, out);
  out.push(`</${node.tagName}>`);
}

/** A tag, or what is none of the text: comments, instructions, declarations; CDATA is text. */
const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[(?<data>[\s\S]*?)(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<![^>[]*(?:\[[\s\S]*?\]\s*)?>|<\/(?<closes>[^\s>]+)\s*>|<(?<opens>[^\s/<>!?]+)(?<written>(?:[^"'>]|"[^"]*"|'[^']*')*?)(?<isEmpty>\/?)>/gu;

/** @throws where the text is no XML */
export function parseXml(text: string): XmlDocument {
  let source = text;
  for (const [prefix, pattern] of VOCABULARIES) {
    const used = pattern.exec(source)?.[1];
    if (used !== undefined && used !== prefix)
      source = source
        .replaceAll(new RegExp(`(<\\/?|\\s)${used}:`, "gu"), `$1${prefix}:`)
        .replaceAll(`xmlns:${used}=`, `xmlns:${prefix}=`);
  }
  const root = new Node("#document", "");
  let open = root;
  let position = 0;
  // The names of elements are few, and each is kept once.
  const names = new Map<string, string>();
  for (const { 0: whole, index, groups = {} } of source.matchAll(MARKUP)) {
    if (index > position && open !== root) open.appendChild(new Node("", source.slice(position, index)));
    position = index + whole.length;
    const { data, closes, opens, written = "", isEmpty } = groups;
    if (data !== undefined) open.appendChild(new Node("", escapeText(data)));
    else if (opens !== undefined) {
      const name = names.get(opens) ?? opens;
      names.set(opens, name);
      const node = new Node(name, written);
      open.appendChild(node);
      if (isEmpty === "") open = node;
    } else if (closes !== undefined) {
      let closed: Node | null = open;
      while (closed && closed.tagName !== closes) closed = closed.parentNode;
      if (closed?.parentNode) open = closed.parentNode;
    }
  }
  const [documentElement] = elements(root) as Node[];
  if (!documentElement) throw new Error("no XML");
  return {
    documentElement,
    createElement: (name) => new Node(name, ""),
    toString: (isKept = () => true) => {
      const out: string[] = [];
      write(documentElement, isKept, out);
      return out.join("");
    },
  };
}

/** @returns the elements that stand directly in a node, in order */
export function elements(node: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let one = node.firstChild; one; one = one.nextSibling) if (one.tagName !== "") found.push(one);
  return found;
}

/** @returns the first element of the name that stands directly in a node */
export function child(node: XmlElement, name: string): XmlElement | undefined {
  for (let one = node.firstChild; one; one = one.nextSibling) if (one.tagName === name) return one;
  return undefined;
}

export const value = (node: XmlElement | undefined): string | undefined => node?.getAttribute("w:val") ?? undefined;

/** @returns all elements of the name below the node, in order */
export function descendants(node: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (parent: XmlElement) => {
    for (let one = parent.firstChild; one; one = one.nextSibling) {
      if (one.tagName === "") continue;
      if (one.tagName === name) found.push(one);
      walk(one);
    }
  };
  walk(node);
  return found;
}
