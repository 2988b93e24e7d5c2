import assert from "node:assert/strict";
import { test } from "node:test";
import type { Element, Nodes, Root } from "hast";
import { selectAll } from "hast-util-select";
import { randomFrom } from "../../scripts/random.ts";
import { rules } from "../../src/search/words/english.ts";
import { SYNONYMS } from "../e2e/support/synonyms.ts";
import { addresses, askEngine } from "../support/ask-engine.ts";
import { builtSite } from "../support/built-site.ts";

/*
 * The truth that the search is held against is read from the built page with the whole text; it shares no code with
 * the search on purpose, but what the stem of a word is.
 */
const { stem } = rules;

const PHRASES = 300;
const LONGEST = 6;

interface Unit {
  readonly anchor: string;
  readonly words: string;
  /** The words as they are compared, each between spaces. */
  readonly plain: string;
}

function wordsOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "element" && "dataPagefindIgnore" in node.properties) return "";
  return "children" in node ? node.children.map(wordsOf).join("") : "";
}

/**
 * Case, diacritics and the commas of numbers do not count; what is neither letter nor digit parts words, but for the point
 * in a number.
 */
const plain = (text: string): string =>
  ` ${text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/(\d),(?=\d)/gu, "$1")
    .toLowerCase()
    .replaceAll(/[\u3041-\u30FF\u3400-\u9FFF]/gu, " $& ")
    .replaceAll(/(?<!\d)\.|\.(?!\d)|[^\p{L}\p{N}.]/gu, " ")
    .replaceAll(/ +/gu, " ")
    .trim()} `;

function page(path: string): Root {
  const built = builtSite.pages.get(path);
  if (!built) throw new Error(`There is no page ${path}.`);
  return built.tree;
}

const ESSAY = ".section-heading h2, .section-heading h3, [data-paragraph], [data-note], [data-figure]";
const ANNOTATIONS = "[data-entry]";

const UNITS: readonly Unit[] = [
  ...selectAll(ESSAY, page("/en/full/")),
  ...selectAll(ANNOTATIONS, page("/en/glossary/")),
  ...selectAll(ANNOTATIONS, page("/en/timeline/")),
].map((element) => {
  const isHeading = /^h\d$/u.test(element.tagName);
  const [content = element] = isHeading ? selectAll(".title", element) : selectAll(".note-body", element);
  const words = wordsOf(content as Element)
    .replaceAll(/\s+/gu, " ")
    .trim();
  return { anchor: String(element.properties["id"]), words, plain: plain(words) };
});

/** @returns for each query the anchors of its hits, in order of their names */
const searchForAnchors = async (queries: readonly string[]): Promise<string[][]> =>
  (await askEngine("en", queries)).map((listed) =>
    addresses(listed)
      .map((address) => address.slice(address.indexOf("#") + 1))
      .sort(),
  );

function anchorsWith(words: string): string[] {
  const wanted = plain(words);
  return UNITS.filter((unit) => unit.plain.includes(wanted))
    .map(({ anchor }) => anchor)
    .sort();
}

const report = (queries: readonly string[], found: readonly (readonly string[])[]) =>
  queries.map((query, index) => `${query} → ${found[index]?.join(" ")}`);

test("the truth holds every section, paragraph, note, figure, term and event", () => {
  assert.equal(UNITS.length, 7 + 43 + (8 + 31) + 3 + 36 + 62);
  assert.deepEqual(
    UNITS.filter(({ words }) => words === ""),
    [],
  );
});

test(`${PHRASES} random phrases of two to ${LONGEST} words are found where they stand, and nowhere else`, async () => {
  const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
  const random = randomFrom(seed);
  const phrases = new Set<string>();
  while (phrases.size < PHRASES) {
    const words = (UNITS[random.below(UNITS.length)] as Unit).words.split(" ");
    const start = random.below(words.length);
    const phrase = words.slice(start, start + 2 + random.below(LONGEST - 1));
    if (phrase.length > 1 && plain(phrase.join(" ")).trim()) phrases.add(phrase.join(" "));
  }
  const all = [...phrases];
  const found = await searchForAnchors(all.map((phrase) => `"${phrase}"`));
  assert.deepEqual(report(all, found), report(all, all.map(anchorsWith)), `SEED=${seed}`);
});

test("every word of the text is found whole in quotation marks, and in all its forms without", async () => {
  const words = [...new Set(UNITS.flatMap((unit) => unit.plain.trim().split(" ")))].filter((word) =>
    /^[a-z0-9]+$/u.test(word),
  );
  assert.ok(words.length > 1000);
  const exact = await searchForAnchors(words.map((word) => `"${word}"`));
  assert.deepEqual(report(words, exact), report(words, words.map(anchorsWith)));

  const stemsOf = new Map(UNITS.map((unit) => [unit, new Set(unit.plain.trim().split(" ").map(stem))]));
  const withStem = (word: string) => {
    const wanted = stem(word);
    return UNITS.filter((unit) => stemsOf.get(unit)?.has(wanted))
      .map(({ anchor }) => anchor)
      .sort();
  };
  // Every fourth word: the forms of a word are looked up like the word.
  // A number alone is a paragraph's too; synonyms have tests of their own.
  const synonyms = new Set(
    SYNONYMS.flat()
      .flatMap((words) => plain(words).trim().split(" "))
      .map(stem),
  );
  const isPlain = (word: string) => !/^\d+$/u.test(word) && !synonyms.has(stem(word));
  const some = words.filter((word, index) => index % 4 === 0 && isPlain(word));
  const found = await searchForAnchors(some);
  assert.deepEqual(report(some, found), report(some, some.map(withStem)));
});

test("phrases that are not in the text find nothing", async () => {
  const random = randomFrom(7);
  const phrases = new Set<string>();
  while (phrases.size < 100) {
    const words = (UNITS[random.below(UNITS.length)] as Unit).words.split(" ");
    const start = random.below(words.length);
    const reversed = words
      .slice(start, start + 3)
      .toReversed()
      .join(" ");
    if (plain(reversed).trim() && anchorsWith(reversed).length === 0) phrases.add(reversed);
  }
  const all = [...phrases];
  const found = await searchForAnchors(all.map((phrase) => `"${phrase}"`));
  assert.deepEqual(
    report(all, found),
    report(
      all,
      all.map(() => []),
    ),
  );
});
