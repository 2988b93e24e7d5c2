import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { z } from "astro/zod";
import { reference } from "../../scripts/essay-format/reference.ts";
import { FILES, formatFiles } from "../../scripts/essay-format.ts";
import { PROJECT_ROOT } from "../support/project.ts";

describe("what is made from the schemas", () => {
  for (const [path, text] of Object.entries(formatFiles()))
    it(`is committed as it is: ${path}`, () => {
      assert.ok(readFileSync(join(PROJECT_ROOT, path), "utf8") === text, `run npm run essay-format: ${path} is old`);
    });

  for (const file of FILES)
    it(`says of every key what it is: ${file.name}`, () => {
      const rows = reference([file])
        .split("\n")
        .flatMap((line) => {
          const [, key, words] = /^\| `(.+?)` \|.*\| (.*) \|$/u.exec(line) ?? [];
          return key === undefined ? [] : [{ key, words }];
        });
      assert.deepEqual([...new Set(rows.map(({ key }) => key))].sort(), keysIn(file.schema));
      assert.deepEqual(
        rows.filter(({ words }) => !words),
        [],
      );
    });

  it("names a group once for all its places, and what stands for a key that not every form has", () => {
    const place = z.union([z.strictObject({ on: z.number() }), z.strictObject({ off: z.number(), by: z.string() })]);
    const told = reference([
      { name: "f", introduction: "", schema: z.strictObject({ from: place, to: z.array(place) }) },
    ]);
    assert.match(told, /^### from, to$/mu);
    assert.match(told, /^\| `on` \| number \| \*\*required\*\*, or `off` or `by` \|/mu);
    assert.match(told, /^\| `off` \| number \| \*\*required\*\*, or `on` \|/mu);
  });
});

/** @returns every key that may stand anywhere in a file, as zod itself tells of its schema */
function keysIn(schema: z.ZodType): string[] {
  const keys = new Set<string>();
  z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ jsonSchema: { properties = {} } }) => {
      for (const key of Object.keys(properties)) keys.add(key);
    },
  });
  return [...keys].sort();
}
