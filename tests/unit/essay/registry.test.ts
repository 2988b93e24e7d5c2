import assert from "node:assert/strict";
import { test } from "node:test";
import { type CurrentText, type Registry, resolveAnchor } from "../../../src/essay/registry.ts";
import { matchRegistry } from "../../../src/essay/registry-match.ts";
import {
  disagreementProblems,
  labelProblems,
  recordProblems,
  registryProblems,
} from "../../../src/essay/registry-verify.ts";
import { earlierWords, redirectsOf, retiredAnchors } from "../../../src/essay/retired-anchors.ts";
import { textHash } from "../../../src/essay/text-hash.ts";
import { registrySchema } from "../../../src/schemas/anchors.ts";
import { currentText, type Draft, NOTHING, paragraphsOf, register } from "./registry-helpers.ts";

const RAIN = "朝から雨が降りつづいて、川の水は橋のたもとまで上がってきた。";
const SNOW = "山の上では初雪が観測され、登山道は来年の春まで閉ざされる。";
const WIND = "海からの風が強まり、漁に出た船はすべて港へ引き返したという。";
const HEAT = "都市の気温は三日続けて四十度を超え、電力の消費が記録を更新した。";
const ENGLISH = {
  rain: "It had rained since the morning, and the river rose to the foot of the bridge.",
  snow: "The first snow was seen on the mountain, whose paths are closed until spring.",
  wind: "The wind from the sea grew strong, and every fishing boat went back to port.",
};
const FILES = { registry: "content/anchors.json", settings: "content/essay.yaml" };

const japanese = (sections: Record<string, readonly string[]>): Draft[] =>
  Object.entries(sections).map(([id, texts]) => ({ id, texts: { ja: texts } }));
const published = (sections: Record<string, readonly string[]>) =>
  register(NOTHING, currentText(japanese(sections))).registry;
const later = (sections: Record<string, readonly string[]>) => currentText(japanese(sections), "1.1.0");
const problemsOf = (registry: Registry, current: CurrentText) =>
  registryProblems(registry, current, matchRegistry(registry, current).rows, FILES);
const idsOf = (registry: Registry) => paragraphsOf(registry).map(([id]) => id);

test("a text's hash ignores spacing, punctuation, case and width", () => {
  assert.equal(textHash("ＮＡＴＯの「抑止」、 とは。"), textHash("natoの抑止とは"));
  assert.notEqual(textHash("抑止とは"), textHash("抑止は"));
});

test("the first edition numbers its paragraphs in order", () => {
  const registry = published({ one: [RAIN, SNOW], two: [WIND] });
  assert.deepEqual(idsOf(registry), ["p1", "p2", "p3"]);
});

test("an inserted paragraph is p1a, and the others keep their numbers", () => {
  const { registry, changes } = register(published({ one: [RAIN, SNOW] }), later({ one: [RAIN, HEAT, SNOW] }));
  assert.deepEqual(idsOf(registry), ["p1", "p1a", "p2"]);
  assert.deepEqual(changes, [{ id: "p1a", kind: "paragraph", what: "new" }]);
});

test("of a split paragraph the longer part keeps the id", () => {
  const { registry } = register(published({ one: [RAIN + SNOW + WIND] }), later({ one: [RAIN, SNOW + WIND] }));
  assert.deepEqual(idsOf(registry), ["p0a", "p1"]);
});

test("a merged paragraph leads to where its text went, a removed one to its neighbour", () => {
  const merged = register(published({ one: [RAIN, SNOW, WIND] }), later({ one: [RAIN + SNOW, WIND] })).registry;
  assert.equal(resolveAnchor(merged, "p2"), "p1");
  assert.equal(merged.anchors.find(({ id }) => id === "p2")?.retired?.how, "merged");
  const removed = register(published({ one: [RAIN, SNOW, WIND] }), later({ one: [RAIN, WIND] })).registry;
  assert.deepEqual(removed.anchors.find(({ id }) => id === "p2")?.retired, {
    last: "1.0.0",
    successor: "p1",
    how: "removed",
  });
});

test("an address leads on where its successor is retired in its turn", () => {
  const first = register(published({ one: [RAIN, SNOW, WIND] }), later({ one: [RAIN, WIND] })).registry;
  const second = register(first, currentText(japanese({ one: [WIND] }), "1.2.0")).registry;
  assert.equal(resolveAnchor(second, "p2"), "p3");
});

test("what was taken out and is put back has its id again", () => {
  const without = register(published({ one: [RAIN, SNOW] }), later({ one: [RAIN] })).registry;
  const { registry, changes } = register(without, currentText(japanese({ one: [RAIN, SNOW] }), "1.2.0"));
  assert.deepEqual(idsOf(registry), ["p1", "p2"]);
  assert.deepEqual(
    changes.map(({ what }) => what),
    ["returned"],
  );
});

test("a new edition adds its words; one that has not been out yet replaces its own", () => {
  const edited = RAIN.replace("朝から", "昨夜から");
  const once = register(published({ one: [RAIN] }), later({ one: [edited] })).registry;
  const twice = register(once, later({ one: [edited.replace("橋", "堤")] }), { within: "unpublished" }).registry;
  assert.deepEqual(
    twice.anchors.find(({ id }) => id === "p1")?.texts?.["ja"]?.map(({ edition }) => edition),
    ["1.0.0", "1.1.0"],
  );
  assert.deepEqual(earlierWords(twice, "ja"), { p1: [{ edition: "1.0.0", text: RAIN }] });
});

test("a section under a new slug keeps its paragraphs, and its page leads on", () => {
  const { registry } = register(
    published({ one: [RAIN], old: [SNOW, WIND] }),
    later({ one: [RAIN], new: [SNOW, WIND] }),
  );
  assert.deepEqual(redirectsOf(registry), [{ from: "old", to: "new" }]);
  assert.deepEqual(idsOf(registry), ["p1", "p2", "p3"]);
  assert.deepEqual(
    retiredAnchors(registry).map(({ id, successor, page }) => [id, successor, page]),
    [["old", "new", "new"]],
    "the paragraphs need no retired anchor: their page is the same under another name",
  );
});

test("a paragraph that moved to another section is retired on its old page", () => {
  const { registry } = register(
    published({ one: [RAIN, SNOW], two: [WIND] }),
    later({ one: [RAIN], two: [WIND, SNOW] }),
  );
  assert.deepEqual(retiredAnchors(registry), [
    { id: "p2", kind: "paragraph", how: "moved", edition: "1.0.0", successor: "p2", section: "two", page: "one" },
  ]);
});

test("a removed paragraph is retired beside its neighbour", () => {
  const { registry } = register(published({ one: [RAIN, SNOW] }), later({ one: [RAIN] }));
  assert.deepEqual(retiredAnchors(registry), [
    { id: "p2", kind: "paragraph", how: "removed", edition: "1.0.0", successor: "p1", section: "one", page: "one" },
  ]);
});

test("the build refuses an edition that is not registered, and words that are not those of its edition", () => {
  const registry = published({ one: [RAIN, SNOW] });
  const edited = [RAIN.replace("朝から", "昨夜から"), SNOW];
  const problems = (current: CurrentText) => {
    assert.deepEqual(problemsOf(registry, current), [], "every address is kept");
    return recordProblems(registry, current, matchRegistry(registry, current).rows, FILES);
  };
  assert.deepEqual(problems(currentText(japanese({ one: [RAIN, SNOW] }))), []);
  const [unregistered, ...others] = problems(later({ one: edited }));
  assert.match(unregistered?.what ?? "", /edition 1\.1\.0 is not registered/u);
  assert.deepEqual([unregistered?.file, others], ["content/essay.yaml", []]);

  const [changed, ...more] = problems(currentText(japanese({ one: edited })));
  assert.match(changed?.what ?? "", /¶1 has other words than are recorded for edition 1\.0\.0/u);
  assert.deepEqual([changed?.file, changed?.line, more], ["content/ja/one.mdx", 10, []]);
  for (const way of ["“edition.version”", "--correction", "--unpublished"]) assert.ok(changed?.how.includes(way), way);

  const [reordered] = problems(currentText(japanese({ one: [SNOW, RAIN] })));
  assert.match(reordered?.what ?? "", /¶2 stands elsewhere/u);
  const [comma] = problems(currentText(japanese({ one: [RAIN.replace("、", ""), SNOW] })));
  assert.match(comma?.what ?? "", /¶1 has other words/u, "a comma is part of the words");
  const broken = currentText(japanese({ one: [RAIN.replace("、", "、\n"), SNOW] }));
  assert.deepEqual(problems(broken), [], "where a line is broken is not");
});

test("the build refuses an address that would vanish", () => {
  const [problem, ...others] = problemsOf(published({ one: [RAIN, SNOW, WIND] }), later({ one: [RAIN, WIND] }));
  assert.deepEqual(others, []);
  assert.match(problem?.what ?? "", /¶2 .*would vanish/u);
  assert.deepEqual([problem?.file, problem?.line], ["content/ja/one.mdx", 10]);
  assert.match(problem?.how ?? "", /npm run anchors/u);
});

test("the build refuses an address that would come to stand on another text", () => {
  const problems = problemsOf(published({ one: [RAIN, SNOW, WIND] }), later({ one: [RAIN, HEAT, WIND] }));
  assert.equal(problems.length, 1);
  assert.match(problems[0]?.what ?? "", /¶2 would come to stand on another text/u);
  assert.deepEqual([problems[0]?.file, problems[0]?.line], ["content/ja/one.mdx", 12]);
  assert.match(problems[0]?.how ?? "", /npm run anchors/u);
});

test("the build refuses a paragraph without an id, and a section", () => {
  const problems = problemsOf(published({ one: [RAIN] }), later({ one: [RAIN, HEAT], two: [WIND] }));
  assert.deepEqual(
    problems.map(({ file, line, what }) => [file, line, what]),
    [
      ["content/ja/two.mdx", 1, "the section “two” is not registered"],
      ["content/ja/one.mdx", 12, "this paragraph has no id"],
      ["content/ja/two.mdx", 10, "this paragraph has no id"],
    ],
  );
  assert.ok(problems.every(({ how }) => how.includes("npm run anchors")));
});

test("an earlier edition than the registry's is refused", () => {
  const registry = register(NOTHING, currentText(japanese({ one: [RAIN] }), "2.0.0")).registry;
  assert.match(problemsOf(registry, later({ one: [RAIN] }))[0]?.what ?? "", /edition 2\.0\.0/u);
});

test("a note under the label of another is refused; one that cites the same source is the same note", () => {
  const withNote = (text: string, edition: string) =>
    currentText(
      [
        {
          id: "one",
          texts: { ja: [RAIN] },
          labels: [{ id: "note-a", kind: "note" as const, text, line: 20, paragraph: 0 }],
        },
      ],
      edition,
    );
  const { registry } = register(NOTHING, withNote(`[@nato-2022] ${SNOW}`, "1.0.0"));
  assert.deepEqual(labelProblems(registry, withNote(`[@nato-2022] ${HEAT}`, "1.1.0")), []);
  const [problem] = labelProblems(registry, withNote(`[@other-2020] ${HEAT}`, "1.1.0"));
  assert.match(problem?.what ?? "", /“#note-a” would come to stand on another text/u);
  assert.equal(problem?.line, 20);
});

test("a note under a new label is found again by its text", () => {
  const withNote = (id: string, edition: string) =>
    currentText(
      [
        {
          id: "one",
          texts: { ja: [RAIN] },
          labels: [{ id, kind: "note" as const, text: SNOW, line: 20, paragraph: 0 }],
        },
      ],
      edition,
    );
  const { registry } = register(NOTHING, withNote("note-old", "1.0.0"));
  const { registry: renamed } = register(registry, withNote("note-new", "1.1.0"));
  assert.deepEqual(renamed.anchors.find(({ id }) => id === "note-old")?.retired, {
    last: "1.0.0",
    successor: "note-new",
    how: "renamed",
  });
});

const bilingual = (ja: readonly string[], en: readonly string[], edition = "1.1.0") =>
  currentText([{ id: "one", texts: { ja, en } }], edition, ["ja", "en"]);

test("a second language takes the ids of the first, place by place", () => {
  const { registry, changes } = register(
    published({ one: [RAIN, SNOW] }),
    bilingual([RAIN, SNOW], [ENGLISH.rain, ENGLISH.snow]),
  );
  assert.deepEqual(idsOf(registry), ["p1", "p2"]);
  assert.deepEqual(
    paragraphsOf(registry, "en").map(([, text]) => text),
    [ENGLISH.rain, ENGLISH.snow],
  );
  assert.deepEqual(
    changes.map(({ what }) => what),
    ["translated", "translated"],
  );
});

test("a paragraph that one language words anew is known by the other", () => {
  const { registry } = register(NOTHING, bilingual([RAIN, SNOW], [ENGLISH.rain, ENGLISH.snow], "1.0.0"));
  const { registry: after } = register(registry, bilingual([RAIN, HEAT], [ENGLISH.rain, ENGLISH.snow]));
  assert.deepEqual(idsOf(after), ["p1", "p2"]);
});

test("two languages that disagree: the section, the paragraph, the first that differs", () => {
  const { registry } = register(
    NOTHING,
    bilingual([RAIN, SNOW, WIND], [ENGLISH.rain, ENGLISH.snow, ENGLISH.wind], "1.0.0"),
  );
  const swapped = bilingual([RAIN, SNOW, WIND], [ENGLISH.rain, ENGLISH.wind, ENGLISH.snow]);
  const [order, ...others] = disagreementProblems(matchRegistry(registry, swapped).disagreements);
  assert.deepEqual(others, []);
  assert.deepEqual([order?.file, order?.line], ["content/en/one.mdx", 12]);
  assert.match(order?.what ?? "", /section “one”, first at its paragraph 2: ja has ¶2 .*, en has ¶3/u);
  assert.match(order?.how ?? "", /npm run anchors/u);

  const shorter = bilingual([RAIN, SNOW, WIND], [ENGLISH.rain, ENGLISH.wind]);
  const [missing] = disagreementProblems(matchRegistry(registry, shorter).disagreements);
  assert.match(missing?.what ?? "", /paragraph 2: .*3 paragraphs against 2/u);
});

test("a note that only one language has is named", () => {
  const current = bilingual([RAIN], [ENGLISH.rain]);
  const label = { id: "note-a", kind: "note" as const, text: "x", line: 30, paragraph: 0 };
  const [first, second] = current.languages;
  assert.ok(first && second);
  const lopsided = {
    ...current,
    languages: [{ ...first, sections: first.sections.map((section) => ({ ...section, labels: [label] })) }, second],
  };
  assert.match(labelProblems(NOTHING, lopsided)[0]?.what ?? "", /ja has “#note-a”, en has not/u);
});

test("a registry in the keys of version 1.0 is read as one in today's", () => {
  const { registry } = register(
    published({ one: [RAIN, SNOW], two: [WIND] }),
    later({ one: [RAIN], two: [WIND.replace("岸", "浜")] }),
  );
  const old = JSON.stringify(registry)
    .replaceAll('"retired":', '"gone":')
    .replaceAll('"successor":', '"to":')
    .replaceAll('"previousSections":', '"formerly":')
    .replaceAll('"hash":', '"fingerprint":');
  assert.match(old, /"gone":\{"last":"1\.0\.0","to":"p1"/u);
  assert.match(old, /"fingerprint":/u);
  assert.deepEqual(registrySchema.parse(JSON.parse(old)), JSON.parse(JSON.stringify(registry)));
});

test("a registry that a hand made nonsense of is refused", () => {
  const registry = published({ one: [RAIN, SNOW], two: [WIND] });
  const edit = (change: (copy: { edition: string; anchors: Record<string, unknown>[] }) => void) => {
    const copy = JSON.parse(JSON.stringify(registry));
    change(copy);
    const result = registrySchema.safeParse(copy);
    return result.success ? "" : result.error.issues.map(({ message }) => message).join("; ");
  };
  const paragraph = (copy: { anchors: Record<string, unknown>[] }, id: string) =>
    copy.anchors.find((anchor) => anchor["id"] === id) ?? {};
  assert.equal(
    edit(() => undefined),
    "",
  );
  assert.match(
    edit((copy) => void copy.anchors.push({ ...paragraph(copy, "p1") })),
    /“p1” stands twice/u,
  );
  assert.match(
    edit(
      (copy) =>
        void Object.assign(paragraph(copy, "p1"), { retired: { last: "1.0.0", successor: "p9", how: "removed" } }),
    ),
    /no anchor that stands/u,
  );
  assert.match(
    edit((copy) => {
      Object.assign(paragraph(copy, "p1"), { retired: { last: "1.0.0", successor: "p2", how: "removed" } });
      Object.assign(paragraph(copy, "p2"), { retired: { last: "1.0.0", successor: "p1", how: "removed" } });
    }),
    /no anchor that stands/u,
  );
  assert.match(
    edit((copy) => void Object.assign(paragraph(copy, "p1"), { section: "three" })),
    /not a registered section/u,
  );
  assert.match(
    edit((copy) => void Object.assign(paragraph(copy, "p1"), { since: "3.0.0" })),
    /later than the registry's edition/u,
  );
  assert.match(
    edit((copy) => void Object.assign(paragraph(copy, "p1"), { id: "first" })),
    /does not suit a paragraph/u,
  );
  assert.match(
    edit((copy) => {
      const { texts } = paragraph(copy, "p1") as { texts: { ja: { text: string }[] } };
      for (const revision of texts.ja) revision.text = SNOW;
    }),
    /hash that is not its text's/u,
  );
});
