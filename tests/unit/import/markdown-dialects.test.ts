import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { importFiles, PIXEL } from "../../support/manuscripts.ts";

const imported = async (text: string, decisions: readonly (readonly [string, string])[] = []) => {
  const { files, findings } = await importFiles(
    { "a.md": text },
    { language: "en", decisions: new Map(decisions), beside: () => PIXEL },
  );
  const sections = [...files].flatMap(([path, content]) => (path.endsWith(".mdx") ? [String(content)] : []));
  const told = findings.leftOut.map(({ place, text: words }) => `${place}: ${words}`);
  return { settings: parse(String(files.get("essay.yaml"))), text: sections.join("\n"), told, findings };
};

test("the keys over a text of MultiMarkdown, its labels, its images' sizes and editors' changes are read", async () => {
  const { settings, text, told } = await imported(`Title: The Ledger
Author: Tobias Lindqvist
Keywords: debt, village
Copyright: CC BY 4.0
LaTeX Mode: memoir

# One

See [her][widow]. It was {--very --}small{++, indeed++}. {>>Check this.<<} \`{--code--}\` stays.

![The book][book]

# The Widow [widow] #

She paid.

[book]: a.png width=300px height=200px
`);
  assert.equal(settings.title, "The Ledger");
  assert.deepEqual(settings.authors, [{ family: "Lindqvist", given: "Tobias" }]);
  assert.deepEqual(settings.keywords, ["debt", "village"]);
  assert.equal(settings.licence.text.name, "CC BY 4.0");
  assert.match(text, /See \[her\]\(#widow\)\. It was small, indeed\. {2}`\{--code--\}` stays\./u);
  assert.match(text, /!\[The book\]\(images\/a\.png\)/u);
  assert.match(text, /^title: The Widow$/mu);
  for (const said of [
    "line 1: a key that the essay has no place for: “latex mode: memoir”",
    "tracked deletion: “very”",
    "comment: “Check this.”",
    "images: how large one is shown: width=300px height=200px",
  ])
    assert.ok(told.includes(said), said);
  assert.ok(!told.some((one) => one.includes("stands in the file and not in the essay")), told.join("\n"));
});

test("a sentence with a colon over a text is none of its keys", async () => {
  const { text } = await imported("Note: this is a draft.\n\n# One\n\nIt stands here.\n\n# Two\n\nAnd ends here.\n");
  assert.match(text, /Note: this is a draft\./u);
});

test("lines under the title that name what they say are read, and no other lines", async () => {
  const letter = (lines: string) => `# Waiting\n\n${lines}\n\n## Rooms\n\nThere were rooms.\n`;
  const { settings, told } = await imported(letter("Author: Imogen Farrell\nDate: 3 March 2023"));
  assert.deepEqual(
    [settings.authors, settings.dates],
    [[{ family: "Farrell", given: "Imogen" }], { published: "2023-03-03" }],
  );
  assert.deepEqual(told, []);
  const other = await imported(letter("Author: Imogen Farrell\nShe wrote this in haste"));
  assert.match(other.text, /Author: Imogen Farrell/u);
});

test("words that were cut where lines end are joined, and a person may say otherwise", async () => {
  const letter = "# T\n\n## A\n\nBefore the rail-\nways, people waited where they stood with\nSchivel-\nbusch.\n";
  const joined = await imported(letter);
  assert.match(joined.text, /Before the railways, people/u);
  assert.match(joined.text, /Schivel-busch/u);
  assert.deepEqual(
    joined.findings.guesses.map(({ key, taken }) => [key, taken]),
    [
      ["hyphen 5", "drop"],
      ["hyphen 7", "keep"],
    ],
  );
  const kept = await imported(letter, [
    ["hyphen 5", "keep"],
    ["hyphen 7", "drop"],
  ]);
  assert.match(kept.text, /the rail-ways/u);
  assert.match(kept.text, /Schivelbusch/u);
});

test("code of which a program makes a list is told", async () => {
  const { told } = await imported("# T\n\n## A\n\nOne.\n\n```dataview\nLIST FROM #law\n```\n");
  assert.ok(told.some((one) => one.includes("(dataview)")));
});

test("blocks of metadata end as Pandoc ends them and stand where Pandoc has them; rules around a text are none", async () => {
  const { files, findings } = await importFiles(
    {
      "a.md":
        "---\ntitle: Small Words\nauthor:\n  - { name: Lena Orchard, orcid: 0000-0002-1825-0097 }\n  - { name: Peter Vane, orcid: 0000-0002-1825-0098 }\n...\n\nOne[^a] as @foo says.\n\n> A quotation.\n\n---\nreferences:\n- id: foo\n  type: book\n  title: Foo\n  issued: 2001-04\n- id: bar\n  type: book\n  title: Bar\n  issued:\n  - year: 1999\n...\n\n---\nA: we are speaking.\n\nB: so we are.\n\n---\n\nTwo.\n\n[^a]: Note.\n",
    },
    { language: "en" },
  );
  const settings = parse(String(files.get("essay.yaml"))) as { title: string; authors: unknown };
  assert.equal(settings.title, "Small Words");
  assert.deepEqual(settings.authors, [
    { family: "Orchard", given: "Lena", orcid: "0000-0002-1825-0097" },
    { family: "Vane", given: "Peter" },
  ]);
  const text = String(files.get("en/opening.mdx"));
  assert.match(text, /One\[\^a\] as @foo says\.\n\n> A quotation\.\n\n---\n\nA: we are speaking\./u);
  assert.match(text, /^\[\^a\]: Note\.$/mu);
  assert.doesNotMatch(text, /references/u);
  const sources = JSON.parse(String(files.get("references.json"))) as { issued: unknown }[];
  assert.deepEqual(
    sources.map(({ issued }) => issued),
    [{ "date-parts": [[2001, 4]] }, { "date-parts": [[1999]] }],
  );
  assert.match(findings.leftOut.map(({ text: said }) => said).join("\n"), /0000-0002-1825-0098/u);

  const ruled = await importFiles(
    { "a.md": "---\n\nHello[^a] world.\n\n- an item\n\n---\n\nMore.\n\n[^a]: Note.\n" },
    { language: "en" },
  );
  assert.match(
    String(ruled.files.get("en/opening.mdx")),
    /^Hello\[\^a\] world\.\n\n- an item\n\n---\n\nMore\.\n\n\[\^a\]: Note\.$/mu,
  );
});

test("what MultiMarkdown raises without a second sign is raised, where a text is MultiMarkdown", async () => {
  const { text, told } = await imported(
    "Title: Heat\nAuthor: Rosa Kind\n\n# One\n\nThe area x^2, y^n^ and H~2~O, 10^-3, `a^2`, $b^2$ and [c](https://example.org/d^2). {{TOC}} More[^fn].\n\n[^fn]: It has 5 m^2.\n",
  );
  assert.match(
    text,
    /x<sup>2<\/sup>, y<sup>n<\/sup> and H<sub>2<\/sub>O, 10<sup>-3<\/sup>, `a\^2`, \$b\^2\$ and \[c\]\(https:\/\/example\.org\/d\^2\)\. More/u,
  );
  assert.match(text, /5 m<sup>2<\/sup>\./u);
  assert.ok(told.some((one) => /the place of a list of contents.*TOC/u.test(one)));
  const other = await imported("# One\n\nThe area x^2 stands as it is.\n");
  assert.match(other.text, /x\^2 stands/u);
});

test("a caption beneath a table is its own and not the next one's; a block says its language", async () => {
  const { text } = await imported(
    "# One\n\nRight     Left\n-------  ------\n12       12\n\nTable: A simple\ntable.\n\n+-------+-------+\n| Fruit | Price |\n+=======+=======+\n| Pear  | one   |\n+-------+-------+\n\n: A grid table {#tbl:grid}\n\n::: {lang=de}\nEin Absatz.\n\n> Ein Zitat.\n:::\n",
  );
  assert.match(text, /Table: A simple table\.\n\n\| Right[\s\S]*\n\nTable: A grid table\n\n\| Fruit/u);
  assert.match(text, /<span lang="de">Ein Absatz\.<\/span>\n\n> <span lang="de">Ein Zitat\.<\/span>/u);
});

test("a heading's words in brackets lead to it, unless someone says that they are words", async () => {
  const text =
    "# Quays\n\nSee [First], [the other][Second part], [Second part][] and [Third].\n\n## First\n\nWords.\n\n## Second part {#two}\n\nMore.\n";
  const opening = async (decisions: ReadonlyMap<string, string>) => {
    const imported = await importFiles({ "a.md": text }, { language: "en", decisions });
    return { text: String(imported.files.get("en/opening.mdx")), findings: imported.findings };
  };
  const taken = await opening(new Map());
  assert.equal(taken.text, "See [First](#first), [the other](#two), [Second part](#two) and \\[Third].\n");
  assert.deepEqual(
    taken.findings.guesses.map(({ key, taken: what }) => [key, what]),
    [
      ["link 3:5", "link"],
      ["link 3:14", "link"],
      ["link 3:40", "link"],
    ],
  );
  assert.deepEqual(taken.findings.leftOut, []);
  const ruled = await opening(new Map([["link 3:5", "words"]]));
  assert.match(ruled.text, /^See \\\[First\], \[the other\]/u);
});
