import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { findKeptFiles, keepFiles } from "../../../src/integrations/kept-files.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kept-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
const file = () => join(folder, "cache", "files");

/** @returns the files that are found, `undefined` where not all are */
function found(from: string): [string, string][] | undefined {
  const files: [string, string][] = [];
  const isWhole = findKeptFiles(file(), from, (path, content) => {
    files.push([path, Buffer.from(content as Uint8Array).toString("latin1")]);
  });
  return isWhole ? files : undefined;
}

function keep(from: string, files: readonly (readonly [string, string | Uint8Array])[]): void {
  const kept = keepFiles(file(), from);
  for (const [path, content] of files) kept.add(path, content);
  kept.end();
}

describe("files kept from build to build", () => {
  it("are found again as they were, whatever their size, by what they were made from", () => {
    assert.equal(found("a"), undefined);
    // Of more bytes than are read at once, on both sides of where one reading ends and the next begins.
    const sizes = [0, 1, 3, 1_048_570, 20, 0, 2_500_000, 7];
    const files = sizes.map((size, index) => [`en/${index}.txt`, String(index).repeat(size)] as const);
    keep("a", [...files, ["cover.bin", Uint8Array.of(0, 255, 10)]]);
    assert.deepEqual(found("a"), [...files, ["cover.bin", "\u0000\u00ff\n"]]);
    assert.equal(found("b"), undefined);
    assert.deepEqual(readdirSync(join(folder, "cache")), ["files"]);
  });

  it("are none where their file is spoilt, wherever that ends", () => {
    keep("a", [["one.txt", "one"]]);
    const whole = readFileSync(file());
    for (let length = 0; length < whole.length; length += 1) {
      writeFileSync(file(), whole.subarray(0, length));
      assert.equal(found("a"), undefined, `${length} bytes of ${whole.length}`);
    }
    writeFileSync(file(), whole.fill(255, whole.indexOf("\n") + 1));
    assert.equal(found("a"), undefined);
    truncateSync(file());
    assert.equal(found("a"), undefined);
  });

  it("stand until others are whole, and what a build has left that was broken off goes with the next", () => {
    keep("a", [["one.txt", "one"]]);
    keepFiles(file(), "b").add("two.txt", "two");
    assert.deepEqual(found("a"), [["one.txt", "one"]]);
    // No process has this number: it is above the highest that systems give.
    writeFileSync(`${file()}.99999999`, "half");
    keep("b", [["two.txt", "two"]]);
    assert.deepEqual(found("b"), [["two.txt", "two"]]);
    assert.deepEqual(readdirSync(join(folder, "cache")), ["files"]);
  });
});
