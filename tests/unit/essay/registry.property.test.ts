import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseParagraphId } from "../../../src/essay/paragraph-ids.ts";
import { type CurrentText, type Registry, resolveAnchor } from "../../../src/essay/registry.ts";
import { matchRegistry } from "../../../src/essay/registry-match.ts";
import { registryProblems } from "../../../src/essay/registry-verify.ts";
import { letters } from "../../../src/essay/text-hash.ts";
import { registrySchema } from "../../../src/schemas/anchors.ts";
import { drafts, EDITS, randomOf, start } from "./random-history.ts";
import { currentText, NOTHING, paragraphsOf, register } from "./registry-helpers.ts";

const EDITS_A_SEQUENCE = 6;
/** The same in every run, unless a seed is given; fast-check prints the seed of what fails. */
const RUNS = { numRuns: 1000, seed: Number(process.env["SEED"] ?? 20_230_317) };

const countOf = (texts: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(letters(text), (counts.get(letters(text)) ?? 0) + 1);
  return counts;
};

/** @throws where an edition of the registry breaks what it promises */
function checkEdition(before: Registry, registry: Registry, current: CurrentText, placed: readonly string[]): void {
  const ids = registry.anchors.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, `an id stands twice`);
  for (const { id, since } of before.anchors) {
    const now = registry.anchors.find((anchor) => anchor.id === id);
    assert.equal(now?.since, since, `${id} was lost or is younger`);
    const target = registry.anchors.find((anchor) => anchor.id === resolveAnchor(registry, id));
    assert.ok(target && !target.retired, `${id} leads nowhere`);
  }
  const valid = registrySchema.safeParse(registry);
  assert.ok(valid.success, `the registry makes no sense: ${valid.error?.message}`);

  const live = paragraphsOf(registry);
  assert.deepEqual(
    live.map(([, words]) => letters(words)),
    placed.map(letters),
    `the registry is not in reading order`,
  );
  const idOf = new Map(live.map(([id, words]) => [letters(words), id]));
  const [countBefore, countNow] = [countOf(paragraphsOf(before).map(([, words]) => words)), countOf(placed)];
  for (const [id, words] of paragraphsOf(before)) {
    const key = letters(words);
    // Which of two paragraphs that read the same is which, no one can say.
    if (countBefore.get(key) === 1 && countNow.get(key) === 1)
      assert.equal(idOf.get(key), id, `an unchanged paragraph changed its id`);
  }

  const { rows } = matchRegistry(registry, current);
  assert.deepEqual(registryProblems(registry, current, rows, { registry: "anchors.json", settings: "" }), []);
  const again = register(registry, current);
  assert.deepEqual(again.changes, [], `a second run did something`);
  assert.equal(JSON.stringify(again.registry), JSON.stringify(registry), `a second run changed it`);
  assert.ok(registry.anchors.every(({ id, kind }) => kind !== "paragraph" || parseParagraphId(id)));
}

test("no sequence of edits loses an id, gives one twice, or changes that of an unchanged paragraph", () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const random = randomOf(g);
      const text = start(random);
      let { registry } = register(NOTHING, currentText(drafts(text)));
      for (let step = 1; step <= EDITS_A_SEQUENCE; step += 1) {
        const before = registry;
        for (let count = 1 + random.below(2); count > 0; count -= 1) {
          const edit = random.pick(EDITS);
          if (text.some(({ paragraphs }) => paragraphs.length > 1)) edit(text, random);
        }
        const current = currentText(drafts(text), `1.${step}.0`);
        ({ registry } = register(before, current));
        const placed = text.flatMap(({ paragraphs }) => paragraphs);
        checkEdition(before, registry, current, placed);
      }
    }),
    RUNS,
  );
});

test("a paragraph of which some words were rewritten keeps its id", () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const random = randomOf(g);
      const text = start(random);
      const { registry } = register(NOTHING, currentText(drafts(text)));
      const ids = paragraphsOf(registry).map(([id]) => id);
      EDITS[0]?.(text, random);
      const after = register(registry, currentText(drafts(text), "1.1.0")).registry;
      assert.deepEqual(
        paragraphsOf(after).map(([id]) => id),
        ids,
      );
    }),
    RUNS,
  );
});
