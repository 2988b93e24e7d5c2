import assert from "node:assert/strict";
import { test } from "node:test";
import { checkNotes } from "../../../src/checks/source/notes.ts";
import { noteDefinitions } from "../../../src/markdown/citation-units.ts";
import { renderNote } from "../../../src/markdown/note-html.ts";
import { parseSection } from "../../../src/markdown/parser.ts";

const check = (source: string) =>
  checkNotes(parseSection(source), { file: "a.mdx", language: "ja", references: new Set(), labels: new Map() });

test("a note may be called by a number, and may declare that its text is missing", () => {
  assert.deepEqual(check("文である[^1]。\n\n[^1]: <Missing />\n"), []);
  assert.match(
    check("文である[^1]。\n\n[^1]: <Missin />\n")
      .map(({ what }) => what)
      .join(),
    /a component or an expression/u,
  );
});

test("a missing note says so where it is shown, and has no words", () => {
  const [definition] = noteDefinitions(parseSection("文[^1]。\n\n[^1]: <Missing />\n"));
  assert.ok(definition);
  const { html } = renderNote(definition, "ja", { citation: () => "", asOf: String, missing: "欠けている" });
  assert.match(html, /class="missing">欠けている</u);
});
