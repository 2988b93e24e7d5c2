import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "astro/zod";
import { validateYaml } from "../../../src/integrations/validate-yaml.ts";

const schema = z.strictObject({
  title: z.string(),
  edition: z.strictObject({ version: z.string(), date: z.string().optional() }),
  names: z.array(z.strictObject({ family: z.string() })).optional(),
});

/** Place, fault and remedy of each problem of a text. */
const problems = (text: string, linesBefore?: number) =>
  validateYaml({ text, file: "essay.yaml", ...(linesBefore !== undefined && { linesBefore }) }, schema).problems.map(
    ({ file, line, column, what, how }) => ({ at: `${file}:${line}:${column}`, what, how }),
  );

describe("YAML that is right", () => {
  it("gives the schema's value", () => {
    const result = validateYaml({ text: "title: a\nedition: { version: b }\n", file: "essay.yaml" }, schema);
    assert.ok("value" in result);
    assert.deepEqual(result.value, { title: "a", edition: { version: "b" } });
    assert.deepEqual(result.problems, []);
  });

  it("tells where a value stands, for what a schema cannot know", () => {
    const result = validateYaml({ text: "title: a\nedition:\n  version: b\n", file: "essay.yaml" }, schema);
    assert.ok("value" in result);
    assert.deepEqual(result.locate(["edition", "version"]), { file: "essay.yaml", line: 3, column: 3 });
  });

  it("may be JSON", () => {
    assert.ok("value" in validateYaml({ text: '{"title": "a", "edition": {"version": "b"}}', file: "x" }, schema));
  });
});

describe("a mistake in YAML", () => {
  it("of syntax is told with its place", () => {
    const [first] = problems("title: a\nedition: { version: b\n");
    assert.match(first?.at ?? "", /^essay\.yaml:[23]:\d+$/u);
    assert.match(first?.what ?? "", /^this is not valid YAML: /u);
    assert.match(first?.how ?? "", /quotation marks/u);
  });

  it("of a key's spelling is told where the key stands, with the keys there are", () => {
    assert.deepEqual(problems("title: a\nedition: { version: b }\ncolour: c\n"), [
      {
        at: "essay.yaml:3:1",
        what: "“colour” is not a key that is known here",
        how: "Correct its spelling or take it out (keys: title, edition, names).",
      },
    ]);
  });

  it("of a key that is all but known is told with the key that was meant", () => {
    assert.deepEqual(
      problems("title: a\nedition: { version: b }\ntilte: c\n").map(({ how }) => how),
      ["Did you mean “title”?"],
    );
  });

  it("of a value is told with an example of what may stand there", () => {
    const withExample = z.strictObject({ kind: z.enum(["a", "b"]).meta({ examples: ["b"] }) });
    assert.deepEqual(
      validateYaml({ text: "kind: c\n", file: "essay.yaml" }, withExample).problems.map(({ what, how }) => [what, how]),
      [["“kind” is none of these: a, b", "Correct it, as in “kind: b”."]],
    );
  });

  it("of a nested key is told where that key stands", () => {
    assert.deepEqual(
      problems("title: a\nedition:\n  version: b\n  dat: c\n").map(({ at, what }) => [at, what]),
      [["essay.yaml:4:3", "“edition.dat” is not a key that is known here"]],
    );
  });

  it("in an item of a list is told there", () => {
    assert.deepEqual(
      problems("title: a\nedition: { version: b }\nnames:\n  - family: c\n  - family: 4\n").map(({ at }) => at),
      ["essay.yaml:5:5"],
    );
  });

  it("of a missing key is told where the object that lacks it stands", () => {
    assert.deepEqual(problems("title: a\nedition:\n  date: c\n"), [
      { at: "essay.yaml:2:1", what: "“edition.version” is missing", how: "Add the key (keys: version, date)." },
    ]);
    assert.deepEqual(problems("edition: { version: b }\n"), [
      { at: "essay.yaml:1:1", what: "“title” is missing", how: "Add the key (keys: title, edition, names)." },
    ]);
  });

  it("of a value is told with what is wrong with it", () => {
    const [first] = problems("title: 3\nedition: { version: b }\n");
    assert.equal(first?.at, "essay.yaml:1:1");
    assert.match(first?.what ?? "", /^“title” is 3, which YAML takes for a number/u);
  });

  it("does not hide another", () => {
    assert.deepEqual(
      problems("tilte: a\nedition: { version: 1 }\n").map(({ at }) => at),
      ["essay.yaml:1:1", "essay.yaml:2:12", "essay.yaml:1:1"],
    );
  });

  it("in frontmatter is told with its line in the file", () => {
    assert.deepEqual(
      problems("title: a\nedition: { version: b }\ntilte: c\n", 1).map(({ at }) => at),
      ["essay.yaml:4:1"],
    );
  });

  it("of leaving everything out is told too", () => {
    assert.deepEqual(
      problems("").map(({ what }) => what),
      ["“title” is missing", "“edition” is missing"],
    );
  });
});
