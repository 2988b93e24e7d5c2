import assert from "node:assert/strict";
import { test } from "node:test";
import { anchorHistories } from "../../../src/essay/edition-history.ts";
import { datedChanges } from "../../../src/essay/kept-editions.ts";
import { type Registry, registryOfEdition } from "../../../src/essay/registry.ts";
import { currentText, type Draft, NOTHING, register } from "./registry-helpers.ts";

const RAIN = "朝から雨が降りつづいて、川の水は橋のたもとまで上がってきた。";
const SNOW = "山の上では初雪が観測され、登山道は来年の春まで閉ざされる。";
const WIND = "海からの風が強まり、漁に出た船はすべて港へ引き返したという。";
const HEAT = "都市の気温は三日続けて四十度を超え、電力の消費が記録を更新した。";

type Sections = Record<string, readonly string[]>;
const draftsOf = (sections: Sections): Draft[] => Object.entries(sections).map(([id, ja]) => ({ id, texts: { ja } }));

/** @returns what became of each anchor, in the words `status`, `status edition…` */
function told(...editions: readonly Sections[]): Record<string, string> {
  let registry = NOTHING;
  const kept: Registry[] = [];
  editions.forEach((sections, index) => {
    ({ registry } = register(registry, currentText(draftsOf(sections), `1.${index}.0`)));
    kept.push(registryOfEdition(registry));
  });
  return Object.fromEntries(
    anchorHistories(kept).map(({ id, states }) => [
      id,
      states
        .map(({ status, leadsTo, parts }) => [status, ...(leadsTo ? [leadsTo] : []), ...(parts ?? [])].join(" "))
        .join(", "),
    ]),
  );
}

test("what stays is the same, what is reworded changed, what comes new", () => {
  assert.deepEqual(told({ one: [RAIN, SNOW] }, { one: [RAIN, SNOW.replace("来年の春", "五月"), WIND] }), {
    one: "new, same",
    p1: "new, same",
    p2: "new, changed",
    p3: "new",
  });
});

test("what is split says where its parts are", () => {
  const { p1, p1a } = told({ one: [RAIN + SNOW, WIND] }, { one: [RAIN, SNOW, WIND] });
  assert.equal(p1, "new, split p1a");
  assert.equal(p1a, "new");
});

test("a paragraph that is added beside another is no part of it", () => {
  assert.equal(told({ one: [RAIN, WIND] }, { one: [RAIN, HEAT, WIND] })["p1"], "new, same");
  const similar = RAIN.replace("橋のたもと", "堤の上");
  assert.equal(told({ one: [RAIN, WIND] }, { one: [RAIN, similar, WIND] })["p1"], "new, same");
});

test("what is merged or taken out leads on, also where its successor goes in its turn", () => {
  const { p1, p2 } = told({ one: [RAIN, SNOW, WIND] }, { one: [RAIN + SNOW, WIND] }, { one: [WIND] });
  assert.equal(p2, "new, merged p1, merged p3");
  assert.equal(p1, "new, changed, removed p3");
});

test("what comes back had gone", () => {
  assert.equal(told({ one: [RAIN, SNOW] }, { one: [RAIN] }, { one: [RAIN, SNOW] })["p2"], "new, removed p1, returned");
});

test("a move there and back is told twice, a section under another name not at all", () => {
  const here = { one: [RAIN, SNOW], two: [WIND] };
  assert.equal(told(here, { one: [RAIN], two: [SNOW, WIND] }, here)["p2"], "new, moved, moved");
  assert.equal(told({ one: [RAIN], old: [WIND] }, { one: [RAIN], young: [WIND] })["p2"], "new, same");
});

test("the time that histories take grows with the text, not faster", () => {
  const of = (paragraphs: number) => {
    const text = (salt: number) =>
      Array.from({ length: paragraphs }, (_, index) => `${RAIN}第${index}の川では${index * salt}人が橋を渡った。`);
    const edition = (version: string, salt: number): Registry => ({
      edition: version,
      anchors: [
        { id: "one", kind: "section", since: "1.0.0" },
        ...text(salt).map((words, index) => ({
          id: `p${index + 1}`,
          kind: "paragraph" as const,
          section: "one",
          since: "1.0.0",
          texts: { ja: [{ edition: version, hash: "", text: words }] },
        })),
      ],
    });
    const editions = [edition("1.0.0", 1), edition("1.1.0", 7), edition("1.2.0", 7)];
    const start = process.cpuUsage();
    anchorHistories(editions);
    return process.cpuUsage(start).user;
  };
  of(2000);
  const [small, large] = [of(2000), of(20_000)];
  assert.ok(large < 40 * small, `ten times the text took ${(large / small).toFixed(1)} times as long`);
});

test("what is corrected within an edition has its day", () => {
  const first = register(NOTHING, currentText(draftsOf({ one: [RAIN, SNOW] }))).registry;
  const mended = register(first, currentText(draftsOf({ one: [RAIN.replace("朝", "昨夜"), SNOW] })), {
    within: "correction",
  }).registry;
  assert.deepEqual(datedChanges(first, "ja"), []);
  assert.deepEqual(datedChanges(mended, "ja"), [{ edition: "1.0.0", date: "2026-12-01", anchors: ["p1"] }]);
});
