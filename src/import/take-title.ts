import type { Heading, Root } from "mdast";
import { visit } from "unist-util-visit";
import { letters } from "../essay/text-hash.ts";
import { least } from "./lists.ts";
import type { Fragment, ManuscriptMetadata } from "./manuscript.ts";
import { titleWords, wordsOf } from "./plain-words.ts";

/**
 * Takes the essay's title out of the text where a heading says it: one that is what the metadata say, or the only one of
 * its depth, before everything else.
 *
 * @returns where its words went
 */
export function takeTitle(tree: Root, metadata: ManuscriptMetadata): Fragment[] {
  const headings = tree.children.filter((node): node is Heading => node.type === "heading");
  const [first] = headings;
  if (!first) return [];
  const number = first.data?.number ?? "";
  const said = `${number}${wordsOf(first)}`.replaceAll(/\s+/gu, " ").trim();
  const { words, base, readings } = titleWords(first);
  const index = tree.children.indexOf(first);
  const top = least(headings.map(({ depth }) => depth));
  const opens = tree.children.slice(0, index).every(({ type }) => type === "thematicBreak");
  const alone =
    first.depth === top && headings.filter(({ depth }) => depth === top).length === 1 && headings.length > 1;
  const same =
    metadata.title !== undefined &&
    [said, `${number}${base}`].some((one) => letters(one) === letters(metadata.title ?? ""));
  if (
    !same &&
    !(opens && alone && metadata.title === undefined) &&
    !(opens && headings.length === 1 && first.depth === 1 && metadata.title === undefined)
  )
    return [];
  metadata.title = `${number}${words}`;
  if (readings.length > 0) metadata.readings = [...readings];
  tree.children.splice(index, 1);
  const marks: string[] = [];
  visit(first, "footnoteReference", ({ identifier }) => {
    marks.push(identifier);
  });
  if (marks.length > 0) metadata.titleNotes = marks;
  return [{ text: said, to: "field title", place: first.data?.origin ?? `line ${first.position?.start.line ?? 1}` }];
}
