import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { makeTemporaryFolder, PROJECT_ROOT, removeFolder } from "../../support/project.ts";

const MANUSCRIPT = "# River\n\n## Boats\n\nThey are painted in spring.\n\nNobody knows by whom.\n";

describe("the command that imports a manuscript", () => {
  let folder: string;
  let essay: string;
  before(() => {
    folder = makeTemporaryFolder("command");
    essay = join(folder, "my “essay” and Holm's 随筆");
  });
  after(() => removeFolder(folder));

  /** Imports the manuscript with these words, as an author does. */
  function importWith(text: string, ...options: string[]) {
    const manuscript = join(folder, "river.md");
    writeFileSync(manuscript, text);
    const parameters = [join("scripts", "import.ts"), manuscript, "--into", essay, "--language", "en", ...options];
    const { status, stdout, stderr } = spawnSync(process.execPath, parameters, { cwd: PROJECT_ROOT, encoding: "utf8" });
    return { status, output: `${stdout}${stderr}`.trimEnd(), last: stdout.trimEnd().split("\n").at(-1) ?? "" };
  }
  const registered = () => readFileSync(join(essay, "anchors.json"), "utf8");

  it("ends with the one that shows the essay, each time that it is made again before anybody can have seen it", () => {
    const first = importWith(MANUSCRIPT);
    assert.equal(first.status, 0, first.output);
    assert.match(first.last, /^ESSAY_DIR=.+ npm run dev$/u);
    // As it is printed, a shell gives the essay's directory to what runs, whatever its name holds.
    const shown = first.last.replace("npm run dev", `sh -c 'cat "$ESSAY_DIR/essay.yaml"'`);
    assert.match(execFileSync("sh", ["-c", shown], { cwd: PROJECT_ROOT, encoding: "utf8" }), /^title: River$/mu);
    const second = importWith(MANUSCRIPT.replace("Nobody knows", "Holm knows"), "--again");
    assert.equal(second.status, 0, second.output);
    assert.equal(second.last, first.last);
    assert.ok(registered().includes("Holm knows"));
    assert.ok(!registered().includes("Nobody knows"));
  });

  it("has its author say what a change is once the essay is out", () => {
    const git = (...parameters: string[]) => execFileSync("git", ["-C", essay, ...parameters], { stdio: "pipe" });
    git("init", "--quiet");
    git("add", ".");
    git("-c", "user.name=Holm", "-c", "user.email=holm@example.org", "commit", "--quiet", "--message", "Out");
    const { status, output } = importWith(MANUSCRIPT.replace("Nobody knows", "Everybody knows"), "--again");
    assert.equal(status, 1);
    assert.match(output, /edition 1\.0\.0 is registered, and its text has changed/u);
    assert.match(output, /npm run anchors -- --unpublished/u);
    assert.ok(registered().includes("Holm knows"));
  });
});
