import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { formatFiles } from "../../scripts/essay-format.ts";
import { PROJECT_ROOT } from "../support/project.ts";

describe("what is made from the schemas", () => {
  for (const [path, text] of Object.entries(formatFiles()))
    it(`is committed as it is: ${path}`, () => {
      assert.ok(readFileSync(join(PROJECT_ROOT, path), "utf8") === text, `run npm run essay-format: ${path} is old`);
    });
});
