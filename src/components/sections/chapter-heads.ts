import type { Section } from "../../essay/model.ts";
import { type SectionTree, treesOf } from "../../essay/navigate.ts";
import { direction } from "../../essay/scripts.ts";
import { runningHead } from "../../i18n/running-head.ts";
import { cssString } from "../../styles/css-string.ts";

/**
 * Of a text, a running head can follow nothing but the name of its pages, and pages that have a name of their own begin
 * anew: every chapter has them, its parts share them.
 *
 * @returns rules that name the pages of each chapter, and what stands above them, for the sheet of print
 */
export const chapterHeads = (sections: readonly Section[]): string =>
  treesOf(sections)
    .map(flatten)
    .map((chapter, index) => {
      const name = `chapter-${index + 1}`;
      const own = chapter.map(({ id }) => `section[aria-labelledby="${id}"]`).join(",");
      // Where lines end, as in the sheet of print.
      const side = direction(chapter[0].language) === "rtl" ? "left" : "right";
      return `${own}{page:${name}}@page ${name}{@top-${side}{content:${cssString(runningHead(...chapter))}}}`;
    })
    .join("\n");

const flatten = ({ section, parts }: SectionTree): [Section, ...Section[]] => [section, ...parts.flatMap(flatten)];
