import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type AnchorState, anchorHistories } from "../../../src/essay/edition-history.ts";
import { isSameText, type Registry, registryOfEdition } from "../../../src/essay/registry.ts";
import { drafts, EDITS, type Random, randomOf, start } from "./random-history.ts";
import { currentText, NOTHING, paragraphsOf, register } from "./registry-helpers.ts";

const EDITIONS = 5;
const RUNS = { numRuns: 150, seed: Number(process.env["SEED"] ?? 20_230_317) };

/** The registries of a random history, each as it was when its edition was registered; the oldest first. */
function randomEditions(random: Random): Registry[] {
  const text = start(random);
  // Whole paragraphs that were taken out come back now and then.
  const away: string[] = [];
  let { registry } = register(NOTHING, currentText(drafts(text)));
  const editions = [registryOfEdition(registry)];
  for (let step = 1; step < EDITIONS; step += 1) {
    for (let count = 1 + random.below(3); count > 0; count -= 1) {
      const { paragraphs } = random.pick(text);
      const choice = random.below(EDITS.length + 2);
      const edit = EDITS[choice];
      if (edit && text.some((section) => section.paragraphs.length > 1)) edit(text, random);
      else if (choice === EDITS.length && paragraphs.length > 1)
        away.push(...paragraphs.splice(random.below(paragraphs.length), 1));
      else paragraphs.splice(random.below(paragraphs.length + 1), 0, ...away.splice(random.below(away.length), 1));
    }
    ({ registry } = register(registry, currentText(drafts(text), `1.${step}.0`)));
    editions.push(registryOfEdition(registry));
  }
  return editions;
}

/** What says that an address leads to other words than it did. */
const SAYS_SO = new Set<AnchorState["status"]>([
  "changed",
  "moved",
  "split",
  "merged",
  "renamed",
  "removed",
  "returned",
]);

test("in the map of editions no link of any edition is lost, and none leads to other words without saying so", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const editions = randomEditions(randomOf(g));
      const last = editions.at(-1) as Registry;
      const present = new Map(paragraphsOf(last));
      const histories = new Map(anchorHistories(editions).map((history) => [history.id, history.states]));
      editions.forEach((edition, index) => {
        for (const [id, words] of paragraphsOf(edition)) {
          const states = histories.get(id);
          assert.ok(states, `${id} of edition ${edition.edition} is lost`);
          const at = states.findIndex((state) => state.edition === edition.edition);
          assert.notEqual(at, -1, `${id} has no state in edition ${edition.edition}`);
          assert.equal(states.length - at, editions.length - index, `${id} lacks an edition after ${edition.edition}`);
          const target = states.at(-1)?.leadsTo ?? id;
          const now = present.get(target);
          assert.ok(now !== undefined, `${id} of edition ${edition.edition} leads to ${target}, which is not there`);
          const later = states.slice(at + 1);
          for (const { status } of later) seen.add(status);
          if (target === id && isSameText(now, words)) continue;
          assert.ok(
            later.some(({ status }) => SAYS_SO.has(status)),
            `${id} of edition ${edition.edition} leads to other words, and nothing says so`,
          );
        }
      });
    }),
    RUNS,
  );
  // Otherwise the histories would not try it.
  for (const status of ["same", "changed", "moved", "split", "merged", "removed", "returned"])
    assert.ok(seen.has(status), `no history has what is ${status}`);
});

test("the order in which editions are given makes no difference, and an edition alone has only what is new", () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const editions = randomEditions(randomOf(g));
      assert.deepEqual(anchorHistories(editions.toReversed()), anchorHistories(editions));
      const states = anchorHistories(editions.slice(0, 1)).flatMap((history) => history.states);
      assert.ok(states.length > 0 && states.every(({ status }) => status === "new"));
    }),
    { ...RUNS, numRuns: 20 },
  );
});
