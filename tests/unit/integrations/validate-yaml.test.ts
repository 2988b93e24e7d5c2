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
    assert.match(first?.how ?? "", /Close the bracket/u);
  });

  for (const [title, text, what] of [
    ["a bracket that is not closed", "title: [a\nedition: b\nnames: [\n", /a bracket is not closed/u],
    ["words after a quotation", 'title: "a" b\n', /words after a quotation mark/u],
    ["a quotation mark that is not closed", 'title: "a\nedition: b\n', /the other quotation mark/u],
    ["a tab", "title: a\nedition:\n\tversion: b\n", /indented/u],
    ["two colons", "title: a: b\n", /two colons/u],
    ["a key twice", "title: a\ntitle: b\nedition: { version: b }\n", /is given twice/u],
    ["a key without a colon", "title\nedition: b\n", /no colon after its key/u],
    ["a value that begins as a command", "title: `a`\n", /a character that means something/u],
    ["a value that begins with a star", "title: *a\n", /begins with \*/u],
    ["a value that refers to itself", "title: &a [*a]\nedition: { version: b }\n", /“title” is/u],
  ] as const)
    it(`is told once, in words of ours: ${title}`, () => {
      const found = problems(text);
      assert.match(found[0]?.what ?? "", what);
      if (found[0]?.what.startsWith("this is not valid")) assert.equal(found.length, 1);
      for (const one of found) assert.doesNotMatch(one.what, /expected|received|implicit|scalar|sequence|mapping/iu);
    });

  it("is told of JSON as of JSON", () => {
    const { problems: found } = validateYaml({ text: '{"title": "a"\n"edition": 1}', file: "references.json" }, schema);
    assert.match(found[0]?.what ?? "", /^this is not valid JSON: /u);
    assert.deepEqual([found.length, found[0]?.line], [1, 2]);
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
    assert.equal(first?.what, '“title” is 3, which YAML takes for a number: put it in quotation marks, "3"');
  });

  it("does not hide another", () => {
    assert.deepEqual(
      problems("subject: a\nedition: { version: 1 }\n").map(({ at }) => at),
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
      problems("# nothing\n").map(({ what }) => what),
      ["the file is empty"],
    );
    assert.deepEqual(
      problems("", 1).map(({ what }) => what),
      ["“title” is missing", "“edition” is missing"],
    );
  });

  it("that makes a key unknown and another missing is told once, with what was meant", () => {
    assert.deepEqual(problems("tilte: a\nedition: { verson: b }\n"), [
      {
        at: "essay.yaml:2:12",
        what: "“edition.verson” is not a key that is known here",
        how: "Did you mean “version”?",
      },
      {
        at: "essay.yaml:1:1",
        what: "“tilte” is not a key that is known here",
        how: "Did you mean “title”?",
      },
    ]);
  });

  it("of the wrong kind of file is told as one", () => {
    assert.deepEqual(
      problems("- a\n- b\n").map(({ what }) => what),
      ["the file is a list, not a set of keys with values"],
    );
  });
});
