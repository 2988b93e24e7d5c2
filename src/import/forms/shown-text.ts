import type { Nodes } from "hast";

/** Elements whose words are apart from those before and after them. */
const APART =
  /^(?:p|h[1-6]|li|ol|ul|dl|dt|dd|t[dhr]|table|caption|figure|figcaption|div|section|article|aside|header|footer|nav|blockquote|pre|br|hr|option|button)$/u;

/** @returns what a part of a page says, on one line, each of its blocks apart */
export function shownText(node: Nodes): string {
  const parts: string[] = [];
  const walk = (one: Nodes): void => {
    if (one.type === "text") parts.push(one.value);
    if (!("children" in one)) return;
    const isApart = one.type === "element" && APART.test(one.tagName);
    if (isApart) parts.push(" ");
    for (const child of one.children) walk(child);
    if (isApart) parts.push(" ");
  };
  walk(node);
  return parts.join("").replaceAll(/\s+/gu, " ").trim();
}
