import type { Problem } from "../essay/problem.ts";
import type { ParsedSection } from "./parsed-section.ts";

/** The sections of every language, and the findings about drafts. */
interface FilledTexts {
  readonly texts: readonly (readonly ParsedSection[])[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/**
 * Replaces drafts by the same section in the first language, in the order of `essay.yaml`, that has finished it.
 *
 * @param texts the sections of each language, in the order of `essay.yaml`
 */
export function fillDrafts(texts: readonly (readonly ParsedSection[])[]): FilledTexts {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const finished = new Map<string, ParsedSection>();
  for (const section of texts.flat())
    if (section.frontmatter.status !== "draft" && !finished.has(section.entry.id))
      finished.set(section.entry.id, section);

  const filled = texts.map((sections) =>
    sections.map((section) => {
      if (section.frontmatter.status !== "draft") return section;
      const other = finished.get(section.entry.id);
      if (!other) {
        problems.push({
          file: section.file,
          what: `the section “${section.entry.id}” is a draft in every language`,
          how: "Finish it in one language and take “status: draft” out of that file.",
        });
        return section;
      }
      warnings.push({
        file: section.file,
        what: `this section is a draft; its readers are shown ${other.file}`,
        how: "Take “status: draft” out when it is finished.",
      });
      return other;
    }),
  );
  return { texts: filled, problems, warnings };
}
