import type { Root } from "mdast";
import type { Language } from "../essay/language.ts";
import type { OutlineEntry } from "../essay/model.ts";
import type { SectionFrontmatter } from "../schemas/section.ts";

/** A section file that has passed its own checks. */
export interface ParsedSection {
  readonly entry: OutlineEntry;
  /** Language of its words. */
  readonly language: Language;
  readonly file: string;
  readonly frontmatter: SectionFrontmatter;
  readonly tree: Root;
}
