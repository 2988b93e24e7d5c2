import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { sizeIn, writeFileSizes } from "../../../src/integrations/file-sizes.ts";

test("sizes are written as readers of a language write them, and never as nothing", () => {
  assert.equal(sizeIn(70_590, "en"), "71 kB");
  assert.equal(sizeIn(12, "en"), "1 kB");
  assert.equal(sizeIn(999_600, "en"), "1 MB");
  assert.equal(sizeIn(1_240_000, "de"), "1,2 MB");
});

test("the page of formats says how large each file is that is there, and nothing of one that is not", () => {
  const directory = mkdtempSync(join(tmpdir(), "file-sizes-"));
  mkdirSync(join(directory, "en/formats"), { recursive: true });
  writeFileSync(join(directory, "en/essay.epub"), "x".repeat(4_200));
  const page = join(directory, "en/formats/index.html");
  writeFileSync(
    page,
    '<i>a</i><small data-size-of="en/essay.epub"></small><small data-size-of="en/essay.pdf"></small>',
  );
  writeFileSizes(directory, ["en"]);
  assert.equal(readFileSync(page, "utf8"), "<i>a</i><small>4 kB</small>");
});
