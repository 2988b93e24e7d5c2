import type { Root } from "mdast";
import type { Language } from "../essay/language.ts";
import type { MarkedTitle, OutlineEntry } from "../essay/model.ts";
import type { SectionFrontmatter } from "../schemas/section.ts";

/** A section file that was parsed without errors. */
export interface ParsedSection {
  readonly entry: OutlineEntry;
  /** Language of its text. */
  readonly language: Language;
  readonly file: string;
  /** The title without marks. */
  readonly frontmatter: SectionFrontmatter;
  /** Labels of the notes that hang on titles: the section's own, and, in the first section, the essay's. */
  readonly titleNotes: Readonly<Record<MarkedTitle, readonly string[]>>;
  readonly tree: Root;
}
