import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { UserError } from "../../../src/essay/problem.ts";
import {
  abandonSite,
  addToSite,
  buildFolder,
  checkOutput,
  openWorkshop,
  outputFolder,
  publishSite,
  readMark,
} from "../../../src/integrations/output-folder.ts";
import { makeFolderInProject, PROJECT_ROOT, removeFolder } from "../../support/project.ts";

let folder: string;
let root: string;
let essayDirectory: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "output-"));
  root = join(folder, "project");
  essayDirectory = join(folder, "essays", "one");
  write("project/src/index.ts", "export {};\n");
  write("essays/one/essay.yaml", "id: one\n");
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** Does what a build does: checks, builds one page, publishes it. */
function build(directory: string, page = "<p>new</p>"): void {
  checkOutput(directory, { root, essayDirectory });
  const target = outputFolder(directory);
  writeFileSync(join(openWorkshop(target), "index.html"), page);
  checkOutput(directory, { root, essayDirectory });
  publishSite(target, { essay: "one", edition: "1.0.0", registered: true });
}

const snapshot = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file, readFileSync(file, "utf8")]);

describe("a folder that is replaced by a site", () => {
  it("is one that is not there, one that is empty, or one that a build made", () => {
    const output = join(folder, "out", "site");
    build(output, "first");
    build(output, "second");
    assert.equal(readFileSync(join(output, "index.html"), "utf8"), "second");
    assert.deepEqual(readMark(output)?.files, ["index.html"]);
    assert.deepEqual(readdirSync(dirname(output)), ["site"], "nothing is left beside it");
    mkdirSync(join(folder, "empty"));
    build(join(folder, "empty"));
  });

  it("may be the project's dist, and one in the cache", () => {
    build(join(root, "dist"));
    build(join(root, "node_modules", ".cache", "site"));
  });

  it("is where a symbolic link leads; the link stays", () => {
    mkdirSync(join(folder, "host"));
    symlinkSync(join(folder, "host"), join(folder, "link"));
    build(join(folder, "link"), "by link");
    assert.equal(readFileSync(join(folder, "host", "index.html"), "utf8"), "by link");
    assert.ok(
      readdirSync(folder, { withFileTypes: true })
        .find(({ name }) => name === "link")
        ?.isSymbolicLink(),
    );
  });

  it("may hold what was made of its files by a host, and what a file manager left", () => {
    const output = join(folder, "out");
    build(output);
    write("out/index.html.br", "");
    write("out/.DS_Store", "");
    build(output);
  });

  it("may hold what was added to the site afterwards, and keeps it until the next build", () => {
    const directory = join(folder, "out");
    build(directory);
    addToSite(directory, "book.pdf", Buffer.from("%PDF"));
    assert.ok(readMark(directory)?.files.includes("book.pdf"));
    build(directory);
    assert.ok(!existsSync(join(directory, "book.pdf")));
    assert.throws(() => addToSite(folder, "book.pdf", Buffer.from("")), UserError);
  });

  it("is put back by the next build where one was interrupted between two steps", () => {
    const output = join(folder, "out");
    build(output, "whole");
    write("out.building/.made-by-build", "");
    mkdirSync(join(folder, "out.building", "site"), { recursive: true });
    rmSync(join(folder, "out.building", "previous"), { recursive: true, force: true });
    const moved = join(folder, "out.building", "previous");
    mkdirSync(moved);
    for (const file of readdirSync(output)) writeFileSync(join(moved, file), readFileSync(join(output, file)));
    rmSync(output, { recursive: true });
    openWorkshop(outputFolder(output));
    assert.equal(readFileSync(join(output, "index.html"), "utf8"), "whole");
  });
});

describe("a folder that is refused, and of which nothing is lost,", () => {
  const cases: readonly (readonly [title: string, path: () => string, message: RegExp])[] = [
    ["is the essay's own", () => essayDirectory, /is the essay’s own folder/u],
    ["is the essay's own, by a link", () => link(essayDirectory), /is the essay’s own folder/u],
    ["contains the essay", () => dirname(essayDirectory), /contains the essay/u],
    ["lies in the essay", () => join(essayDirectory, "site"), /lies in the essay/u],
    [
      "lies in the essay, by a link to its parent",
      () => join(link(dirname(essayDirectory)), "one", "site"),
      /lies in/u,
    ],
    [
      "lies in another essay",
      () => write("essays/two/essay.yaml", "id: two\n").replace("essay.yaml", "out"),
      /lies in the essay in/u,
    ],
    ["is the project", () => root, /is the project’s own folder/u],
    ["contains the project", () => folder, /contains the (essay|project)/u],
    ["is the root of the machine", () => "/", /contains the (essay|project)/u],
    ["is the project's source", () => join(root, "src"), /the project’s folder src/u],
    ["lies in what is published with every site", () => join(root, "public", "site"), /the project’s folder public/u],
    ["lies in the project's history", () => join(root, ".git", "site"), /the project’s folder \.git/u],
    ["is the place of the packages", () => join(root, "node_modules"), /the project’s folder node_modules/u],
    [
      "holds someone's file",
      () => dirname(write("mine/thesis.txt", "years of work")),
      /holds what no build made: thesis\.txt/u,
    ],
    ["holds someone's hidden file", () => dirname(write("mine/.env", "secret")), /\.env/u],
    ["is a file", () => write("file", "mine"), /which is a file/u],
    ["is below a file", () => join(write("file", "mine"), "site"), /file is a file/u],
    ["is a link that leads nowhere", () => link(join(folder, "nowhere")), /leads nowhere/u],
    [
      "was made by a build and then given a file",
      () => {
        build(join(folder, "out"));
        write("out/ja/notes.txt", "mine");
        return join(folder, "out");
      },
      /holds what no build made: ja\/notes\.txt\. Move that elsewhere .*public/u,
    ],
    [
      "has another's folder where the site would grow",
      () => {
        write("out.building/thesis.txt", "years of work");
        return join(folder, "out");
      },
      /out\.building, which no build made: thesis\.txt/u,
    ],
  ];
  function link(to: string): string {
    symlinkSync(to, join(folder, "link"));
    return join(folder, "link");
  }
  for (const [title, path, message] of cases)
    it(title, () => {
      const directory = path();
      const before = snapshot();
      assert.throws(
        () => build(directory),
        (error: Error) =>
          error instanceof UserError && message.test(error.message) && error.message.includes(directory),
      );
      assert.deepEqual(snapshot(), before);
    });
});

describe("a site that cannot be put in its place", () => {
  it("leaves the old one where it was", () => {
    const output = join(folder, "out");
    build(output, "old");
    const target = outputFolder(output);
    const staging = openWorkshop(target);
    writeFileSync(join(staging, "index.html"), "new");
    // What stands in the way of the first step as another file system would: a folder cannot replace a file.
    writeFileSync(join(target.workshop, "previous"), "in the way");
    assert.throws(() => publishSite(target, { essay: "one", edition: "1.0.0", registered: true }));
    assert.equal(readFileSync(join(output, "index.html"), "utf8"), "old");
    assert.ok(existsSync(join(staging, "index.html")));
  });
});

describe("an output on another file system than the project", () => {
  /** In memory, on Linux. */
  const MEMORY = "/dev/shm";
  const isElsewhere = existsSync(MEMORY) && statSync(MEMORY).dev !== statSync(PROJECT_ROOT).dev;

  it("is built in the project and put in its place in one step", { skip: !isElsewhere }, () => {
    const elsewhere = mkdtempSync(join(MEMORY, "output-"));
    // The essay would stand in memory too, and be what the last refusal is about.
    [root, essayDirectory] = [makeFolderInProject("output"), join(PROJECT_ROOT, "content")];
    try {
      const directory = join(elsewhere, "site");
      for (const page of ["first", "second"]) {
        checkOutput(directory, { root, essayDirectory });
        const target = outputFolder(directory);
        openWorkshop(target);
        const place = buildFolder(target, root);
        assert.ok(place.startsWith(join(root, "node_modules", ".cache")));
        mkdirSync(place, { recursive: true });
        writeFileSync(join(place, "index.html"), page);
        publishSite(target, { essay: "one", edition: "1.0.0", registered: true }, place);
        assert.equal(readFileSync(join(directory, "index.html"), "utf8"), page);
        assert.ok(!existsSync(place));
      }
      assert.deepEqual(readdirSync(elsewhere), ["site"]);
      assert.throws(() => checkOutput(MEMORY, { root, essayDirectory }), /where another file system begins/u);
    } finally {
      rmSync(elsewhere, { recursive: true });
      removeFolder(root);
    }
  });

  it("leaves nothing of a site that is not finished, and the old one in its place", () => {
    const directory = join(folder, "out");
    build(directory, "<p>old</p>");
    const before = snapshot();
    const target = outputFolder(directory);
    const builtIn = join(folder, "cache", "site");
    write("cache/site/index.html", "<p>half</p>");
    writeFileSync(join(openWorkshop(target), "index.html"), "<p>half</p>");
    // Stopped between the two steps of the swap.
    renameSync(directory, join(target.workshop, "previous"));
    abandonSite(target, builtIn);
    assert.deepEqual(snapshot(), before);
    assert.equal(existsSync(builtIn), false);
  });
});
