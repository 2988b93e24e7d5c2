import assert from "node:assert/strict";
import { test } from "node:test";
import { firstDifference, readBack } from "../../../src/import/law.ts";
import type { Fragment, Manuscript } from "../../../src/import/manuscript.ts";
import type { DraftEssay } from "../../../src/import/sections.ts";

const draft: DraftEssay = {
  sections: [
    { id: "one", title: "Boats", depth: 1, role: undefined, number: "1 ", children: [], readings: [], titleNotes: [] },
  ],
  numbering: ["decimal"],
  labels: new Map([["7", "1"]]),
  titleNotes: [],
};
const files = (mdx: string) =>
  new Map([
    ["essay.yaml", "title: River\nauthors: [{ family: Doe, given: Jane }]\n"],
    ["en/one.mdx", mdx],
  ]);
const WRITTEN = "---\ntitle: Boats\n---\n\nThey are painted.[^1]\n\n[^1]: By Holm.\n";

const LEDGER: readonly Fragment[] = [
  { text: "River", to: "field title", place: "line 1" },
  { text: "Jane Doe", to: "field authors", place: "line 2" },
  { text: "1 Boats", to: "body", place: "line 3" },
  { text: "They are pain", to: "body", place: "line 4" },
  { text: "ted.", to: "body", place: "line 5" },
  { text: "7", to: "left out", why: "note mark", place: "line 5" },
  { text: "By Holm.", to: "note 7", place: "line 6" },
];
const manuscript = (ledger: readonly Fragment[], proof?: Manuscript["proof"]): Manuscript => ({
  file: "a.txt",
  metadata: {},
  tree: { type: "root", children: [] },
  ledger,
  proof,
  images: [],
  references: [],
});
const check = (mdx: string, ledger = LEDGER, proof?: Manuscript["proof"]) =>
  firstDifference(manuscript(ledger, proof), draft, readBack(files(mdx), "en", draft));

test("words that come through, whatever becomes of spaces, are no difference", () => {
  assert.equal(check(WRITTEN), undefined);
});

test("a word that is lost, changed or invented is named with its place", () => {
  assert.equal(check(WRITTEN.replace("painted", "pained"))?.place, "line 5");
  assert.equal(check(WRITTEN.replace("painted.", "painted. Again."))?.found, "Again.");
  assert.equal(check(WRITTEN.replace("By Holm", "By Helm"))?.of, "note 1");
  assert.equal(check(`${WRITTEN}\n[^2]: Invented.\n`.replace("painted.", "painted.[^2]"))?.of, "note 2 (unknown)");
  assert.equal(
    check(WRITTEN, LEDGER.with(0, { text: "Rivers", to: "field title", place: "line 1" }))?.of,
    "“title” in essay.yaml",
  );
});

test("a line of the manuscript that a rule has dropped is missed, in order and without", () => {
  const places = new Map([
    ["line 1", "River"],
    ["line 2", "Jane Doe"],
    ["line 3", "1 Boats"],
    ["line 4", "They are pain"],
    ["line 5", "ted.7"],
    ["line 6", "By Holm."],
  ]);
  assert.equal(check(WRITTEN, LEDGER, { places, isOrdered: true }), undefined);
  assert.equal(
    check(WRITTEN, LEDGER, { places: new Map([...places, ["line 7", "Lost."]]), isOrdered: true })?.expected,
    "Lost.",
  );
  const pages = new Map([["page 1", "7ted.They are pain1 BoatsJane DoeRiverBy Holm.x"]]);
  const paged = LEDGER.map((one) => ({ ...one, place: `page 1, ${one.place}` }));
  assert.equal(check(WRITTEN, paged, { places: pages, isOrdered: false })?.expected, "x");
});

test("the ledger of a book of many notes is gone through a few times, not once for each note", () => {
  const reads = (notes: number): number => {
    let count = 0;
    const counted = (fragment: Fragment): Fragment => ({
      ...fragment,
      get to() {
        count += 1;
        return fragment.to;
      },
    });
    const numbers = Array.from({ length: notes }, (_, index) => String(index + 1));
    const ledger = numbers.map((label) => counted({ text: `By ${label}.`, to: `note ${label}`, place: label }));
    const written = { body: "", notes: new Map(numbers.map((label) => [label, `By ${label}.`])), settings: {} };
    assert.equal(firstDifference(manuscript(ledger), { ...draft, labels: new Map() }, written), undefined);
    return count / notes;
  };
  assert.equal(reads(400), reads(40));
});
