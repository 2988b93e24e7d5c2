import type { Element, Nodes } from "hast";
import { select, selectAll } from "hast-util-select";
import { plain } from "../../support/plain.ts";
import { pageTree, sectionPaths } from "./built-site.ts";

/*
 * What the pages of a language say, read from the built HTML, and what contains what: the truth that the search is held
 * against. It shares no code with the search on purpose.
 */

/** A paragraph, a note or a title, as it stands on its section's page. */
export interface Unit {
  /** Path and fragment, `/ja/przewodow/#p13`. */
  readonly address: string;
  readonly words: string;
  /** The words as they are compared. */
  readonly plain: string;
}

/** Whether an element is not of the words that it stands in: a reading, or what is marked as none of them. */
const isApparatus = ({ tagName, properties }: Element): boolean =>
  tagName === "rp" ||
  "dataPagefindIgnore" in properties ||
  // How a term of the glossary is read is one of the ways to find it.
  (tagName === "rt" && ![properties["className"]].flat().includes("term-reading"));

function wordsOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "element" && isApparatus(node)) return "";
  return "children" in node ? node.children.map((child) => wordsOf(child)).join("") : "";
}

/** @returns the units of a language in the order of the pages, then those of the glossary and the timeline */
export function readUnits(language: string): Unit[] {
  const unitOn =
    (path: string) =>
    (id: unknown, element: Element | undefined | null): Unit => {
      if (!element) throw new Error(`${path} has nothing to read for ${id}.`);
      const words = wordsOf(element).replaceAll(/\s+/gu, " ").trim();
      return { address: `${path}#${id}`, words, plain: plain(words) };
    };
  const entries = ["glossary", "timeline"].flatMap((name) => {
    const path = `/${language}/${name}/`;
    return selectAll("[data-entry]", pageTree(path)).map((entry) => unitOn(path)(entry.properties["id"], entry));
  });
  const sections = sectionPaths(language).flatMap((path) => {
    const page = pageTree(path);
    const unit = unitOn(path);
    const heading = select("h1", page);
    return [
      unit(heading?.properties["id"], select("h1 .title", page)),
      ...selectAll("[data-paragraph]", page).map((paragraph) => unit(paragraph.properties["id"], paragraph)),
      ...selectAll("[data-note]", page).map((note) => unit(note.properties["id"], select(".note-body", note))),
      ...selectAll("[data-figure]", page).map((figure) => unit(figure.properties["id"], figure)),
    ];
  });
  return [...sections, ...entries];
}

/** @returns addresses of the units that contain a phrase, sorted */
export function addressesWith(units: readonly Unit[], phrase: string): string[] {
  const wanted = plain(phrase);
  return units
    .filter((unit) => unit.plain.includes(wanted))
    .map(({ address }) => address)
    .sort();
}
