import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ContentError, formatProblem, type Problem } from "../../../src/essay/problem.ts";
import { readEssay } from "../../../src/integrations/read-essay.ts";
import { EssayFolder } from "../../support/essay-folder.ts";

type Change = (essay: EssayFolder) => void;

/** Puts a mistake into the minimal essay, reads it, and gives the error that tells of it. */
async function errorAfter(change: Change): Promise<ContentError> {
  const essay = new EssayFolder();
  try {
    change(essay);
    await readEssay(essay.path, essay.path);
  } catch (error) {
    if (error instanceof ContentError) return error;
    throw error;
  } finally {
    essay.delete();
  }
  return assert.fail("The essay was read without a complaint.");
}

const place = ({ file, line, column }: Problem) => [file, line, column].filter((part) => part !== undefined).join(":");

interface Case {
  readonly title: string;
  readonly change: Change;
  /** Place, what and how of every problem that is to be told; of `how` the beginning. */
  readonly problems: readonly (readonly [place: string, what: string, how: string])[];
}

const BOAT_NOTE = "\n[^boat]: [@kawabata-2020, 12頁] 舟は一日に四度出た。\n";
const ADD_SOURCE = "Correct the id, or add the source to references.json as CSL-JSON.";

const addBlock =
  (markdown: string): Change =>
  (essay) =>
    essay.replace("ja/bridge.mdx", "に記す。\n", `に記す。\n\n${markdown}\n`);

const notes: Case[] = [
  {
    title: "a mark without its note",
    change: (essay) => essay.replace("ja/opening.mdx", BOAT_NOTE, ""),
    problems: [
      ["ja/opening.mdx:8:23", "the mark [^boat] has no note", "Define it at the end of this file, as “[^boat]: …”"],
    ],
  },
  {
    title: "keys without the line that ends them",
    change: (essay) => essay.write("ja/bridge.mdx", "---\ntitle: 橋\n\n橋は三年で架かった。\n"),
    problems: [["ja/bridge.mdx:1", "the keys that begin here have no end", "Set a line of three hyphens"]],
  },
  {
    title: "a mark without its note on a section’s title",
    change: (essay) => essay.replace("ja/bridge.mdx", "title: 橋", "title: 橋[^name]"),
    problems: [
      ["ja/bridge.mdx:2:1", "the mark [^name] on the title has no note", "Define it at the end of ja/bridge.mdx"],
    ],
  },
  {
    title: "a mark within a title",
    change: (essay) => essay.replace("ja/bridge.mdx", "title: 橋", "title: 橋[^name]と川"),
    problems: [["ja/bridge.mdx:2:1", "the mark of a note stands within the title", "Set it at the end"]],
  },
  {
    title: "a mark without its note in the second line of a paragraph",
    change: (essay) => essay.replace("ja/bridge.mdx", "橋は三年で架かった。", "橋は三年で\n架かった[^pier]。"),
    problems: [["ja/bridge.mdx:7:5", "the mark [^pier] has no note", "Define it at the end of this file"]],
  },
  {
    title: "a note that is never cited",
    change: (essay) => essay.replace("ja/opening.mdx", "待った[^boat]", "待った"),
    problems: [["ja/opening.mdx:10:1", "the note [^boat] is never cited", "Set the mark [^boat] into the paragraph"]],
  },
  {
    title: "a label given twice in a file",
    change: (essay) => essay.replace("ja/opening.mdx", BOAT_NOTE, `${BOAT_NOTE}\n[^boat]: 舟は青い。\n`),
    problems: [
      [
        "ja/opening.mdx:12:1",
        "the note [^boat] is already defined in ja/opening.mdx:10",
        "Give one of the two another label",
      ],
    ],
  },
  {
    title: "a label given in two files",
    change: (essay) => essay.replace("ja/bridge.mdx", "架かった。", "架かった[^boat]。\n\n[^boat]: 舟は青い。\n\n"),
    problems: [
      [
        "ja/bridge.mdx:8:1",
        "the note [^boat] is already defined in ja/opening.mdx:10",
        "Give one of the two another label",
      ],
    ],
  },
  {
    title: "a label that cannot be an address",
    change: (essay) => {
      essay.replace("ja/opening.mdx", "待った[^boat]", "待った[^Boat_1]");
      essay.replace("ja/opening.mdx", "[^boat]: ", "[^Boat_1]: ");
    },
    problems: [["ja/opening.mdx:10:1", "“Boat_1” is not a label for a note", "Use lower-case Latin letters"]],
  },
  {
    title: "an empty note",
    change: (essay) => essay.replace("ja/opening.mdx", BOAT_NOTE, "\n[^boat]:\n"),
    problems: [["ja/opening.mdx:10:1", "the note [^boat] is empty", "Write the note, or delete it with its mark."]],
  },
  {
    title: "a mark in a note",
    change: (essay) => essay.replace("ja/opening.mdx", "四度出た。", "四度出た[^boat]。"),
    problems: [["ja/opening.mdx:10:41", "the mark [^boat] stands in a note", "Say it in this note"]],
  },
  {
    title: "a mark after the full stop in Japanese",
    change: (essay) => essay.replace("ja/opening.mdx", "待った[^boat]。", "待った。[^boat]"),
    problems: [
      [
        "ja/opening.mdx:8:24",
        "the mark [^boat] stands after “。”",
        "In this language the mark stands before it: [^boat]。",
      ],
    ],
  },
  {
    title: "a mark after the comma in Japanese",
    change: (essay) => essay.replace("ja/opening.mdx", "待った[^boat]。", "待ち、[^boat]渡った。"),
    problems: [
      ["ja/opening.mdx:8:23", "the mark [^boat] stands after “、”", "In this language the mark stands before it"],
    ],
  },
  {
    title: "a mark before the full stop in English",
    change: (essay) => essay.replace("en/opening.mdx", "waited.[^boat]", "waited[^boat]."),
    problems: [
      [
        "en/opening.mdx:8:62",
        "the mark [^boat] stands before “.”",
        "In this language the mark follows the punctuation: .[^boat]",
      ],
    ],
  },
  {
    title: "a component in a note",
    change: (essay) => essay.replace("ja/opening.mdx", "舟は一日に", "<NoteMark />舟は一日に"),
    problems: [
      ["ja/opening.mdx:10:32", "a component or an expression stands in a note", "Notes hold Markdown and plain"],
    ],
  },
  {
    title: "an expression in a note",
    change: (essay) => essay.replace("ja/opening.mdx", "舟は一日に", "舟は{1 + 1}日に"),
    problems: [
      ["ja/opening.mdx:10:34", "a component or an expression stands in a note", "Notes hold Markdown and plain"],
    ],
  },
];

const sources: Case[] = [
  {
    title: "an unknown source in a note",
    change: (essay) => essay.replace("ja/opening.mdx", "[@kawabata-2020, 12頁]", "[@kawabata-2021]"),
    problems: [["ja/opening.mdx:10:10", "the source “kawabata-2021” is not in references.json", ADD_SOURCE]],
  },
  {
    title: "an unknown source of a quotation",
    change: (essay) => essay.replace("ja/river.mdx", 'source="marsh-2019"', 'source="marsh-1919"'),
    problems: [["ja/river.mdx:12:1", "the source “marsh-1919” is not in references.json", ADD_SOURCE]],
  },
  {
    title: "an unknown source in the text",
    change: (essay) => essay.replace("ja/bridge.mdx", "架かった。", "架かった[@marsh-1919]。"),
    problems: [["ja/bridge.mdx:6:10", "the source “marsh-1919” is not in references.json", ADD_SOURCE]],
  },
  {
    title: "a paragraph that cites a source in one language only",
    change: (essay) => essay.replace("ja/bridge.mdx", "架かった。", "架かった[@marsh-2019]。"),
    problems: [
      ["en/bridge.mdx:6", "the words here cite none; at ja/bridge.mdx:6 they cite @marsh-2019", "Cite the same"],
    ],
  },
  {
    title: "a source work that is not among the references",
    change: (essay) => essay.replace("essay.yaml", "reference: kawabata-2020", "reference: kawabata-1920"),
    problems: [
      [
        "essay.yaml",
        "“source.reference” names “kawabata-1920”, which is not in references.json",
        "Correct the id, or add the work",
      ],
    ],
  },
  {
    title: "a misspelt key in references.json",
    change: (essay) => essay.replace("references.json", '"publisher": "水辺書房"', '"publsher": "水辺書房"'),
    problems: [["references.json:7:5", "“0.publsher” is not a key that is known here", "Did you mean “publisher”?"]],
  },
  {
    title: "a reference that is listed twice",
    change: (essay) => essay.replace("references.json", '"id": "marsh-2019"', '"id": "kawabata-2020"'),
    problems: [
      ["references.json:12:5", "“1.id” “kawabata-2020” is the id of an earlier item", "Rename one of the two."],
    ],
  },
];

const structure: Case[] = [
  {
    title: "a frontmatter key of the wrong kind",
    change: (essay) => essay.replace("ja/opening.mdx", "summary: 橋が架かるまで。\n", "summary: [橋]\n"),
    problems: [["ja/opening.mdx:3:1", "“summary” is not a text", "Correct it, as in “summary: "]],
  },
  {
    title: "a misspelt frontmatter key",
    change: (essay) => essay.replace("ja/opening.mdx", "summary:", "sumary:"),
    problems: [["ja/opening.mdx:3:1", "“sumary” is not a key that is known here", "Did you mean “summary”?"]],
  },
  {
    title: "a section without a file",
    change: (essay) => essay.remove("ja/river.mdx"),
    problems: [
      [
        "essay.yaml",
        "the section “river” has no file ja/river.mdx",
        "Create the file, or take the section out of essay.yaml.",
      ],
    ],
  },
  {
    title: "a missing page about the site",
    change: (essay) => essay.remove("about/en.mdx"),
    problems: [
      ["about/en.mdx", "what a reader should know of the site is missing in the language “en”", "Write it in Markdown"],
    ],
  },
  {
    title: "a file that is not in essay.yaml",
    change: (essay) => essay.write("en/sea.mdx", "---\ntitle: Sea\nsummary: Sea.\n---\n\nSea.\n"),
    problems: [["en/sea.mdx", "this section is not listed in essay.yaml", "Add its id to “sections” there, or delete"]],
  },
  {
    title: "a misspelt key in essay.yaml",
    change: (essay) => essay.replace("essay.yaml", "  affiliation:", "  afiliation:"),
    problems: [
      ["essay.yaml:8:3", "“source.afiliation” is not a key that is known here", "Did you mean “affiliation”?"],
    ],
  },
  {
    title: "a section that essay.yaml lists twice",
    change: (essay) => essay.replace("essay.yaml", "sections: [river]", "sections: [river, opening]"),
    problems: [["essay.yaml:20:1", "“sections” lists the section “opening” twice", "Rename one of the two."]],
  },
  {
    title: "a section at the address of one of the site's own pages",
    change: (essay) => essay.replace("essay.yaml", "sections: [river]", "sections: [search]"),
    problems: [
      [
        "essay.yaml:23:16",
        "“sections.1.sections.0” is the address of one of the site's own pages; choose another slug",
        "Correct it, as in “sections: ",
      ],
    ],
  },
  {
    title: "a language that the essay has no title in",
    change: (essay) => essay.replace("essay.yaml", "title: { ja: 橋の話, en: On a Bridge }", "title: { ja: 橋の話 }"),
    problems: [["essay.yaml:2:1", "“title” has no text for the language “en”", "Add “en: …” below it."]],
  },
  {
    title: "an essay without essay.yaml",
    change: (essay) => essay.remove("essay.yaml"),
    problems: [["essay.yaml", "the file is missing", "Create it"]],
  },
  {
    title: "a heading of the first level",
    change: addBlock("# 橋"),
    problems: [
      ["ja/bridge.mdx:8:1", "this heading is of the first level, which is the section’s title", "Begin it with ##"],
    ],
  },
  {
    title: "a figure in a paragraph",
    change: addBlock('<Paragraph>\n\n図。\n\n<Figure id="x" />\n\n</Paragraph>'),
    problems: [["ja/bridge.mdx:12:1", "this <Figure> stands inside another block", "Set it between two paragraphs"]],
  },
  {
    title: "a block in one language only",
    change: addBlock("- 一\n- 二"),
    problems: [
      [
        "en/bridge.mdx:6",
        "the section has 1 paragraph here, and 1 paragraph and 1 other block in ja/bridge.mdx; they part at the latest at line 8 there",
        "Split, join or add blocks",
      ],
    ],
  },
];

const characters: Case[] = [
  {
    title: "a radical",
    change: (essay) => essay.replace("ja/opening.mdx", "橋はまだない", "橋は⻑い"),
    problems: [
      [
        "ja/opening.mdx:6:14",
        "“⻑” (U+2ED1) is a radical, not the ideograph that it looks like",
        "Type the ordinary character in its place",
      ],
    ],
  },
  {
    title: "a Kangxi radical in essay.yaml",
    change: (essay) => essay.replace("essay.yaml", "title: { ja: 橋の話,", "title: { ja: 橋の⽌話,"),
    problems: [
      ["essay.yaml:2:16", "“⽌” (U+2F4C) is a radical, not the ideograph that it looks like", "Type the ordinary"],
    ],
  },
  {
    title: "a decomposed kana",
    change: (essay) => essay.replace("ja/opening.mdx", "橋はまだ", "橋はまた\u3099"),
    problems: [
      [
        "ja/opening.mdx:6:15",
        "“た\u3099” is written with a combining character (U+305F U+3099)",
        "Replace it with the composed character “だ”.",
      ],
    ],
  },
  {
    title: "a zero-width character",
    change: (essay) => essay.replace("ja/opening.mdx", "橋はまだ", "橋は\u200Bまだ"),
    problems: [["ja/opening.mdx:6:14", "there is an invisible character (U+200B) here", "Delete it."]],
  },
  {
    title: "an invisible character in references.json",
    change: (essay) => essay.replace("references.json", "Bridges of", "Bridges\u00AD of"),
    problems: [["references.json:14:22", "there is an invisible character (U+00AD) here", "Delete it."]],
  },
];

for (const [title, cases] of Object.entries({ notes, sources, structure, characters })) {
  describe(`a mistake in ${title}`, () => {
    for (const { title, change, problems } of cases) {
      it(`is told with its place and its remedy: ${title}`, async () => {
        const error = await errorAfter(change);
        assert.deepEqual(
          error.problems.map((problem) => [place(problem), problem.what]),
          problems.map(([at, what]) => [at, what]),
        );
        for (const [index, [, , how]] of problems.entries())
          assert.ok(error.problems[index]?.how.startsWith(how), error.problems[index]?.how);
        for (const problem of error.problems) assert.ok(error.message.includes(formatProblem(problem)));
      });
    }
  });
}

describe("several mistakes", () => {
  it("of different kinds, in different files and languages, are told together", async () => {
    const { message, problems } = await errorAfter((essay) => {
      essay.remove("en/bridge.mdx");
      essay.write("ja/sea.mdx", "---\ntitle: 海\nsummary: 海。\n---\n\n海。\n");
      essay.replace("ja/opening.mdx", "橋はまだない", "橋は⻑い");
      essay.replace("ja/opening.mdx", BOAT_NOTE, "");
      essay.replace("ja/bridge.mdx", "架かった。", "架かった<b>。");
      essay.replace("ja/river.mdx", "summary:", "sumary:");
      essay.replace("en/river.mdx", 'source="marsh-2019"', 'source="marsh-1919"');
      essay.replace("en/opening.mdx", "waited.[^boat]", "waited[^boat].");
    });
    assert.deepEqual(problems.map(({ file, line }) => `${file}:${line ?? ""}`).sort(), [
      "en/opening.mdx:8",
      "en/river.mdx:12",
      "essay.yaml:",
      "ja/bridge.mdx:6",
      "ja/opening.mdx:6",
      "ja/opening.mdx:8",
      "ja/river.mdx:3",
      "ja/sea.mdx:",
    ]);
    assert.match(message, /^8 problems in the essay; nothing was published\.\n/u);
  });

  it("in essay.yaml and in references.json are told together", async () => {
    const { problems } = await errorAfter((essay) => {
      essay.replace("essay.yaml", "  version: 1.2.0", "  version: 1.2");
      essay.replace("references.json", '"type": "book"', '"type": "boook"');
    });
    assert.deepEqual(problems.map(place), ["essay.yaml:14:3", "references.json:4:5"]);
  });
});
