import type { Root } from "mdast";
import { profileOf } from "../essay/language-profile.ts";
import type { Section } from "../essay/model.ts";
import { applyHeadingIds } from "./heading-ids.ts";
import { joinLines } from "./join-lines.ts";
import { markTerms, type TermMarks } from "./mark-terms.ts";
import { numberParagraphs } from "./number-paragraphs.ts";
import { markPhrases } from "./phrases.ts";
import { placeNoteMarks } from "./place-note-marks.ts";
import { markUnbroken } from "./unbroken.ts";
import { markUpright } from "./upright.ts";

/** What a section's rendering needs from the essay as a whole. */
export interface SectionContext {
  readonly section: Section;
  readonly terms: TermMarks;
}

/**
 * Adds numbers, anchors, terms and note marks to a section's Markdown. They run through the essay and cannot be derived
 * from one file.
 *
 * @param tree is changed
 */
export function applyEssay(tree: Root, { section, terms }: SectionContext): void {
  joinLines(tree);
  applyHeadingIds(tree);
  numberParagraphs(tree, section);
  markTerms(tree, terms);
  placeNoteMarks(tree, section);
  markPhrases(tree, section.language);
  const { hasUprightRuns, isSpaced } = profileOf(section.language);
  if (hasUprightRuns) markUpright(tree);
  if (isSpaced) markUnbroken(tree, section.language);
}
