import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { writeIntoDirectory, writeNewDirectory } from "../../../src/import/write-directory.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "import-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A file that stands where a later one needs a folder: writing fails half-way, as on a full disk. */
const FAILING = new Map([
  ["a.txt", "new"],
  ["b", "new"],
  ["b/c.txt", "new"],
]);

test("a new directory that fails half-way leaves nothing, and says why", async () => {
  await assert.rejects(
    writeNewDirectory(join(folder, "over", "essay"), FAILING, "essay"),
    /^ImportError: essay could not be written: something in its path is a file\. Mend that/u,
  );
  assert.deepEqual(readdirSync(folder), []);
  await writeNewDirectory(join(folder, "essay"), new Map([["a/b.txt", "new"]]), "essay");
  assert.equal(readFileSync(join(folder, "essay", "a", "b.txt"), "utf8"), "new");
});

test("a directory in a place where nothing can be made is refused at once", { skip: !existsSync("/proc/self") }, () => {
  // In a process of its own: what never returns is ended there.
  const program = `
    import { writeNewDirectory } from ${JSON.stringify(new URL("../../../src/import/write-directory.ts", import.meta.url).href)};
    await writeNewDirectory("/proc/essay/over", new Map([["a/b.txt", ""]]), "essay").catch(({ message }) => console.log(message));
  `;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    encoding: "utf8",
    timeout: 20_000,
    killSignal: "SIGKILL",
  });
  assert.match(stdout, /^essay could not be written: /u);
});

test("a directory that is there stays as it was where writing into it fails half-way", async () => {
  const target = join(folder, "essay");
  mkdirSync(target);
  for (const name of ["a.txt", "old.txt"]) writeFileSync(join(target, name), "old");
  await assert.rejects(writeIntoDirectory(target, FAILING, ["old.txt"], "essay"), /could not be written/u);
  assert.deepEqual([readdirSync(folder), readdirSync(target)], [["essay"], ["a.txt", "old.txt"]]);
  assert.equal(readFileSync(join(target, "a.txt"), "utf8"), "old");
  await writeIntoDirectory(target, new Map([["a.txt", "new"]]), ["old.txt"], "essay");
  assert.deepEqual([readdirSync(target), readFileSync(join(target, "a.txt"), "utf8")], [["a.txt"], "new"]);
});

test("an import that is stopped leaves nothing", () => {
  // In a process of its own: the signal would stop the runner of the tests too.
  const program = `
    import { writeNewDirectory } from ${JSON.stringify(new URL("../../../src/import/write-directory.ts", import.meta.url).href)};
    const files = new Map(Array.from({ length: 50 }, (_, index) => [\`file-\${index}\`, ""]));
    const writing = writeNewDirectory(${JSON.stringify(join(folder, "essay"))}, files, "essay");
    process.kill(process.pid, "SIGINT");
    await writing.catch(({ message }) => console.log(message));
  `;
  const { stdout, status } = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
  assert.match(stdout, /essay was not written: the import was stopped/u);
  assert.equal(status, 0);
  assert.deepEqual(readdirSync(folder), []);
});

test("an import that is told to stop again and again leaves nothing either", () => {
  const program = `
    import { writeNewDirectory } from ${JSON.stringify(new URL("../../../src/import/write-directory.ts", import.meta.url).href)};
    const files = new Map(Array.from({ length: 50 }, (_, index) => [\`file-\${index}\`, ""]));
    // Asked between the writer's own steps, again and again.
    let writing;
    const stop = () => {
      if (writing) process.kill(process.pid, "SIGINT");
      setImmediate(stop);
    };
    stop();
    writing = writeNewDirectory(${JSON.stringify(join(folder, "essay"))}, files, "essay");
    await writing;
  `;
  for (let round = 0; round < 5; round += 1) {
    spawnSync(process.execPath, ["--input-type=module", "-e", program]);
    assert.deepEqual(readdirSync(folder), []);
  }
});
