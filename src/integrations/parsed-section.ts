import type { Root } from "mdast";
import type { Language } from "../essay/language.ts";
import type { OutlineEntry } from "../essay/model.ts";
import type { SectionFrontmatter } from "../schemas/section.ts";

/** A section file that was parsed without errors. */
export interface ParsedSection {
  readonly entry: OutlineEntry;
  /** Language of its text. */
  readonly language: Language;
  readonly file: string;
  readonly frontmatter: SectionFrontmatter;
  readonly tree: Root;
}
