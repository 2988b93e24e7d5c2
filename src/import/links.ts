import type { Heading, Root } from "mdast";
import { visit } from "unist-util-visit";
import { decodeFragment } from "../essay/fragment.ts";
import { letters } from "../essay/text-hash.ts";
import { excerpt, type Findings } from "./findings.ts";
import { isPlace } from "./forms/link-places.ts";
import { wordsOf } from "./plain-words.ts";

/** Addresses that readers can follow from anywhere. */
const WHOLE_ADDRESS = /^(?:https?|mailto|tel|ftp|doi|urn):|^\/\//iu;

/** What a link within the manuscript can lead to: its sections and headings, by all the ways to name them. */
export class LinkTargets {
  readonly #ids = new Map<string, string>();
  #first: string | undefined;

  /**
   * @param id what the essay calls it
   * @param heading absent for the text above all headings
   * @param words the heading's, without its number
   */
  add(id: string, heading: Heading | undefined, words = heading ? wordsOf(heading) : ""): void {
    this.#first ??= id;
    const { place, id: own, number = "" } = heading?.data ?? {};
    // The first of several is meant, as in a browser. A converter makes its ids of a heading's letters and digits.
    for (const name of [place, letters(own ?? ""), letters(words), letters(`${number}${words}`)])
      if (name && !this.#ids.has(name)) this.#ids.set(name, id);
  }

  /** @returns the id in the essay of what a fragment names */
  find(fragment: string): string | undefined {
    // A heading that is no section was taken for the essay's title.
    if (isPlace(fragment)) return this.#ids.get(fragment) ?? this.#first;
    return this.#ids.get(fragment) ?? this.#ids.get(letters(decodeFragment(fragment)));
  }
}

/**
 * Makes the links within a manuscript lead to the essay's sections and headings. A link that leads to nothing that the
 * essay has, as one to a file beside the manuscript, is taken off its words, and told: the essay would not build.
 */
export function settleLinks(tree: Root, targets: LinkTargets, findings: Findings): void {
  visit(tree, "link", (link, index, parent) => {
    const url = settled(link.url, targets);
    if (url !== undefined) {
      link.url = url;
      return undefined;
    }
    findings.leftOut.push({
      place: "links",
      text: `“${excerpt(wordsOf(link))}” led to ${excerpt(link.url, 60)}, which the essay does not have; its words stand without a link`,
    });
    parent?.children.splice(index ?? 0, 1, ...link.children);
    return index;
  });
}

/** @returns where a link leads in the essay; undefined where to nothing */
function settled(url: string, targets: LinkTargets): string | undefined {
  if (WHOLE_ADDRESS.test(url)) return url;
  if (!url.startsWith("#")) return undefined;
  const id = targets.find(url.slice(1));
  return id === undefined ? undefined : `#${id}`;
}
