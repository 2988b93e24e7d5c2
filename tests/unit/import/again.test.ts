import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { updateAnchors } from "../../../scripts/anchors.ts";
import { readDecisions, writeDecisions } from "../../../src/import/decisions.ts";
import { BASE_FOLDER, DIGEST, digestOf, mergeAgain, readBase } from "../../../src/import/merge.ts";
import { importFiles } from "../../support/manuscripts.ts";
import { makeTemporaryFolder, PROJECT_ROOT, removeFolder } from "../../support/project.ts";

const FIRST =
  "# River\n\n## Boats\n\nThey are painted in spring.[^1]\n\nNobody knows by whom.[^2]\n\n## Ice\n\nIt breaks.\n\n[^1]: By Holm.\n\n[^2]: Ask Holm.\n";

let folder: string;
before(() => {
  folder = makeTemporaryFolder("import");
});
after(() => removeFolder(folder));

const write = (files: ReadonlyMap<string, string | Uint8Array>, below = "") => {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, below, path)), { recursive: true });
    writeFileSync(join(folder, below, path), content);
  }
};
const read = (path: string) => readFileSync(join(folder, path), "utf8");
const edit = (path: string, old: string, replacement: string) => {
  assert.ok(read(path).includes(old), old);
  writeFileSync(join(folder, path), read(path).replace(old, replacement));
};

beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  const { files } = await importFiles({ "a.md": FIRST }, { language: "en" });
  write(files);
  write(files, BASE_FOLDER);
});

async function again(manuscript: string) {
  const base = readBase(folder);
  const imported = await importFiles({ "a.md": manuscript }, { language: "en", known: base.sections, id: base.id });
  const merged = mergeAgain(folder, base, imported.files);
  write(merged.files);
  return merged;
}

test("what a hand has edited stays, and what the manuscript has changed comes in", async () => {
  edit("en/boats.mdx", "Nobody knows by whom.", "No one knows by whom.");
  const { conflicts } = await again(
    FIRST.replace("It breaks.", "It breaks in April.").replace("in spring", "in late spring"),
  );
  assert.deepEqual(conflicts, []);
  assert.match(read("en/ice.mdx"), /It breaks in April\./u);
  assert.match(read("en/boats.mdx"), /in late spring\.\[\^1\]\n\nNo one knows/u);
});

test("ids and labels stay with their sections and notes where titles change and notes come between", async () => {
  const { conflicts } = await again(
    FIRST.replace("## Boats", "## The Old Boats")
      .replace("in spring.[^1]", "in spring.[^1] All of them.[^new]")
      .replace("[^2]: Ask", "[^new]: Every one.\n\n[^2]: Ask")
      .replaceAll("[^new]", "[^9]"),
  );
  assert.deepEqual(conflicts, []);
  assert.match(read("en/boats.mdx"), /^title: The Old Boats$/mu);
  assert.match(read("en/boats.mdx"), /in spring\.\[\^1\] All of them\.\[\^3\]\n\nNobody knows by whom\.\[\^2\]/u);
  assert.match(read("en/boats.mdx"), /^\[\^2\]: Ask Holm\.$/mu);
});

test("what both have changed is shown as both have it, and not decided", async () => {
  edit("en/ice.mdx", "It breaks.", "It cracks.");
  const { conflicts } = await again(FIRST.replace("It breaks.", "It melts."));
  assert.deepEqual(conflicts, ["en/ice.mdx:5"]);
  assert.match(read("en/ice.mdx"), /<<<<<<< as it was edited here\nIt cracks\.\n=======\nIt melts\.\n>>>>>>>/u);
});

test("a section that the manuscript no longer has goes only where no hand has changed it", async () => {
  const without = FIRST.replace("## Ice\n\nIt breaks.\n\n", "");
  const { removed } = await again(without);
  assert.deepEqual(removed, ["en/ice.mdx"]);
  edit("en/ice.mdx", "It breaks.", "It cracks.");
  const { removed: none, conflicts } = await again(without);
  assert.deepEqual(none, []);
  assert.equal(conflicts.length, 1);
  assert.ok(existsSync(join(folder, "en/ice.mdx")));
});

const TEXT = `On Boats

1 Pier

The ferry lies at its pier.

2 Boat

Nobody asks for him.
`;
const titles = ({ draft }: { draft: { sections: readonly { title: string | undefined }[] } }) =>
  draft.sections.map(({ title }) => title);

test("an answer to a guess goes with its words where their line has moved, and to no other line", async () => {
  const ruled = await importFiles({ "a.txt": TEXT }, { language: "en", decisions: new Map([["heading 7", "none"]]) });
  assert.deepEqual(titles(ruled), ["Pier"]);
  const kept = readDecisions(
    writeDecisions({ manuscripts: ["a.txt"], language: "en", ...ruled.findings.ruled() }),
    "import.yaml",
  );
  assert.deepEqual(kept.decisions, new Map([["heading 7", "none"]]));
  // Two lines more before it, and a heading in its old line.
  const longer = TEXT.replace("2 Boat", "2 Ferry\n\nIt is old.\n\n3 Road\n\nIt is long.\n\n2 Boat");
  const moved = await importFiles({ "a.txt": longer }, { ...kept, language: "en" });
  assert.deepEqual(titles(moved), ["Pier", "Ferry", "Road"]);
  assert.deepEqual([...moved.findings.ruled().decisions.keys()], ["heading 15"]);
  const same = await importFiles({ "a.txt": TEXT }, { ...kept, language: "en" });
  assert.deepEqual(same.files, ruled.files);
});

test("an image that only the manuscript has changed is taken, and what both have changed is said", async () => {
  const [old, other, own] = [1, 2, 3].map((byte) => new Uint8Array([byte]));
  assert.ok(old && other && own);
  write(new Map([["images/a.png", old]]));
  write(new Map([[`images/a.png${DIGEST}`, digestOf(old)]]), BASE_FOLDER);
  const merge = (image: Uint8Array) => mergeAgain(folder, readBase(folder), new Map([["images/a.png", image]]));
  assert.deepEqual(merge(other).files.get("images/a.png"), other);
  assert.equal(merge(old).files.has("images/a.png"), false);
  write(new Map([["images/a.png", own]]));
  assert.equal(merge(old).files.has("images/a.png"), false);
  assert.ok(merge(other).conflicts.some((text) => text.startsWith("images/a.png")));
  assert.equal(merge(other).files.has("images/a.png"), false);
});

test("a section that has moved keeps its id, and one that was parted leaves it to the part that is most like it", async () => {
  const long = "It breaks in April, when the water rises under it and nobody crosses any more. ".repeat(4).trim();
  const other = "Boats are drawn up, tarred, and left until the first of May, whatever the weather is. "
    .repeat(4)
    .trim();
  const first = `# River\n\n## Boats\n\nThey are painted.\n\n## Ice\n\n${long}\n\n${other}\n`;
  const before = await importFiles({ "a.md": first }, { language: "en" });
  const known = before.draft.sections.map(({ id, title }) => ({
    id,
    title: title ?? "",
    text: String(before.files.get(`en/${id}.mdx`)).replace(/^---[\s\S]*?---\n/u, ""),
  }));
  const after = await importFiles(
    {
      "a.md": `# River\n\n## Spring\n\n${long} ${other}\n\n## Tar\n\nIt smells.\n\n## Boats\n\nThey are painted.\n`,
    },
    { language: "en", known },
  );
  assert.deepEqual(
    after.draft.sections.map(({ id }) => id),
    ["ice", "tar", "boats"],
  );
});

test("a note that the manuscript no longer has goes with its mark, and the others keep their labels", async () => {
  edit("en/boats.mdx", "[^2]: Ask Holm.", "[^2]: Ask Holm, or his son.");
  const { conflicts } = await again(FIRST.replace("in spring.[^1]", "in spring.").replace("[^1]: By Holm.\n\n", ""));
  assert.deepEqual(conflicts, []);
  assert.match(
    read("en/boats.mdx"),
    /in spring\.\n\nNobody knows by whom\.\[\^2\]\n\n\[\^2\]: Ask Holm, or his son\.$/mu,
  );
  assert.doesNotMatch(read("en/boats.mdx"), /\[\^1\]/u);
});

test("a note that a hand has changed and the manuscript no longer has is shown as a conflict", async () => {
  edit("en/boats.mdx", "[^1]: By Holm.", "[^1]: By Holm, the painter.");
  const { conflicts } = await again(FIRST.replace("in spring.[^1]", "in spring.").replace("[^1]: By Holm.\n\n", ""));
  assert.equal(conflicts.length, 1);
  assert.match(read("en/boats.mdx"), /<<<<<<<[\s\S]*\[\^1\]: By Holm, the painter\.[\s\S]*=======[\s\S]*>>>>>>>/u);
});

test("front matter that a hand has edited stays, beside what the manuscript has changed in it", async () => {
  edit("en/boats.mdx", "title: Boats", "title: Boats\nsummary: What becomes of them.");
  writeFileSync(join(folder, "essay.yaml"), `${read("essay.yaml")}publisher: Harbour\n`);
  const { conflicts } = await again(FIRST.replace("# River", "# Rivers").replace("in spring", "in late spring"));
  assert.deepEqual(conflicts, []);
  assert.match(read("en/boats.mdx"), /^title: Boats\nsummary: What becomes of them\.$/mu);
  assert.match(read("en/boats.mdx"), /in late spring/u);
  assert.match(read("essay.yaml"), /^title: Rivers$[\s\S]*^publisher: Harbour$/mu);
  edit("en/boats.mdx", "title: Boats", "title: The Boats");
  const titled = await again(FIRST.replace("## Boats", "## Old Boats"));
  assert.equal(titled.conflicts.length, 1);
  assert.match(
    read("en/boats.mdx"),
    /<<<<<<<[\s\S]*title: The Boats[\s\S]*=======[\s\S]*title: Old Boats[\s\S]*>>>>>>>/u,
  );
});

test("a section whose title says more and whose words are others keeps its id where it stands as before", async () => {
  await again(FIRST.replace("## Ice\n\nIt breaks.", "## Ice in Spring\n\nNothing of what stood here is left."));
  assert.match(read("en/ice.mdx"), /^title: Ice in Spring$/mu);
});

/** Brings a manuscript in as the command does: what was imported becomes what the next round compares with. */
async function round(manuscript: string) {
  const base = readBase(folder);
  const imported = await importFiles({ "a.md": manuscript }, { language: "en", known: base.sections, id: base.id });
  const merged = mergeAgain(folder, base, imported.files);
  write(merged.files);
  for (const path of merged.removed) rmSync(join(folder, path));
  rmSync(join(folder, BASE_FOLDER), { recursive: true });
  write(imported.files, BASE_FOLDER);
  return merged;
}

const KEEL = "The keel is laid in the first week of the year, when the yard is quiet.";
const RIBS = "The ribs are set along it, one after the other, and nobody hurries.";
const PLANKS = "The planks are bent over steam until they lie against the ribs.";
const SEAMS = "The seams are filled with oakum, which smells of the whole winter.";
const ICE = "Ice comes late and goes early, as the old people at the river say.";
const FLOES = "Floes pass the pier by night, and what they hit is heard in the village.";
const TAR = "Tar is boiled behind the shed, where the wind takes its smoke away.";
const manuscript = (...sections: readonly (readonly [string, ...string[]])[]) =>
  `# River\n\n${sections.map(([title, ...paragraphs]) => `## ${title}\n\n${paragraphs.join("\n\n")}`).join("\n\n")}\n`;
const body = (id: string) =>
  read(`en/${id}.mdx`)
    .replace(/^---[\s\S]*?\n---\n/u, "")
    .trim()
    .split("\n\n");
const order = () => [...read("essay.yaml").matchAll(/^ {2}- id: (\S+)/gmu)].map(([, id]) => id);

test("paragraphs and sections that are split, joined, moved and taken out keep ids and a hand's edits, round after round", async () => {
  rmSync(folder, { recursive: true, force: true });
  const first = manuscript(["Boats", KEEL, RIBS, PLANKS, SEAMS], ["Ice", ICE, FLOES], ["Tar", TAR]);
  const { files } = await importFiles({ "a.md": first }, { language: "en" });
  write(files);
  write(files, BASE_FOLDER);
  edit("en/boats.mdx", "one after the other", "one by one");
  edit("en/ice.mdx", ICE, `${ICE}\n\nA hand adds this.`);
  const ribs = RIBS.replace("one after the other", "one by one");

  // A paragraph is split beside one that a hand has edited; two others are joined.
  const [start = "", end = ""] = KEEL.split(", ");
  const split = await round(
    manuscript(
      ["Boats", `${start}.`, `W${end.slice(1)}`, RIBS, `${PLANKS} ${SEAMS}`],
      ["Ice", ICE, FLOES],
      ["Tar", TAR],
    ),
  );
  assert.deepEqual(split.conflicts, []);
  assert.deepEqual(body("boats"), [`${start}.`, `W${end.slice(1)}`, ribs, `${PLANKS} ${SEAMS}`]);
  assert.deepEqual(body("ice"), [ICE, "A hand adds this.", FLOES]);

  // A section moves with its id, and a paragraph goes.
  const moved = await round(
    manuscript(["Ice", ICE, FLOES], ["Boats", `${start}.`, RIBS, `${PLANKS} ${SEAMS}`], ["Tar", TAR]),
  );
  assert.deepEqual(moved.conflicts, []);
  assert.deepEqual(order(), ["ice", "boats", "tar"]);
  assert.deepEqual(body("boats"), [`${start}.`, ribs, `${PLANKS} ${SEAMS}`]);
  assert.deepEqual(body("ice"), [ICE, "A hand adds this.", FLOES]);

  // A section is split; two are joined.
  const parted = await round(
    manuscript(["Ice", ICE, FLOES, TAR], ["Boats", `${start}.`, RIBS], ["Planks", `${PLANKS} ${SEAMS}`]),
  );
  assert.deepEqual(parted.conflicts, []);
  assert.deepEqual(parted.removed, ["en/tar.mdx"]);
  assert.deepEqual(order(), ["ice", "boats", "planks"]);
  assert.deepEqual(body("ice"), [ICE, "A hand adds this.", FLOES, TAR]);
  assert.deepEqual(body("boats"), [`${start}.`, ribs]);
  assert.deepEqual(body("planks"), [`${PLANKS} ${SEAMS}`]);

  // What a hand has edited moves into another section: both are shown, neither is decided.
  const taken = await round(
    manuscript(["Ice", ICE, FLOES, TAR], ["Boats", `${start}.`], ["Planks", RIBS, `${PLANKS} ${SEAMS}`]),
  );
  assert.equal(taken.conflicts.length, 1);
  assert.match(read("en/boats.mdx"), /<<<<<<<[^\n]*\n(?:[^\n]*\n)*?[^\n]*one by one[\s\S]*=======\n/u);
  assert.deepEqual(body("planks"), [RIBS, `${PLANKS} ${SEAMS}`]);
});

test("over several rounds a paragraph that has not changed keeps its address, and none is given twice", async () => {
  const register = (within?: "unpublished") => {
    const { registry } = updateAnchors(folder, PROJECT_ROOT, { within });
    assert.equal(new Set(registry.anchors.map(({ id }) => id)).size, registry.anchors.length);
    const { anchors } = JSON.parse(read("anchors.json")) as {
      anchors: { id: string; retired?: unknown; texts?: { en?: { text: string }[] } }[];
    };
    return new Map(
      anchors.flatMap(({ id, retired, texts }): [string, string][] =>
        texts && !retired ? [[texts.en?.at(-1)?.text ?? "", id]] : [],
      ),
    );
  };
  let before = register();
  let manuscript = FIRST;
  for (const change of [
    (text: string) => text.replace("Nobody knows", "They are old and heavy.\n\nNobody knows"),
    (text: string) =>
      text.replace("They are old and heavy.\n\n", "").replace("It breaks.", "It breaks.\n\nIt is loud."),
    (text: string) =>
      text.replace("Nobody knows", "They lie upside down.\n\nNobody knows").replace("It is loud.", "It is very loud."),
  ]) {
    manuscript = change(manuscript);
    const { files } = await importFiles({ "a.md": manuscript }, { language: "en" });
    await again(manuscript);
    write(files, BASE_FOLDER);
    const now = register("unpublished");
    for (const [words, id] of before) if (now.has(words)) assert.equal(now.get(words), id, words);
    before = now;
  }
  // Five paragraphs, two notes.
  assert.equal(before.size, 7);
});
