import assert from "node:assert/strict";
import { test } from "node:test";
import { unaccountedWords } from "../../../src/import/account.ts";
import { importFiles } from "../../support/manuscripts.ts";

const words = (source: readonly string[], said: readonly string[]) =>
  unaccountedWords(
    source.map((text, index) => ({ place: `line ${index + 1}`, text })),
    said,
  ).map(({ place, text }) => `${place}: ${text}`);

test("words that are in a file and in nothing that was read of it are found where they stand", () => {
  assert.deepEqual(words(["東京とうきょうへ", "とう、行く。"], ["とう、", "東京 へ", "行 く"]), ["line 1: とうきょう"]);
  assert.deepEqual(words(["A boat and a *boat*.", "The boat."], ["The boat. A", "boat and a"]), ["line 1: boat"]);
  // Words that moved, white space, radicals and markup are no difference.
  assert.deepEqual(words(["⻑ い 道", "**b**old"], ["old b", "長い道"]), []);
  assert.deepEqual(words(["one two three"], []), ["line 1: one two three"]);
});

/** What is told of a text in Markdown. */
async function told(text: string): Promise<string> {
  const { findings } = await importFiles({ "a.md": `# T\n\nIt begins.\n\n${text}\n` }, { language: "en" });
  return [...findings.leftOut, ...findings.open].map(({ place, text: what }) => `${place}: ${what}`).join("\n");
}

test("nothing that Markdown can hold is left out without a word", async () => {
  for (const [source, ...wanted] of [
    ["[words]{.smallcaps}", "{.smallcaps}"],
    ['![alt](far.png "Caption"){width=50% fig-alt="described"}', "far.png", "width=50%", "described"],
    ['[nobody]: https://example.org/unused "Unused title"', "example.org/unused", "Unused title"],
    ["```{=latex}\n\\newpage\n```", "meant for latex alone: “\\newpage”"],
    ["Raw `\\LaTeX`{=latex} it.", "\\LaTeX"],
    ["```{r, echo=FALSE}\nplot(1)\n```", "code that a program runs ({r, echo=FALSE})"],
    ["{{< video https://example.org/v >}}", "{{< video https://example.org/v >}}"],
    ["<!-- why -->\n\nMore <!-- whom --> words.", "comment: why", "comment: whom"],
    ["%%\nhidden block\n%%", "hidden block"],
    ["Said %%hidden%% here.", "a comment: “hidden”"],
    ["See [[Some Page#Part|alias]].", "Some Page › Part"],
    ["![[Other note]]", "shows another note here"],
    ["It is said. ^b1ock", "^b1ock"],
    ["> [!tip]- Title\n> Words.", "[!tip]"],
    ['<video src="film.mp4"></video>', "film.mp4"],
    ["[^never]: Nobody calls it.", "nothing calls the note"],
  ] as const) {
    const said = await told(source);
    for (const one of wanted) assert.ok(said.includes(one), `${source}\n→ ${said}`);
  }
});

test("what Markdown keeps is not told as lost", async () => {
  for (const source of [
    "[a](https://example.org/a \"t\"), [b][r], <https://example.org/c>.\n\n[r]: https://example.org/r 'u'",
    "[mot]{lang=fr}, caf&eacute; &amp; H<sub>2</sub>O, *a***b**, `x < y`, 2^nd^, $x^2$.",
    "- [x] done\n- [ ] open\n\n3. three\n4. four\n\n| a | b |\n| - | :-: |\n| 1 | 2 |",
    "Term\n:   Said[^n] and said^[in the line].\n\n[^n]: Once.",
    "```js\nconst a = '&lt;b>';\n```\n\n::: {.quote}\nSaid.\n:::\n\n| line one\n| line two",
    "## Part {#part .unnumbered}\n\n[東京]{とうきょう}、{漢字|かんじ}、==marked==",
  ])
    assert.doesNotMatch(await told(source), /stands? in the file and not in the essay/u, source);
});

test("keys of a metadata block that an essay does not have are told", async () => {
  const { findings } = await importFiles(
    {
      "a.md":
        "---\ntitle: On *Boats*\nauthor:\n  - name: Jane Holm\n    email: jane@example.org\ndate: 2024-03-01\nformat:\n  html:\n    theme: cosmo\n---\n\nThey are old.\n",
    },
    { language: "en" },
  );
  const said = findings.leftOut.map(({ place, text }) => `${place}: ${text}`);
  assert.deepEqual(
    said.map((one) => /^line \d+: “[^”]*”/u.exec(one)?.[0]),
    ["line 5: “jane@example.org”", "line 9: “cosmo”"],
  );
});

/** A page with more around its article than the article. */
const PAGE = (inner: string, outer = "") =>
  `<html lang="en"><body>${outer}<h1>Boats</h1><p>${"They are old and lie at the pier. ".repeat(6)}</p>${inner}</body></html>`;

test("nothing that a page can hold is left out without a word", async () => {
  for (const [source, ...wanted] of [
    [PAGE('<p title="a tip">Words.</p>'), "a tip"],
    [PAGE('<p><img src="b.png" alt="a boat" title="its tip"></p>'), "b.png", "a boat", "its tip"],
    [PAGE("<svg><text>drawn words</text></svg>"), "drawn words"],
    [PAGE('<video><source src="f.mp4">No film.</video>'), "f.mp4", "No film"],
    [PAGE('<table><tr><td title="cell tip">1</td></tr></table>'), "cell tip"],
    [PAGE("<p>Pick <select><option>chosen</option></select></p>"), "chosen"],
    [PAGE('<p><input value="typed"><textarea placeholder="hint">area</textarea></p>'), "typed", "hint", "area"],
    [PAGE("<!-- an editor's remark -->"), "an editor's remark"],
    [PAGE('<iframe src="https://example.org/film" title="A film"></iframe>'), "example.org/film", "A film"],
    [PAGE('<iframe src="https://example.org/film"></iframe>', "<nav>Menu of the page</nav>"), "example.org/film"],
  ] as const) {
    const { findings } = await importFiles({ "a.html": source });
    const said = findings.leftOut.map(({ text }) => text).join("\n");
    for (const one of wanted) assert.ok(said.includes(one), `${source}\n→ ${said}`);
  }
});

test("what a page keeps is not told as lost", async () => {
  const { findings } = await importFiles({
    "a.html": PAGE(
      '<p>A <a href="https://example.org" title="tip">link</a>, <abbr title="United Nations">UN</abbr>, <ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>, x<sup><a href="#n1">1</a></sup>.</p><table><caption>Cap</caption><tr><td><ul><li>a</li></ul><p>b</p></td></tr></table><p><span class="math">\\(x^2\\)</span></p><ol><li id="n1">A note.</li></ol>',
    ),
  });
  assert.deepEqual(
    findings.leftOut.filter(({ text }) => text.includes("stands in the file")),
    [],
  );
});
