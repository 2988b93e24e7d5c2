import type { Root } from "mdast";
import type { VFile } from "vfile";
import type { Section } from "../essay/model.ts";
import { applyHeadingIds } from "./heading-ids.ts";
import { joinLines } from "./join-lines.ts";
import { markTerms, type TermMarks } from "./mark-terms.ts";
import { numberParagraphs } from "./number-paragraphs.ts";
import { placeNoteMarks } from "./place-note-marks.ts";
import { markUpright } from "./upright.ts";

/** What is known of a section's file from the essay as a whole. */
export interface SectionContext {
  readonly section: Section;
  readonly terms: TermMarks;
}

/** Finds what belongs to a file on disk; `undefined` for a file that is not part of the essay. */
export type SectionOfFile = (path: string) => Promise<SectionContext | undefined>;

/**
 * Gives a section's Markdown its numbers, anchors and note marks, which run through the essay and so cannot be
 * known from the file alone.
 */
export function remarkEssay(sectionOfFile: SectionOfFile) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const context = await sectionOfFile(file.path);
    if (!context) return;
    const { section, terms } = context;
    joinLines(tree);
    applyHeadingIds(tree);
    numberParagraphs(tree, section);
    markTerms(tree, terms);
    placeNoteMarks(tree, section);
    if (section.language === "ja") markUpright(tree);
  };
}
