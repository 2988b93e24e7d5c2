import type { Element, Nodes, Root } from "hast";
import { decodeFragment } from "../../essay/fragment.ts";

const HEADING = /^h[1-6]$/u;

/**
 * Sections and headings are the only places of a manuscript that have an address in the essay. A link within the document
 * is made to lead to the heading under which its target stands, or which the target stands at the head of: each such
 * heading gets `data-place`, and the link the same as its fragment. Links to nowhere are left.
 *
 * @param tree the notes' marks and texts are marked already
 */
export function leadLinksToHeadings(tree: Root): void {
  const places = new Map<string, string>();
  const links: Element[] = [];
  let heading: Element | undefined;
  let count = 0;
  let waiting: string[] = [];
  /** The heading that is given to what waits before its first word. */
  let begun: Element | undefined;
  const settle = () => {
    for (const id of waiting) places.set(id, placeOf(begun ?? heading));
    waiting = [];
  };
  const placeOf = (one: Element | undefined): string => {
    if (!one) return BEGINNING;
    const known = one.properties["dataPlace"];
    if (typeof known === "string") return known;
    count += 1;
    const place = `${PLACE}${count}`;
    one.properties["dataPlace"] = place;
    return place;
  };
  const walk = (node: Nodes, isDropped = false): void => {
    if (node.type === "text" && node.value.trim() !== "" && !isDropped) settle();
    if (!("children" in node)) return;
    const isHeading = node.type === "element" && HEADING.test(node.tagName);
    if (isHeading) begun = node;
    if (node.type === "element") {
      for (const key of ["id", "name"]) {
        const id = node.properties[key];
        if (typeof id === "string" && id !== "") waiting.push(id);
      }
      if (node.tagName === "a" && String(node.properties["href"] ?? "").startsWith("#")) links.push(node);
    }
    // What is dropped has no words, yet may be a place: the number of a page.
    const drops = isDropped || (node.type === "element" && node.tagName === "essay-dropped");
    for (const child of node.children) walk(child, drops);
    if (!isHeading) return;
    settle();
    heading = node;
    begun = undefined;
  };
  walk(tree);
  settle();
  for (const link of links) {
    const fragment = String(link.properties["href"]).slice(1);
    const place = places.get(fragment) ?? places.get(decodeFragment(fragment));
    if (place !== undefined) link.properties["href"] = `#${place}`;
  }
}

const PLACE = "place-";
/** The fragment of a link to the text above all headings. */
const BEGINNING = `${PLACE}0`;

/** @returns whether a fragment was given by `leadLinksToHeadings` */
export const isPlace = (fragment: string): boolean => fragment.startsWith(PLACE);
