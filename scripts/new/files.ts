import { stringify } from "yaml";
import { sampleIn } from "./samples.ts";

/** What an author asks for. */
export interface NewEssay {
  /** Short permanent name of the work. */
  readonly id: string;
  /** At least one; the first is offered to readers first. */
  readonly languages: readonly string[];
  /** ISO 8601, the day of the first edition. */
  readonly date: string;
  /** Way from the essay's directory to the schema that editors complete from. */
  readonly schema: string;
}

/** @returns the files of a new essay, by their paths in its directory: they build as they are */
export function newEssayFiles(essay: NewEssay): Readonly<Record<string, string>> {
  return {
    "essay.yaml": settings(essay),
    "references.json": references(essay),
    ...Object.fromEntries(essay.languages.map((language) => [`${language}/first-section.mdx`, section(language)])),
  };
}

function settings({ id, languages, date, schema }: NewEssay): string {
  const quoted = (text: string) => stringify(text, { defaultStringType: "QUOTE_DOUBLE" }).trim();
  const byLanguage = (of: (language: string) => string) => {
    const [only] = languages;
    if (languages.length === 1 && only !== undefined) return ` ${quoted(of(only))}`;
    return languages.map((language) => `\n  ${language}: ${quoted(of(language))}`).join("");
  };
  const [first = "en"] = languages;
  const { author } = sampleIn(first);
  return `# yaml-language-server: $schema=${schema}
# What is true of the essay as a whole. Every key, with examples: docs/essay-format.md.

# A short name that stays: it goes into the keys of citations.
id: ${id}

# The title, on the cover and in every citation. A subtitle may follow:
title:${byLanguage((language) => sampleIn(language).title)}
# subtitle: …

# Who wrote it. For a body in place of a person: { literal: Name of the Body }.
authors:
  - family: ${quoted(author.family)}
    given: ${quoted(author.given)}
    # orcid: 0000-0002-1825-0097
    # affiliation: …

# One or two sentences for search engines; without them, the text's beginning serves.
# description: …

# A paragraph for readers and libraries, and the words under which it is to be found.
# abstract: …
# keywords: [ …, … ]

# What readers may do with the text. “All rights reserved” has no address.
# licence:
#   text: { name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/" }

# The languages in which the whole text stands, each in a folder of that name.
languages: [${languages.join(", ")}]

# Raise the version when you publish a changed text; it stands in every citation.
edition:
  version: 1.0.0
  date: "${date}"

# The sections in reading order: each has a file of this name in every language's folder. A section with parts:
#   - { id: main-part, sections: [ one, two ] }
# one without a number:
#   - { id: afterword, role: afterword }
sections:
  - first-section
`;
}

function section(language: string): string {
  const { section: title, summary, paragraph, second, note } = sampleIn(language);
  const frontmatter = stringify({ title, summary }, { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE" });
  // Keys are not quoted: an author reads them.
  return `---
${frontmatter.replaceAll(/^"(\w+)":/gmu, "$1:")}---

${paragraph}

${second}

[^first-note]: ${note} [@example-source]
`;
}

function references({ languages: [language = "en"] }: NewEssay): string {
  const { source, author } = sampleIn(language);
  const item = {
    id: "example-source",
    type: "book",
    title: source,
    author: [author],
    issued: { "date-parts": [[1999]] },
    language,
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
