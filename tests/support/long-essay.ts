import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "./project.ts";

/** The words of a long essay in one language; `name` is the number of a section. */
export interface LongWords {
  readonly title: (name: string) => string;
  /** The first sentence, those in the middle and the last; each has a note. */
  readonly sentence: (name: string) => string;
  readonly measured: string;
  readonly compared: string;
  readonly heading: string;
  readonly formula: string;
  readonly caption: (name: string) => string;
  readonly head: readonly [string, string];
  readonly alt: string;
  readonly pictured: (name: string) => string;
  readonly note: (name: string, number: number) => string;
}

/** A part of the outline, as `essay.yaml` has it. */
export interface LongPart {
  readonly id: string;
  readonly sections?: readonly LongPart[];
}

/** How long the essay is. */
interface Length {
  /** Chapters, each of three parts with three parts. */
  readonly chapters: number;
  /** Notes in every section. */
  readonly notes: number;
}

/**
 * Writes chapters with three parts of three parts each: in every one a heading, a table, a picture, two formulas and
 * notes.
 *
 * @param directory of the essay
 * @returns its outline
 */
export function writeLongSections(
  directory: string,
  language: string,
  words: LongWords,
  { chapters, notes }: Length,
): LongPart[] {
  const count = (number: number) => Array.from({ length: number }, (_none, index) => index + 1);
  const part = (id: string, depth: number): LongPart => {
    mkdirSync(join(directory, language), { recursive: true });
    writeFileSync(join(directory, language, `${id}.mdx`), longSection(id, words, count(notes)));
    return depth === 3 ? { id } : { id, sections: count(3).map((number) => part(`${id}-${number}`, depth + 1)) };
  };
  cpSync(join(PROJECT_ROOT, "tests/fixtures/blocks/images"), join(directory, "images"), { recursive: true });
  return count(chapters).map((number) => part(`part-${number}`, 1));
}

function longSection(id: string, words: LongWords, notes: readonly number[]): string {
  const name = id.slice("part-".length).replaceAll("-", ".");
  const mark = (number: number) => `[^${id}-${number}]`;
  return `---
title: ${words.title(name)}
---

${words.sentence(name)}${mark(1)} ${words.formula}

Table: ${words.caption(name)}

| ${words.head.join(" | ")} |
|---|---:|
| 12 | 13 |

![${words.alt}](images/case.svg "${words.pictured(name)}")

## ${words.heading}

${notes
  .slice(1, -1)
  .map((number) => `${words.measured}${mark(number)}`)
  .join("\n\n")}

$$
\\sum_{i=1}^{n} x_i = 0
$$

${words.compared}${mark(notes.length)}

${notes.map((number) => `${mark(number)}: ${words.note(name, number)}`).join("\n\n")}
`;
}
