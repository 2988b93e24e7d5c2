import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, test } from "node:test";
import { checkParity } from "../../../src/checks/source/parity.ts";
import { ContentError, type Problem } from "../../../src/essay/problem.ts";
import { readEssay } from "../../../src/integrations/read-essay.ts";
import { parseSection } from "../../../src/markdown/parser.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const TRILINGUAL = join(ROOT, "tests", "fixtures", "trilingual");

const NOTES = "\n\n[^a]: One.\n\n[^b]: Two.\n";
const REFERENCE = `First[^a]。\n\n## Heading [#middle]\n\nSecond[^b]。\n\n<Paragraph>\n\nThird:\n\n<Quotation id="quotation-x" source="s">\n\nWords.\n\n</Quotation>\n\n</Paragraph>${NOTES}`;

const parity = (other: string): Problem[] =>
  checkParity(
    { file: "ja/x.mdx", tree: parseSection(REFERENCE) },
    { file: "en/x.mdx", tree: parseSection(other.replaceAll("。", ".")) },
  );

describe("the same section in two languages", () => {
  test("is right where it is built alike", () => {
    assert.deepEqual(parity(REFERENCE), []);
  });

  test("may not have other notes on a title", () => {
    const tree = parseSection(REFERENCE);
    const [problem, ...others] = checkParity(
      { file: "ja/x.mdx", tree, titleNotes: { section: ["a"] } },
      { file: "en/x.mdx", tree, titleNotes: { section: [] } },
    );
    assert.deepEqual(others, []);
    assert.match(problem?.what ?? "", /title has the notes none; in the language of ja\/x\.mdx it has \[\^a\]/u);
  });

  test("may not lack a paragraph", () => {
    const [problem, ...others] = parity(REFERENCE.replace("Second[^b]。\n\n", ""));
    assert.deepEqual(others, []);
    assert.equal(problem?.file, "en/x.mdx");
    assert.equal(problem?.line, 5);
    assert.match(
      problem?.what ?? "",
      /2 paragraphs and 1 other block here, and 3 paragraphs and 1 other block in ja\/x/u,
    );
  });

  test("may not have one paragraph more at its end", () => {
    const [problem] = parity(REFERENCE.replace(NOTES, `\n\nFourth.${NOTES}`));
    assert.match(problem?.what ?? "", /4 paragraphs .*3 paragraphs/u);
    assert.equal(problem?.line, 19);
  });

  test("cites the same notes in the same paragraphs", () => {
    const problems = parity(REFERENCE.replace("First[^a]", "First[^b]").replace("Second[^b]", "Second[^a]"));
    assert.deepEqual(
      problems.map(({ line, what }) => [line, what]),
      [
        [1, "this paragraph cites [^b]; at ja/x.mdx:1 it cites [^a]"],
        [5, "this paragraph cites [^a]; at ja/x.mdx:5 it cites [^b]"],
      ],
    );
  });

  test("has the same ids of quotations and headings", () => {
    const problems = parity(REFERENCE.replace("quotation-x", "quotation-y").replace("#middle", "#centre"));
    assert.deepEqual(
      problems.map(({ line, what }) => [line, what]),
      [
        [3, "this block has #centre; at ja/x.mdx:3 it has #middle"],
        [7, "this block has #quotation-y; at ja/x.mdx:7 it has #quotation-x"],
      ],
    );
  });
});

/** Reads a copy of the fixture in which one file was changed. */
async function readChanged(file: string, change: (text: string) => string) {
  const directory = mkdtempSync(join(tmpdir(), "trilingual-"));
  try {
    cpSync(TRILINGUAL, directory, { recursive: true });
    writeFileSync(join(directory, file), change(readFileSync(join(directory, file), "utf8")));
    const warnings: Problem[] = [];
    const essay = await readEssay(directory, directory, (warning) => warnings.push(warning));
    return { essay, warnings };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

describe("an essay in several languages", () => {
  test("is not read where a language has another number of paragraphs", async () => {
    await assert.rejects(
      readChanged("en/opening.mdx", (text) => text.replace("cape. Every", "cape.\n\nEvery")),
      (error: unknown) => {
        assert.ok(error instanceof ContentError);
        assert.deepEqual(
          error.problems.map(({ file, line }) => [file, line]),
          [["en/opening.mdx", 8]],
        );
        return true;
      },
    );
  });

  test("shows a draft's readers the first language that is finished, and warns", async () => {
    const { essay, warnings } = await readChanged("fr/opening.mdx", (text) => text);
    const draft = essay.texts["fr"]?.sections.find(({ id }) => id === "lamp");
    assert.equal(draft?.language, "fr");
    assert.equal(draft?.textLanguage, "ja");
    assert.deepEqual(draft?.paragraphs, essay.texts["ja"]?.sections.find(({ id }) => id === "lamp")?.paragraphs);
    assert.deepEqual(
      warnings.map(({ file }) => file).filter((file) => file.endsWith(".mdx")),
      ["fr/lamp.mdx"],
    );
  });

  test("shows another language where the default's own is a draft", async () => {
    const { essay } = await readChanged("ja/opening.mdx", (text) => text.replace("---\n", "---\nstatus: draft\n"));
    const [opening] = essay.texts["ja"]?.sections ?? [];
    assert.equal(opening?.textLanguage, "en");
    assert.match(opening?.notes[0]?.html ?? "", /^<div lang="en">/u);
  });

  test("takes a draft's own mistakes for warnings", async () => {
    const { warnings } = await readChanged("fr/lamp.mdx", (text) => `${text}\nSans note.[^rien]\n`);
    assert.deepEqual(
      warnings.map(({ what }) => what).filter((what) => what.includes("[^rien]")),
      ["the mark [^rien] has no note"],
    );
  });

  test("is not read where a section is a draft in every language", async () => {
    const directory = mkdtempSync(join(tmpdir(), "trilingual-"));
    cpSync(TRILINGUAL, directory, { recursive: true });
    for (const language of ["ja", "en"]) {
      const file = join(directory, language, "lamp.mdx");
      writeFileSync(file, readFileSync(file, "utf8").replace("---\n", "---\nstatus: draft\n"));
    }
    try {
      await assert.rejects(readEssay(directory, directory), /the section “lamp” is a draft in every language/u);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
