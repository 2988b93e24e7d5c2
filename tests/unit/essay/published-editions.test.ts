import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readDecisions, type Statements } from "../../../src/essay/author-decisions.ts";
import { UserError } from "../../../src/essay/problem.ts";
import { type CurrentLabel, type CurrentText, type Registry, resolveAnchor } from "../../../src/essay/registry.ts";
import { matchRegistry } from "../../../src/essay/registry-match.ts";
import { changesOfPublished, type UpdateOptions } from "../../../src/essay/registry-update.ts";
import { labelProblems, recordProblems, registryProblems } from "../../../src/essay/registry-verify.ts";
import { registrySchema } from "../../../src/schemas/anchors.ts";
import { currentText, type Draft, NOTHING, paragraphsOf, register } from "./registry-helpers.ts";

const RAIN = "朝から雨が降りつづいて、川の水は橋のたもとまで上がってきた。";
const SNOW = "山の上では初雪が観測され、登山道は来年の春まで閉ざされる。";
const WIND = "海からの風が強まり、漁に出た船はすべて港へ引き返したという。";
const HEAT = "都市の気温は三日続けて四十度を超え、電力の消費が記録を更新した。";
const SLIP = RAIN.replace("朝から", "昨夜から");
const FILES = { registry: "content/anchors.json", settings: "content/essay.yaml" };

const note = (label: string, text: string): CurrentLabel => ({
  id: `note-${label}`,
  kind: "note",
  text,
  line: 30,
  paragraph: 0,
});
const text = (paragraphs: readonly string[], edition = "1.0.0", labels: readonly CurrentLabel[] = []): CurrentText =>
  currentText([{ id: "one", texts: { ja: paragraphs }, labels } satisfies Draft], edition);
const FIRST = register(
  NOTHING,
  text([RAIN, SNOW, WIND], "1.0.0", [note("boat", "舟は青い。"), note("ed-boat", "舟は沈んだ。")]),
).registry;
const LABELS = [note("boat", "舟は青い。"), note("ed-boat", "舟は沈んだ。")];

/** What the command refuses in an edition that is published. */
const refused = (current: CurrentText, options: Partial<UpdateOptions> = {}) =>
  changesOfPublished(FIRST, register(FIRST, current, options)).map(({ id, what }) => `${id} ${what}`);

describe("an edition that is published", () => {
  it("does not take other words, paragraphs or another order without a word of its author", () => {
    assert.deepEqual(refused(text([RAIN, SNOW, WIND], "1.0.0", LABELS)), []);
    assert.deepEqual(refused(text([SLIP, SNOW, WIND], "1.0.0", LABELS)), ["p1 edited"]);
    assert.deepEqual(refused(text([RAIN, HEAT, SNOW, WIND], "1.0.0", LABELS)), ["p1a new"]);
    assert.deepEqual(refused(text([RAIN, WIND], "1.0.0", LABELS)), ["p2 removed"]);
    assert.deepEqual(refused(text([SNOW, RAIN, WIND], "1.0.0", LABELS)), ["p2 reordered"]);
    assert.deepEqual(refused(text([RAIN, SNOW, WIND], "1.0.0", [note("boat", "舟は赤い。"), ...LABELS.slice(1)])), [
      "note-boat edited",
    ]);
  });

  it("takes all of it under a new version", () => {
    assert.deepEqual(refused(text([SLIP, HEAT, WIND], "1.0.1", LABELS)), []);
  });

  it("takes a change of what its editors add, which is dated", () => {
    const current = text([RAIN, SNOW, WIND], "1.0.0", [
      LABELS[0] as CurrentLabel,
      note("ed-boat", "舟は引き上げられた。"),
    ]);
    assert.deepEqual(refused(current), []);
    const first = register(FIRST, current, { today: "2026-12-01" }).registry;
    const again = text([RAIN, SNOW, WIND], "1.0.0", [LABELS[0] as CurrentLabel, note("ed-boat", "舟はまた浮かんだ。")]);
    const [sameDay, later] = ["2026-12-01", "2026-12-24"].map((today) => register(first, again, { today }).registry);
    const revisions = (registry: Registry | undefined) =>
      registry?.anchors
        .find(({ id }) => id === "note-ed-boat")
        ?.texts?.["ja"]?.map((one) => [one.edition, one.date, one.text]);
    assert.deepEqual(revisions(first), [
      ["1.0.0", undefined, "舟は沈んだ。"],
      ["1.0.0", "2026-12-01", "舟は引き上げられた。"],
    ]);
    assert.deepEqual(revisions(sameDay)?.slice(1), [["1.0.0", "2026-12-01", "舟はまた浮かんだ。"]]);
    assert.equal(revisions(later)?.length, 3);
    for (const registry of [first, sameDay, later]) assert.ok(registrySchema.safeParse(registry).success);
  });

  it("keeps a slip beside its correction, and every further one", () => {
    const once = register(FIRST, text([SLIP, SNOW, WIND], "1.0.0", LABELS), {
      within: "correction",
      today: "2026-12-01",
    }).registry;
    const twice = register(once, text([SLIP.replace("川", "河"), SNOW, WIND], "1.0.0", LABELS), {
      within: "correction",
      today: "2026-12-01",
    }).registry;
    assert.deepEqual(
      twice.anchors.find(({ id }) => id === "p1")?.texts?.["ja"]?.map((one) => [one.edition, one.date, one.text]),
      [
        ["1.0.0", undefined, RAIN],
        ["1.0.0", "2026-12-01", SLIP],
        ["1.0.0", "2026-12-01", SLIP.replace("川", "河")],
      ],
    );
    assert.ok(registrySchema.safeParse(twice).success);
    const next = register(twice, text([HEAT + SLIP, SNOW, WIND], "1.1.0", LABELS)).registry;
    assert.ok(registrySchema.safeParse(next).success);
  });
});

describe("an edition that has not been out yet", () => {
  const draft = register(FIRST, text([SLIP, HEAT, SNOW, WIND], "1.1.0", LABELS)).registry;

  it("is written anew, and leaves no words behind that no one has read", () => {
    const { registry } = register(draft, text([RAIN, WIND], "1.1.0", LABELS), { within: "unpublished" });
    const of = (id: string) => registry.anchors.find((record) => record.id === id);
    assert.deepEqual(
      of("p1")?.texts?.["ja"]?.map((one) => [one.edition, one.text]),
      [
        ["1.0.0", RAIN],
        ["1.1.0", RAIN],
      ].slice(0, of("p1")?.texts?.["ja"]?.length),
    );
    assert.equal(of("p2")?.retired?.last, "1.0.0", "the edition in which it stood is the one before");
    assert.equal(resolveAnchor(registry, "p1a"), "p1", "an id that was given is not lost");
    assert.ok(registrySchema.safeParse(registry).success);
  });
});

/** Does what the command does with statements, then what the build does; gives the registry. */
function decide(registry: Registry, current: CurrentText, statements: Partial<Statements>): Registry {
  const decisions = readDecisions({ still: [], not: [], ...statements }, registry, current, (a, b) => a === b);
  const after = register(registry, current, { decisions }).registry;
  assert.ok(registrySchema.safeParse(after).success);
  const { rows } = matchRegistry(after, current);
  assert.deepEqual(
    [
      ...labelProblems(after, current),
      ...registryProblems(after, current, rows, FILES),
      ...recordProblems(after, current, rows, FILES),
    ],
    [],
    "the build agrees",
  );
  assert.deepEqual(register(after, current).changes, [], "a later run remembers");
  return after;
}

describe("an author who says", () => {
  const rewritten = text([RAIN, HEAT, WIND], "1.1.0", LABELS);

  it("“this is still ¶2” of a paragraph that was rewritten wholly is believed, and remembered", () => {
    assert.deepEqual(
      paragraphsOf(register(FIRST, rewritten).registry).map(([id]) => id),
      ["p1", "p1a", "p3"],
    );
    const after = decide(FIRST, rewritten, { still: ["p2=content/ja/one.mdx:12"] });
    assert.deepEqual(paragraphsOf(after), [
      ["p1", RAIN],
      ["p2", HEAT],
      ["p3", WIND],
    ]);
    assert.deepEqual(
      after.anchors.find(({ id }) => id === "p2")?.texts?.["ja"]?.map((one) => one.text),
      [SNOW, HEAT],
    );
    const edited = text([RAIN, HEAT.replace("三日", "四日"), WIND], "1.2.0", LABELS);
    assert.deepEqual(
      paragraphsOf(register(after, edited).registry).map(([id]) => id),
      ["p1", "p2", "p3"],
    );
  });

  it("“this is still ¶2” of one that was moved, or had gone, is believed too", () => {
    const moved = text([HEAT, RAIN, WIND], "1.1.0", LABELS);
    assert.deepEqual(paragraphsOf(decide(FIRST, moved, { still: ["¶2=content/ja/one.mdx:10"] }))[0], ["p2", HEAT]);
    const without = register(FIRST, text([RAIN, WIND], "1.1.0", LABELS)).registry;
    const back = decide(without, text([RAIN, HEAT, WIND], "1.2.0", LABELS), { still: ["p2=content/ja/one.mdx:12"] });
    assert.equal(back.anchors.find(({ id }) => id === "p2")?.retired, undefined);
  });

  it("“this is not ¶2” of a wrongly matched pair is believed, and remembered", () => {
    const like = text([RAIN, SNOW.replace("山の上", "平野"), WIND], "1.1.0", LABELS);
    assert.deepEqual(
      paragraphsOf(register(FIRST, like).registry).map(([id]) => id),
      ["p1", "p2", "p3"],
    );
    const after = decide(FIRST, like, { not: ["p2"] });
    assert.deepEqual(
      paragraphsOf(after).map(([id]) => id),
      ["p1", "p1a", "p3"],
    );
    assert.ok(after.anchors.find(({ id }) => id === "p2")?.retired);
    const back = text([RAIN, SNOW.replace("山の上", "平野"), SNOW, WIND], "1.2.0", LABELS);
    assert.deepEqual(
      paragraphsOf(register(after, back).registry).map(([id]) => id),
      ["p1", "p1a", "p2", "p3"],
    );
  });

  it("both, of a pair that changed places with new words, is believed", () => {
    const current = text([RAIN, SNOW.replace("山の上", "平野"), HEAT], "1.1.0", LABELS);
    const after = decide(FIRST, current, { still: ["p3=content/ja/one.mdx:12", "p2=content/ja/one.mdx:14"] });
    assert.deepEqual(
      paragraphsOf(after).map(([id]) => id),
      ["p1", "p3", "p2"],
    );
  });

  it("that a note is the same, rewritten or under another label, is believed", () => {
    const other = "市の記録はこのことを述べない。まったく別の話である。";
    const same = text([RAIN, SNOW, WIND], "1.1.0", [note("boat", other), LABELS[1] as CurrentLabel]);
    assert.match(labelProblems(FIRST, same)[0]?.how ?? "", /--still note-boat/u);
    decide(FIRST, same, { still: ["note-boat"] });
    const renamed = text([RAIN, SNOW, WIND], "1.1.0", [note("ferry", other), LABELS[1] as CurrentLabel]);
    assert.equal(resolveAnchor(register(FIRST, renamed).registry, "note-boat"), "p1");
    assert.equal(resolveAnchor(decide(FIRST, renamed, { still: ["note-boat=note-ferry"] }), "note-boat"), "note-ferry");
    const alike = text([RAIN, SNOW, WIND], "1.1.0", [note("ferry", "舟は青い。"), LABELS[1] as CurrentLabel]);
    assert.equal(resolveAnchor(register(FIRST, alike).registry, "note-boat"), "note-ferry");
    assert.equal(resolveAnchor(decide(FIRST, alike, { not: ["note-boat"] }), "note-boat"), "p1");
  });

  for (const [title, statements, message] of [
    ["of what is not registered", { still: ["p9=content/ja/one.mdx:12"] }, /nothing is registered as “p9”/u],
    ["without a place", { still: ["p2"] }, /say where it stands/u],
    [
      "of a line between the paragraphs",
      { still: ["p2=content/ja/one.mdx:11"] },
      /no paragraph of the text stands at/u,
    ],
    ["of a file that is none", { still: ["p2=content/ja/two.mdx:12"] }, /no paragraph of the text stands at/u],
    [
      "two things of one paragraph",
      { still: ["p2=content/ja/one.mdx:12", "p3=content/ja/one.mdx:12"] },
      /to both p2 and p3/u,
    ],
    ["two things of one id", { still: ["p2=content/ja/one.mdx:12"], not: ["p2"] }, /both name p2/u],
    ["of a label that stands in the text that it does not", { not: ["note-boat"] }, /stands in the text/u],
    [
      "that a note has a label that there is not",
      { still: ["note-boat=note-raft"] },
      /there is no “note-raft” in the text/u,
    ],
  ] as const)
    it(`what makes no sense is told: ${title}`, () => {
      assert.throws(
        () => decide(FIRST, rewritten, statements),
        (error: Error) => error instanceof UserError && message.test(error.message),
      );
    });

  it("it of one language is understood in the others", () => {
    const draft = (ja: string, en: string): Draft[] => [
      { id: "one", texts: { ja: [RAIN, ja], en: ["It rained.", en] } },
    ];
    const first = register(
      NOTHING,
      currentText(draft(SNOW, "Snow fell on the mountain."), "1.0.0", ["ja", "en"]),
    ).registry;
    const current = currentText(draft(HEAT, "Nothing of this was known in the city."), "1.1.0", ["ja", "en"]);
    const after = decide(first, current, { still: ["p2=content/en/one.mdx:12"] });
    assert.deepEqual(
      paragraphsOf(after, "en").map(([id]) => id),
      ["p1", "p2"],
    );
  });
});
