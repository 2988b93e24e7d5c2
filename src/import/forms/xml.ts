import { parseHTML } from "linkedom";

/** The part of the DOM that is used here. */
export interface XmlElement {
  readonly nodeType: number;
  readonly tagName: string;
  readonly childNodes: ArrayLike<XmlElement>;
  readonly children: ArrayLike<XmlElement>;
  readonly parentNode: XmlElement | null;
  textContent: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  appendChild(node: XmlElement): void;
  insertBefore(node: XmlElement, before: XmlElement | null): void;
  removeChild(node: XmlElement): void;
  readonly nextSibling: XmlElement | null;
  cloneNode(deep: boolean): XmlElement;
}

export interface XmlDocument {
  readonly documentElement: XmlElement;
  createElement(name: string): XmlElement;
  toString(): string;
}

const { DOMParser } = parseHTML("<html></html>") as unknown as {
  DOMParser: new () => { parseFromString(text: string, type: string): XmlDocument };
};

/** The names under which other programs know the main vocabularies, and those under which they are known here. */
const VOCABULARIES: readonly (readonly [string, RegExp])[] = [
  ["w", /xmlns:([\w-]+)\s*=\s*["'][^"']*\/wordprocessingml\/(?:2006\/)?main["']/u],
  ["m", /xmlns:([\w-]+)\s*=\s*["'][^"']*\/officeDocument\/(?:2006\/)?math["']/u],
];

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
  const document = new DOMParser().parseFromString(source, "text/xml");
  if (!document.documentElement) throw new Error("no XML");
  return document;
}

export const elements = (node: XmlElement): XmlElement[] => [...(node.children as unknown as Iterable<XmlElement>)];
export const child = (node: XmlElement, name: string): XmlElement | undefined =>
  elements(node).find(({ tagName }) => tagName === name);
export const value = (node: XmlElement | undefined): string | undefined => node?.getAttribute("w:val") ?? undefined;

/** @returns all elements of the name below the node, in order */
export function descendants(node: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (one: XmlElement) => {
    for (const inner of elements(one)) {
      if (inner.tagName === name) found.push(inner);
      walk(inner);
    }
  };
  walk(node);
  return found;
}
