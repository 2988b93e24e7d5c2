import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { foreignSyntax } from "../../../src/checks/source/syntax.ts";
import { ContentError, type Problem } from "../../../src/essay/problem.ts";
import { readEssay } from "../../../src/integrations/read-essay.ts";
import { EssayFolder } from "../../support/essay-folder.ts";

/** A PNG of one pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Puts words into the sixth line of a section, after 架かった, and reads the essay. */
async function problemsOf(words: string, image?: Buffer, file = "ja/bridge.mdx"): Promise<readonly Problem[]> {
  const essay = new EssayFolder();
  try {
    if (file === "ja/bridge.mdx") essay.replace(file, "架かった。", `架かった。${words}`);
    else essay.write(file, `Words. ${words}\n`);
    if (image) writeFileSync(join(essay.path, "ja", "bridge.png"), image);
    await readEssay(essay.path, essay.path);
    return [];
  } catch (error) {
    assert.ok(error instanceof ContentError, `a crash: ${String(error)}`);
    return error.problems;
  } finally {
    essay.delete();
  }
}

/** Somebody's insides. */
const RAW = /acorn|ENOENT|Unexpected character|VFile|mdast|U\+00|undefined|Could not/u;

describe("what MDX would take for a program, or cannot read,", () => {
  for (const [words, what, how] of [
    ["{month}", /“\{month\}” would be run as a program/u, /\\\{/u],
    ["{11}月", /“\{11\}” would be run/u, /\\\{/u],
    ["{a.b(c)}", /would be run/u, /\\\{/u],
    ["\n\n{month}\n\n", /would be run/u, /\\\{/u],
    ["\n\nexport const a = 1\n\n", /begins like a program/u, /Take it out/u],
    ["<Quot>引く</Quot>", /there is no component <Quot>/u, /Use one of/u],
    ["<Quotatoin>引く</Quotatoin>", /there is no component <Quotatoin>/u, /Did you mean <Quotation>\?/u],
    ["<>引く</>", /there is no component <>/u, /Use one of/u],
    ['<span style={{ color: "red" }}>赤</span>', /an attribute of <span> stands in braces/u, /quotation marks/u],
    ["<span {...all}>赤</span>", /an attribute of <span> stands in braces/u, /quotation marks/u],
    ['<script src="https://example.org/a.js"></script>', /<script> has no place in a text/u, /Take it out/u],
    ['<b onclick="a()">赤</b>', /“onclick” of <b> would run a program/u, /Take it out/u],
    ["一<wbr>二", /<wbr> is not closed/u, /<wbr \/>/u],
    ["x<5", /a < stands here/u, /\\</u],
    ["{", /a brace stands here/u, /\\\{/u],
    ["{2022年}", /a brace stands here/u, /\\\{/u],
    ["<b>太", /<b> is not closed/u, /<\/b>/u],
    ["</b>", /a closing tag stands here/u, /Take it out/u],
  ] as const)
    it(`is told while reading, with file, line, column and the mend: ${JSON.stringify(words)}`, async () => {
      const problems = await problemsOf(words);
      const [found] = problems.filter((problem) => what.test(problem.what));
      assert.ok(found, JSON.stringify(problems));
      assert.match(found.how, how);
      assert.equal(found.file, "ja/bridge.mdx");
      assert.ok((found.line ?? 0) >= 6 && (found.column ?? 0) >= 1, `${found.line}:${found.column}`);
      for (const problem of problems) assert.doesNotMatch(problem.what, RAW);
    });

  it("is told of the page about the site too", async () => {
    for (const words of ["{month}", "<Quot>", "x<5", "![](nowhere.png)"]) {
      const problems = await problemsOf(words, undefined, "about/en.mdx");
      assert.equal(problems[0]?.file, "about/en.mdx", words);
    }
  });

  it("is not a comment, and not what is escaped or code", async () => {
    assert.deepEqual(await problemsOf("{/* 覚え書き */}\\{月\\} `{month}` \\<b `<Quot>` 五〜六 \\~七"), []);
  });
});

describe("what every author of Markdown expects", () => {
  for (const words of [
    "一<br>二",
    "<!-- 覚え書き {月} -->",
    "<https://example.org/>",
    "<name@example.org>",
    "$\\frac{a}{b}$と$x<y$",
    "\n\n$$\nE = mc^2\n$$\n\n",
    "\n\n橋\n: 川を渡るもの。\n\n",
  ])
    it(`is read: ${JSON.stringify(words)}`, async () => {
      const problems = (await problemsOf(words)).filter(({ what }) => !what.startsWith("the section has "));
      assert.deepEqual(problems, []);
    });

  it("is told where a formula cannot be read", async () => {
    const [problem] = await problemsOf("$\\frac{a$");
    assert.match(problem?.what ?? "", /the formula “\\frac\{a” cannot be read/u);
    assert.equal(problem?.file, "ja/bridge.mdx");
  });
});

describe("what other writers of Markdown mean by certain signs", () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ["^[その場の注。]", /a note that stands in the text/u],
    ["\n\n::: epigraph\n\n引く。\n\n:::\n\n", /a block between colons/u],
    ["H~2~O", /“~2~” would be struck out/u],
    ["三~五年、十~十五年", /would be struck out/u],
  ];
  for (const [words, what] of cases)
    it(`is told, and does not come out as it stands: ${JSON.stringify(words)}`, async () => {
      const problems = await problemsOf(words);
      assert.ok(
        problems.some((problem) => what.test(problem.what)),
        JSON.stringify(problems),
      );
      for (const problem of problems) assert.doesNotMatch(problem.what, RAW);
    });

  it("is not money, code, a link, a time or a footnote's mark", () => {
    for (const text of [
      "It cost $5 and then $6, or US$100 to US$200.",
      "Between $1,000 and $2,000; a $ sign and another $.",
      "`$x$` and ```\n```\n$y\n```",
      "At 5: 30 exactly. A mark[^a] and ^ alone.",
      "---\ntitle: $x$ ^[a]\n---\n\nText.",
    ])
      assert.deepEqual(foreignSyntax(text, "x"), [], text);
  });
});

describe("an image", () => {
  for (const [title, words, image, what] of [
    ["that is not there", "![橋](nowhere.png)", undefined, /there is no image “nowhere\.png”/u],
    ["that is cut off", "![橋](bridge.png)", PNG.subarray(0, 40), /cannot be read as an image/u],
    ["that is something else", "![橋](bridge.png)", Buffer.from("not an image"), /cannot be read as an image/u],
    ["that is empty", "![橋](bridge.png)", Buffer.alloc(0), /cannot be read as an image/u],
    ["of another host", "![橋](https://example.org/a.png)", undefined, /is on another host/u],
    ["that is a folder", "![橋](../ja)", undefined, /there is no image/u],
    ["with a bad escape", "![橋](a%E0%A4%A.png)", undefined, /there is no image/u],
  ] as const)
    it(`is told while reading, with its place: ${title}`, async () => {
      const [found, ...others] = await problemsOf(words, image);
      assert.match(found?.what ?? "", what);
      assert.deepEqual([found?.file, found?.line, others], ["ja/bridge.mdx", 6, []]);
    });

  it("that is whole is none", async () => {
    assert.deepEqual(
      (await problemsOf("![橋](bridge.png)", PNG)).filter(({ what }) => /image/u.test(what)),
      [],
    );
  });
});

describe("a file that was saved wrongly", () => {
  it("tells the first of a kind, and how many more there are", async () => {
    const problems = await problemsOf("か\u3099".repeat(40));
    assert.equal(problems.length, 5);
    assert.match(problems[4]?.how ?? "", /There are 35 more of the kind in this file\./u);
  });

  it("tells a lost character and one that no text has", async () => {
    assert.match((await problemsOf("\uFFFD"))[0]?.what ?? "", /a character was lost here/u);
    assert.match((await problemsOf("\u0007"))[0]?.what ?? "", /no text has \(U\+0007\)/u);
    assert.deepEqual(await problemsOf("一\t二"), []);
  });
});
