import type { Root } from "mdast";
import type { VFile } from "vfile";
import type { Section } from "../essay/model.ts";
import { applyHeadingIds } from "./heading-ids.ts";
import { joinLines } from "./join-lines.ts";
import { numberParagraphs } from "./number-paragraphs.ts";
import { placeNoteMarks } from "./place-note-marks.ts";
import { markUpright } from "./upright.ts";

/** Finds the section that a file on disk holds; `undefined` for a file that is not part of the essay. */
export type SectionOfFile = (path: string) => Promise<Section | undefined>;

/**
 * Gives a section's Markdown its numbers, anchors and note marks, which run through the essay and so cannot be
 * known from the file alone.
 */
export function remarkEssay(sectionOfFile: SectionOfFile) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const section = await sectionOfFile(file.path);
    if (!section) return;
    joinLines(tree);
    applyHeadingIds(tree);
    numberParagraphs(tree, section);
    placeNoteMarks(tree, section);
    if (section.language === "ja") markUpright(tree);
  };
}
