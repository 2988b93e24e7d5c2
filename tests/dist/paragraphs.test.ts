import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Element, Nodes } from "hast";
import { attribute } from "../../src/checks/html/page.ts";
import type { Essay, EssayText, Paragraph } from "../../src/essay/model.ts";
import { builtSite, settings } from "../support/built-site.ts";
import { essayIn } from "../support/essays.ts";
import { elements } from "../support/site.ts";

/** The paragraphs that stand on a page, by their order there. */
function paragraphsOn(path: string): Element[] {
  const page = builtSite.pages.get(path);
  assert.ok(page, `there is a page ${path}`);
  return elements(page.tree, ({ properties }) => "dataParagraph" in properties);
}

/** Words without white space: HTML has some between blocks, and the search sees none. */
const compact = (words: string) => words.replaceAll(/\s/gu, "");

/** What the search takes for the words of an element: all but what is marked to be ignored, and readings. */
function ownWords(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "element" && ("dataPagefindIgnore" in node.properties || /^r[tp]$/u.test(node.tagName))) return "";
  return "children" in node ? node.children.map(ownWords).join("") : "";
}

const textOf = (node: Nodes): string =>
  node.type === "text" ? node.value : "children" in node ? node.children.map(textOf).join("") : "";

const seen = (element: Element) => [
  attribute(element, "id"),
  attribute(element, "dataParagraph"),
  compact(ownWords(element)),
];
const meant = ({ anchor, number, text }: Paragraph) => [anchor, number, compact(text)];

describe("the paragraphs of the essay", () => {
  let essay: Essay;
  let texts: EssayText[];
  before(async () => {
    ({ essay } = await essayIn(settings.essayDirectory));
    texts = Object.values(essay.texts);
  });

  it("are 43 in Japanese, numbered in order", () => {
    const paragraphs = paragraphsOn("/ja/full/");
    assert.deepEqual(
      paragraphs.map((element) => [attribute(element, "id"), attribute(element, "dataParagraph")]),
      Array.from({ length: 43 }, (_none, index) => [`p${index + 1}`, String(index + 1)]),
    );
  });

  it("stand on the page of the full text, in order, with their own words and no others", () => {
    for (const { language, sections } of texts) {
      assert.deepEqual(
        paragraphsOn(`/${language}/full/`).map(seen),
        sections.flatMap(({ paragraphs }) => paragraphs).map(meant),
      );
    }
  });

  it("stand each on the page of its section, under the same anchor, with the same words", () => {
    for (const { language, sections } of texts)
      for (const { id, paragraphs } of sections)
        assert.deepEqual(paragraphsOn(`/${language}/${id}/`).map(seen), paragraphs.map(meant));
  });

  it("have each a link to themselves", () => {
    for (const { language } of texts) {
      for (const paragraph of paragraphsOn(`/${language}/full/`)) {
        const anchor = attribute(paragraph, "id");
        assert.ok(elements(paragraph, (element) => attribute(element, "href") === `#${anchor}`).length > 0, anchor);
      }
    }
  });

  it("have signs in and beside them that are no text of theirs, in links that have names", () => {
    for (const { language } of texts) {
      for (const path of [`/${language}/full/`, `/${language}/notes/`, "/parallel/przewodow/"]) {
        const tree = builtSite.pages.get(path)?.tree;
        assert.ok(tree);
        const signs = elements(tree, ({ properties }) => "dataSign" in properties);
        assert.ok(signs.length > 0, path);
        for (const sign of signs) assert.deepEqual(sign.children, []);
        const links = elements(tree, (link) => link.tagName === "a" && compact(textOf(link)) === "");
        const named = links.filter((link) => attribute(link, "ariaLabel"));
        assert.deepEqual(
          links.filter((link) => !named.includes(link)).map((link) => attribute(link, "href")),
          [],
          `${path}: every link without words has a name`,
        );
      }
      // Nothing stands in a paragraph between its words: what is ignored has none, but where a published address led.
      for (const paragraph of paragraphsOn(`/${language}/full/`)) {
        const ignored = elements(paragraph, ({ properties }) => "dataPagefindIgnore" in properties);
        const words = ignored.filter(({ properties }) => !String(properties["className"]).includes("retired-anchor"));
        assert.deepEqual(words.map((element) => compact(textOf(element))).filter(Boolean), []);
      }
    }
  });

  it("have marks that lead to their notes, and notes that lead back, on both pages", () => {
    for (const { language, sections } of texts) {
      for (const section of sections) {
        for (const path of [`/${language}/full/`, `/${language}/${section.id}/`]) {
          const tree = builtSite.pages.get(path)?.tree;
          assert.ok(tree);
          const byId = (id: string) => elements(tree, (element) => attribute(element, "id") === id)[0];
          for (const note of section.notes) {
            const shown = byId(note.anchor);
            assert.ok(shown, `${path}#${note.anchor}`);
            const backlinks = elements(shown, (element) => attribute(element, "role") === "doc-backlink");
            assert.deepEqual(
              backlinks.map((element) => attribute(element, "href")),
              note.marks.map(({ anchor }) => `#${anchor}`),
            );
            for (const mark of note.marks)
              assert.equal(attribute(byId(mark.anchor) as Element, "href"), `#${note.anchor}`);
          }
        }
      }
    }
  });
});
