import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { type AnchorOptions, updateAnchors } from "../../../scripts/anchors.ts";
import { ContentError, type Problem } from "../../../src/essay/problem.ts";
import type { Registry } from "../../../src/essay/registry.ts";
import { MARK_FILE } from "../../../src/integrations/output-folder.ts";
import { readEssay } from "../../../src/integrations/read-essay.ts";
import { EssayFolder } from "../../support/essay-folder.ts";

let essay: EssayFolder;
beforeEach(() => {
  essay = new EssayFolder();
});
afterEach(() => essay.delete());

const path = (file: string) => join(essay.path, file);
const anchors = (options?: AnchorOptions) => updateAnchors(essay.path, essay.path, { today: "2026-12-01", ...options });

/** What is said where an act fails. */
async function problemsOf(act: () => unknown): Promise<readonly Problem[]> {
  try {
    await act();
    return [];
  } catch (error) {
    assert.ok(error instanceof ContentError, String(error));
    return error.problems;
  }
}
const read = (outputDirectory?: string) =>
  readEssay(essay.path, essay.path, () => undefined, outputDirectory === undefined ? {} : { outputDirectory });

/** The build and the command both refuse, and neither writes anything. */
async function assertLost(what: RegExp, outputDirectory?: string): Promise<void> {
  const before = existsSync(path("anchors.json")) ? readFileSync(path("anchors.json"), "utf8") : undefined;
  for (const act of [
    () => read(outputDirectory),
    () => anchors(outputDirectory === undefined ? {} : { outputDirectory }),
  ]) {
    const [problem, ...others] = await problemsOf(act);
    assert.match(problem?.what ?? "", what);
    assert.match(problem?.how ?? "", /git checkout -- anchors\.json anchors-lock\.json/u);
    assert.deepEqual(others, []);
  }
  assert.equal(existsSync(path("anchors.json")) ? readFileSync(path("anchors.json"), "utf8") : undefined, before);
}

describe("a registry that is missing", () => {
  it("is told where none ever was, and stands in no one's way", async () => {
    const warnings: Problem[] = [];
    await readEssay(essay.path, essay.path, (problem) => warnings.push(problem));
    assert.ok(warnings.some(({ how }) => /npm run anchors before you publish/u.test(how)));
  });

  it("is known by its lock, and found a loss", async () => {
    anchors();
    essay.remove("anchors.json");
    await assertLost(/registry of the published addresses is missing: anchors-lock\.json says/u);
  });

  it("is known by git, with its lock gone too; not by what was committed of another essay", async () => {
    anchors();
    const git = (...parameters: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...parameters], {
        cwd: essay.path,
        stdio: "ignore",
      });
    git("init");
    git("add", ".");
    git("commit", "-m", "publish");
    essay.remove("anchors.json");
    essay.remove("anchors-lock.json");
    await assertLost(/is missing: git has it/u);
    essay.write("essay.yaml", readFileSync(path("essay.yaml"), "utf8").replace(/^id: .*$/mu, "id: another"));
    await read();
  });

  it("is known by the site that was built with it", async () => {
    const output = join(essay.path, "site");
    mkdirSync(output);
    const id = /^id: (.*)$/mu.exec(readFileSync(path("essay.yaml"), "utf8"))?.[1];
    const mark = (registered: boolean) =>
      writeFileSync(join(output, MARK_FILE), JSON.stringify({ essay: id, edition: "1.2.0", registered, files: [] }));
    mark(false);
    await read(output);
    mark(true);
    await assertLost(/is missing: the site in .* was built with it/u, output);
  });

  it("is started anew where its author says that nothing was published", async () => {
    anchors();
    essay.remove("anchors.json");
    anchors({ neverPublished: true });
    await read();
  });
});

describe("a registry that a hand changed", () => {
  const change = (
    alter: (registry: { edition: string; anchors: { id: string; [key: string]: unknown }[] }) => void,
  ) => {
    const registry = JSON.parse(readFileSync(path("anchors.json"), "utf8")) as Registry;
    alter(registry as never);
    essay.write("anchors.json", JSON.stringify(registry));
  };
  const cases: readonly (readonly [string, Parameters<typeof change>[0], RegExp])[] = [
    ["an id renamed", ({ anchors: all }) => rename(all, "p2", "p2x"), /#p2 is not in it any more; #p2x was put in/u],
    [
      "a record taken out",
      ({ anchors: all }) =>
        void all.splice(
          all.findIndex(({ id }) => id === "p2"),
          1,
        ),
      /#p2 is not in it any more/u,
    ],
    ["two records in another order", ({ anchors: all }) => void all.push(...all.splice(1, 1)), /its order is another/u],
    ["another edition", (registry) => void Object.assign(registry, { edition: "1.2.1" }), /words in it were changed/u],
  ];
  const rename = (all: { id: string }[], from: string, to: string) => {
    for (const record of all) if (record.id === from) record.id = to;
  };
  for (const [title, alter, what] of cases)
    it(`is refused: ${title}`, async () => {
      anchors();
      change(alter);
      await assertLost(new RegExp(`^the registry is not as npm run anchors wrote it: .*${what.source}`, "u"));
    });

  it("is the same where only its layout changed", async () => {
    anchors();
    change(() => undefined);
    essay.write("anchors.json", readFileSync(path("anchors.json"), "utf8").replaceAll("\n", "\r\n"));
    await read();
  });

  it("is refused where its lock cannot be read, or a merge was left unfinished in it", async () => {
    anchors();
    const text = readFileSync(path("anchors.json"), "utf8");
    essay.write("anchors.json", text.replace("\n", "\n<<<<<<< HEAD\n"));
    await assertLost(/merge of two versions was left unfinished/u);
    essay.write("anchors.json", text);
    essay.write("anchors-lock.json", "{");
    await assertLost(/lock of the registry cannot be read/u);
  });
});

describe("the command on an edition that is registered", () => {
  const edit = () => essay.replace("ja/opening.mdx", "橋はまだない", "橋はいまもない");

  it("asks for a version, or for a word that it is a slip or not out yet; the build asks too", async () => {
    anchors();
    edit();
    const [built] = await problemsOf(() => read());
    assert.equal(built?.file, "ja/opening.mdx");
    assert.match(built?.what ?? "", /¶1 has other words than are recorded for edition 1\.2\.0/u);
    const registry = readFileSync(path("anchors.json"), "utf8");
    const [asked] = await problemsOf(() => anchors());
    assert.equal(asked?.file, "essay.yaml");
    assert.match(
      asked?.what ?? "",
      /edition 1\.2\.0 is registered, and its text has changed:\n\s+¶1 {2}edited \(ja\)/u,
    );
    assert.equal(readFileSync(path("anchors.json"), "utf8"), registry);
    anchors({ within: "correction" });
    await read();
    assert.match(readFileSync(path("anchors.json"), "utf8"), /"date": "2026-12-01"/u);
  });

  it("takes no new paragraph for a slip", async () => {
    anchors();
    for (const language of ["ja", "en"])
      essay.write(
        `${language}/bridge.mdx`,
        readFileSync(path(`${language}/bridge.mdx`), "utf8").replace(/\n\n(?!---)/u, "\n\nNew words 新しい段落。\n\n"),
      );
    const [problem] = await problemsOf(() => anchors({ within: "correction" }));
    assert.match(problem?.how ?? "", /more than a slip: raise/u);
    anchors({ within: "unpublished" });
    await read();
  });

  it("leaves a text that is being written alone: it is shown with the ids that it would have", async () => {
    anchors();
    edit();
    const warnings: Problem[] = [];
    const shown = await readEssay(essay.path, essay.path, (problem) => warnings.push(problem), { isPreview: true });
    assert.equal(shown.texts["ja"]?.sections[0]?.paragraphs[0]?.number, "1");
    assert.ok(warnings.some(({ what }) => /changed since the anchors were registered: p1/u.test(what)));
  });
});

describe("an id that would break the registry", () => {
  const HEADING = "## 川筋 [#course]";
  for (const [title, alter] of [
    [
      "a section called as a paragraph",
      () =>
        essay.write(
          "essay.yaml",
          readFileSync(path("essay.yaml"), "utf8").replace("sections: [river]", "sections: [p12]"),
        ),
    ],
    [
      "a section called as a note",
      () =>
        essay.write(
          "essay.yaml",
          readFileSync(path("essay.yaml"), "utf8").replace("sections: [river]", "sections: [note-boats]"),
        ),
    ],
    ["a heading called as a paragraph", () => essay.replace("ja/river.mdx", HEADING, "## 川筋 [#p3]")],
    ["a heading called as a note", () => essay.replace("ja/river.mdx", HEADING, "## 川筋 [#note-x]")],
    ["a heading called as a source", () => essay.replace("ja/river.mdx", HEADING, "## 川筋 [#source-marsh-2019]")],
    ["a heading called as a page", () => essay.replace("ja/river.mdx", HEADING, "## 川筋 [#glossary]")],
    ["a heading called as a part of the page", () => essay.replace("ja/river.mdx", HEADING, "## 川筋 [#main]")],
    ["a heading called as a section", () => essay.replace("ja/river.mdx", HEADING, "## 川筋 [#bridge]")],
    ["a heading with what is no id", () => essay.replace("ja/river.mdx", HEADING, "## 川筋 [#川]")],
    [
      "an element called as a paragraph",
      () => essay.replace("ja/bridge.mdx", "橋は三年で", '<span id="p1">橋</span>は三年で'),
    ],
    [
      "an id that is given twice in two sections",
      () => essay.replace("ja/bridge.mdx", "橋は三年で", '<span id="course">橋</span>は三年で'),
    ],
  ] as const)
    it(`is refused before anything is written: ${title}`, async () => {
      alter();
      const problems = await problemsOf(() => anchors());
      assert.ok(
        problems.some(({ what }) => /address of|addresses of|id of|is none|given already/u.test(what)),
        JSON.stringify(problems),
      );
      assert.ok(problems.every(({ line }) => line !== undefined || true));
      assert.ok(!existsSync(path("anchors.json")));
    });
});
