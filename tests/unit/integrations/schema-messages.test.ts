import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "astro/zod";
import { validateYaml } from "../../../src/integrations/validate-yaml.ts";
import { figuresSchema, glossarySchema, timelineSchema } from "../../../src/schemas/annotations.ts";
import { essaySchema } from "../../../src/schemas/essay.ts";
import { referencesSchema } from "../../../src/schemas/references.ts";
import { sectionSchema } from "../../../src/schemas/section.ts";

const messages = (schema: z.ZodType, text: string) =>
  validateYaml({ text, file: "file.yaml" }, schema).problems.map(({ what }) => what);

/** What the schema's library says when it is left alone. */
const RAW = /Invalid|expected|received|Too (small|big)|>=|<=|Unrecognized|regex|pattern|undefined|NaN|\[object/u;

/** Values of every kind, to stand where another is wanted. */
const VALUES = ["a", "1.5", "true", "~", "[]", "[1, 2, 3]", "{ a: 1 }", '"2023-02-31"', '""'];

/** @returns for every key of an object's schema, and of those below it, a text in which it has a wrong value */
function wrongTexts(schema: z.ZodType, indent = ""): string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject)
    return Object.entries(inner.shape as Record<string, z.ZodType>).flatMap(([key, own]) => [
      ...VALUES.map((value) => `${indent}${key}: ${value}\n`),
      ...wrongTexts(own, `${indent}  `).map((text) => `${indent}${key}:\n${text}`),
    ]);
  if (inner instanceof z.ZodArray)
    return [
      ...VALUES.map((value) => `${indent}- ${value}\n`),
      ...wrongTexts(inner.element as z.ZodType, `${indent}  `).map((text) => `${indent}-\n${text}`),
    ];
  return [];
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrap(schema.unwrap() as z.ZodType);
  return schema;
}

describe("what a schema says of a wrong value", () => {
  for (const [name, schema] of Object.entries({
    essaySchema,
    referencesSchema,
    sectionSchema,
    glossarySchema,
    timelineSchema,
    figuresSchema,
  }))
    it(`is in words of ours for every key and every kind of value: ${name}`, () => {
      const made: z.ZodType = typeof schema === "function" ? schema(["ja", "en"]) : schema;
      const texts = [...wrongTexts(made), ...VALUES];
      assert.ok(texts.length > VALUES.length);
      for (const text of texts)
        for (const what of messages(made, text))
          assert.doesNotMatch(what.replaceAll(/“[^”]*”/gu, ""), RAW, `${text} → ${what}`);
    });

  it("is the sentence of the form that was plainly meant, not of the list around it", () => {
    const schema = z.strictObject({
      sections: z.array(
        z.union(
          [
            z.string().refine((id) => id !== "search", "is taken"),
            z.strictObject({ id: z.string().refine((id) => id !== "search", "is taken") }),
          ],
          "is neither a slug nor { id }",
        ),
      ),
    });
    assert.deepEqual(messages(schema, "sections: [search]"), ["“sections.0” is taken"]);
    assert.deepEqual(messages(schema, "sections:\n  - id: search"), ["“sections.0.id” is taken"]);
    assert.deepEqual(messages(schema, "sections: [[a]]"), ["“sections.0” is neither a slug nor { id }"]);
    assert.deepEqual(messages(schema, "sections:\n  - id: a\n    ide: b"), [
      "“sections.0.ide” is not a key that is known here",
    ]);
  });

  it("names the kinds, the bounds and the counts", () => {
    const schema = z.strictObject({
      kind: z.enum(["map", "steps"]),
      west: z.number().min(-180).max(180),
      names: z.array(z.string()).min(2).max(3),
      url: z.url(),
    });
    assert.deepEqual(messages(schema, "kind: pie\nwest: 200\nnames: [a]\nurl: example"), [
      "“kind” is none of these: map, steps",
      "“west” is more than 180",
      "“names” has fewer than 2 entries",
      "“url” is not an address such as https://example.org",
    ]);
  });
});
