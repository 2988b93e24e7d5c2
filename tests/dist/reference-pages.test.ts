import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Element } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { attribute } from "../../src/checks/html/page.ts";
import { annotationsByParagraph } from "../../src/essay/annotations.ts";
import { needsReading } from "../../src/essay/glossary.ts";
import { profileOf } from "../../src/essay/language-profile.ts";
import type { Essay, EssayText } from "../../src/essay/model.ts";
import { sectionOfAnchor } from "../../src/essay/navigate.ts";
import { formatPeriod } from "../../src/i18n/period.ts";
import { builtSite, settings } from "../support/built-site.ts";
import { essayIn } from "../support/essays.ts";
import { elements } from "../support/site.ts";

let essay: Essay;
let texts: EssayText[];
before(async () => {
  ({ essay } = await essayIn(settings.essayDirectory));
  texts = Object.values(essay.texts);
});

const treeOf = (path: string) => {
  const page = builtSite.pages.get(path);
  assert.ok(page, `there is a page ${path}`);
  return page.tree;
};

function entryOn(path: string, id: string): Element {
  const [entry, ...others] = elements(treeOf(path), (element) => attribute(element, "id") === id);
  assert.ok(entry && others.length === 0, `${path}#${id}`);
  return entry;
}

const hrefsIn = (element: Element) =>
  elements(element, ({ tagName }) => tagName === "a").flatMap((link) => attribute(link, "href") ?? []);

const annotationsOf = (path: string): Element | undefined =>
  elements(treeOf(path), ({ properties }) => [properties["className"]].flat().includes("annotations"))[0];

/** What leads from an entry to paragraphs, as anchors. */
const paragraphsIn = (element: Element) => hrefsIn(element).flatMap((href) => /#(p\d+[a-z]*)$/u.exec(href)?.[1] ?? []);

describe("the glossary", () => {
  it("has every term with its words, and leads to every paragraph that uses it", () => {
    for (const { language } of texts) {
      const path = `/${language}/glossary/`;
      assert.ok(essay.annotations.glossary.length > 0);
      for (const { anchor, term, definition, reading, uses } of essay.annotations.glossary) {
        const entry = entryOn(path, anchor);
        const [words] = elements(entry, ({ properties }) =>
          [properties["className"]].flat().includes("term-definition"),
        );
        assert.equal(words && textOf(words), definition[language]);
        const said = textOf(entry);
        for (const other of essay.languages) assert.ok(said.includes(term[other] ?? "?"), `${anchor} ${other}`);
        assert.equal(said.includes(reading ?? "?"), language === "ja" && needsReading(term[language] ?? ""), anchor);
        assert.deepEqual(paragraphsIn(entry), uses[language]);
      }
      const entries = elements(treeOf(path), (element) => /^term-/u.test(attribute(element, "id") ?? ""));
      assert.equal(entries.length, essay.annotations.glossary.length);
    }
  });
});

describe("the timeline", () => {
  it("has every event with its date and words, in order, and what it is tied to", () => {
    for (const text of texts) {
      const path = `/${text.language}/timeline/`;
      for (const event of essay.annotations.timeline) {
        const entry = entryOn(path, event.anchor);
        const [time] = elements(entry, ({ tagName }) => tagName === "time");
        assert.ok(time);
        assert.equal(attribute(time, "dateTime"), event.date);
        assert.equal(textOf(time).trim(), formatPeriod(event.date, event.end, text.language));
        assert.ok(textOf(entry).includes(event.text[text.language] ?? "?"), event.id);
        assert.deepEqual(paragraphsIn(entry), event.paragraphs);
        const hrefs = hrefsIn(entry);
        for (const note of event.notes)
          assert.ok(hrefs.includes(`/${text.language}/${sectionOfAnchor(text, note)}/#${note}`), `${event.id} ${note}`);
        for (const source of event.sources)
          assert.ok(hrefs.includes(`/${text.language}/sources/#source-${source}`), `${event.id} ${source}`);
      }
      const listed = elements(treeOf(path), (element) => /^event-/u.test(attribute(element, "id") ?? ""));
      assert.deepEqual(
        listed.map((element) => attribute(element, "id")),
        essay.annotations.timeline.map(({ anchor }) => anchor),
      );
    }
  });

  it("has each event once in its drawing, and in the one for vertical lines where its language has them", () => {
    for (const { language } of texts) {
      const drawings = elements(treeOf(`/${language}/timeline/`), ({ tagName }) => tagName === "svg");
      assert.equal(drawings.length, profileOf(language).writingModes.length);
      for (const drawing of drawings)
        assert.deepEqual(hrefsIn(drawing).sort(), essay.annotations.timeline.map(({ anchor }) => `#${anchor}`).sort());
    }
  });

  it("calls no two sources of an event the same", () => {
    for (const { language } of texts)
      for (const { anchor, sources } of essay.annotations.timeline) {
        const links = elements(entryOn(`/${language}/timeline/`, anchor), ({ properties }) =>
          [properties["className"]].flat().includes("source-link"),
        );
        assert.equal(links.length, sources.length, anchor);
        assert.equal(new Set(links.map((link) => textOf(link))).size, links.length, anchor);
      }
  });

  it("is said to be the timeline where the sources lead to a date of it", () => {
    const links = elements(treeOf("/en/sources/"), ({ tagName }) => tagName === "a").filter((link) =>
      attribute(link, "href")?.startsWith("/en/timeline/#"),
    );
    assert.ok(links.length > 0);
    for (const link of links) assert.match(textOf(link), /^Timeline .*\d{4}/u);
  });

  it("is named by the sources that it rests on", () => {
    for (const { language } of texts)
      for (const { anchor, sources } of essay.annotations.timeline)
        for (const source of sources)
          assert.ok(
            hrefsIn(entryOn(`/${language}/sources/`, `source-${source}`)).includes(`/${language}/timeline/#${anchor}`),
            `${source} ${anchor}`,
          );
  });
});

describe("a section", () => {
  it("leads to every figure, event and term that leads to one of its paragraphs, and to no others", () => {
    for (const { language, sections } of texts) {
      const links = annotationsByParagraph(essay.annotations, language);
      for (const section of sections) {
        const tied = section.paragraphs.flatMap(({ anchor }) => {
          const { figures = [], events = [], terms = [] } = links.get(anchor) ?? {};
          return [
            ...figures.map((figure) => `/${language}/${figure.section}/#${figure.anchor}`),
            ...events.map((event) => `/${language}/timeline/#${event.anchor}`),
            ...terms.map((term) => `/${language}/glossary/#${term.anchor}`),
          ].map((href) => `${href} #${anchor}`);
        });
        const block = annotationsOf(`/${language}/${section.id}/`);
        const shown = (block ? elements(block, ({ tagName }) => tagName === "li") : []).flatMap((item) => {
          const [entry, ...paragraphs] = hrefsIn(item);
          return paragraphs.map((paragraph) => `${entry} ${paragraph}`);
        });
        assert.deepEqual(shown.sort(), tied.sort(), section.id);
      }
    }
  });
});

describe("links to files", () => {
  it("have names of their own on each page, where they are listed without what stands beside them", () => {
    for (const [path, { tree }] of builtSite.pages) {
      const named = new Map<string, string>();
      for (const link of elements(tree, ({ tagName, properties }) => tagName === "a" && "download" in properties)) {
        const [name, href] = [attribute(link, "ariaLabel") ?? textOf(link).trim(), attribute(link, "href") ?? ""];
        // Side by side, what is of the other language stands in its words, and says so.
        const key = `${name} ${/^\/(\w+)\//u.exec(href)?.[1]}`;
        assert.equal(named.get(key) ?? href, href, `${path}: “${name}” leads to two files`);
        named.set(key, href);
      }
    }
  });
});
