import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import type { Element } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { attribute } from "../../src/checks/html/page.ts";
import type { AnchorHistory } from "../../src/essay/edition-history.ts";
import { editionWords } from "../../src/essay/edition-words.ts";
import type { Essay } from "../../src/essay/model.ts";
import type { Editions } from "../../src/integrations/read-editions.ts";
import { builtFile, builtSite, settings } from "../support/built-site.ts";
import { editionsIn, essayIn } from "../support/essays.ts";
import { elements, parsedSite } from "../support/site.ts";
import { testSite } from "../support/sites.ts";

let essay: Essay;
let editions: Editions;
before(async () => {
  ({ essay } = await essayIn(settings.essayDirectory));
  editions = await editionsIn(settings.essayDirectory);
});

const treeOf = (path: string) => builtSite.pages.get(path)?.tree ?? assert.fail(`There is no page ${path}`);
const hrefs = (tree: Parameters<typeof selectAll>[1], selector: string) =>
  selectAll(selector, tree).map((link) => attribute(link, "href") ?? "");
/** The words of a comparison without those of one side. */
const without = (side: "del" | "ins", element: Element): string =>
  textOf({
    ...element,
    children: element.children.filter((child) => child.type !== "element" || child.tagName !== side),
  });

describe("the page of editions", () => {
  it("has each edition with date and summary, the newest first", () => {
    for (const language of essay.languages) {
      const shown = selectAll(".edition", treeOf(`/${language}/editions/`));
      assert.deepEqual(
        shown.map((edition) => attribute(edition, "id")),
        essay.editions.map(({ version }) => `edition-${version.replaceAll(".", "-")}`),
      );
      essay.editions.forEach(({ date, summary }, index) => {
        const edition = shown[index] as Element;
        assert.equal(attribute(select("time", edition) as Element, "dateTime"), date);
        assert.ok(textOf(edition).includes(summary?.[language] ?? ""));
      });
    }
  });

  it("names every anchor that an edition changed, and leads to where that is shown", () => {
    for (const language of essay.languages) {
      const tree = treeOf(`/${language}/editions/`);
      const named = new Set(hrefs(tree, ".edition-changes a").map((href) => href.split("#")[1]));
      const changed = editions.histories.filter(({ states }) =>
        states.some(
          ({ status, changed: languages }, index) =>
            index > 0 && status !== "same" && (status !== "changed" || languages?.includes(language)),
        ),
      );
      assert.ok(changed.length > 100);
      for (const { id, kind } of changed)
        if (kind !== "block") assert.ok(named.has(id), `${language}: ${id} is not named`);
      const counts = selectAll(".edition-kinds dd", tree).map((group) => [
        Number(/\d+/u.exec(textOf(select("b", group) as Element))?.[0]),
        selectAll("li", group).length,
      ]);
      assert.ok(counts.length > 0 && counts.every(([said, listed]) => said === listed), JSON.stringify(counts));
    }
  });

  it("is linked from the cover and from the footer of every page", () => {
    for (const language of essay.languages) {
      const target = `${settings.basePath}${language}/editions/`;
      assert.ok(hrefs(treeOf(`/${language}/`), ".cover-imprint a").includes(target));
      for (const path of [`/${language}/`, `/${language}/przewodow/`, `/${language}/search/`])
        assert.ok(hrefs(treeOf(path), ".site-footer a").includes(target), path);
    }
  });
});

describe("a comparison of editions", () => {
  it("has, to the letter, the words of both", () => {
    const [earlier] = editions.earlier;
    assert.ok(earlier);
    for (const language of essay.languages) {
      const were = editionWords(earlier.essay, language);
      const are = editionWords(essay, language);
      let compared = 0;
      for (const { id } of essay.outline)
        for (const change of selectAll("[data-change]", treeOf(`/${language}/editions/${id}/`))) {
          const anchor = attribute(change, "id") ?? "";
          const diff = select(".change-step > .diff", change) as Element;
          assert.equal(without("ins", diff), were.get(anchor)?.text, `${language} ${anchor}`);
          assert.equal(without("del", diff), are.get(anchor)?.text, `${language} ${anchor}`);
          compared += 1;
        }
      assert.ok(compared >= 43, `${compared} comparisons`);
    }
  });

  it("is not for search engines, and stands in no search", () => {
    const robots = elements(
      treeOf("/ja/editions/przewodow/"),
      (element) => element.tagName === "meta" && attribute(element, "name") === "robots",
    );
    assert.deepEqual(
      robots.map((element) => attribute(element, "content")),
      ["noindex"],
    );
  });
});

describe("a section", () => {
  it("leads to its changes without a script, and says which paragraphs they are", () => {
    const [earlier] = editions.earlier;
    assert.ok(earlier);
    for (const language of essay.languages) {
      const were: ReturnType<typeof editionWords> = editionWords(earlier.essay, language);
      const are: ReturnType<typeof editionWords> = editionWords(essay, language);
      for (const { id, paragraphs } of essay.texts[language]?.sections ?? []) {
        const [link, ...others] = selectAll("[data-changed]", treeOf(`/${language}/${id}/`));
        const changed = paragraphs.filter(({ anchor }) => were.get(anchor)?.text !== are.get(anchor)?.text);
        if (changed.length === 0) assert.equal(link, undefined);
        if (!link) continue;
        assert.deepEqual(others, []);
        assert.equal(attribute(link, "href"), `${settings.basePath}${language}/editions/${id}/`);
        // Where it names none, all are meant.
        const named = attribute(link, "dataChanged")?.split(" ").filter(Boolean) ?? [];
        if (named.length === 0) named.push(...paragraphs.map(({ anchor }) => anchor));
        assert.equal(named.length, changed.length);
        for (const { anchor } of changed) assert.ok(named.includes(anchor), anchor);
        const targets = new Set(
          elements(treeOf(`/${language}/editions/${id}/`), (element) => attribute(element, "id") !== undefined).map(
            (element) => attribute(element, "id"),
          ),
        );
        for (const anchor of named) assert.ok(targets.has(anchor), `${language} ${id} ${anchor}`);
      }
    }
  });
});

describe("the whole on a page, and a section beside another language", () => {
  it("lead to the changes of each section too", () => {
    for (const language of essay.languages) {
      const changed = (essay.texts[language]?.sections ?? []).filter(
        ({ id }) => select("[data-changed]", treeOf(`/${language}/${id}/`)) !== undefined,
      );
      assert.ok(changed.length > 0);
      const expected = changed.map(({ id }) => `${settings.basePath}${language}/editions/${id}/`);
      assert.deepEqual(hrefs(treeOf(`/${language}/full/`), "[data-changed]"), expected);
    }
    const beside = hrefs(treeOf("/parallel/przewodow/"), "[data-changed]");
    assert.deepEqual(beside, [`${settings.basePath}ja/editions/przewodow/`]);
  });
});

describe("an earlier edition", () => {
  it("has its paragraphs, numbers and notes, to the letter, and says what it is", () => {
    const [earlier] = editions.earlier;
    assert.ok(earlier);
    const { version } = earlier.edition;
    const spaceless = (words: string) => words.replaceAll(/\s/gu, "");
    for (const { language, sections } of Object.values(earlier.essay.texts))
      for (const { id, paragraphs, notes } of sections) {
        const tree = treeOf(`/${language}/${version}/${id}/`);
        assert.deepEqual(
          selectAll(".paragraph", tree).map((paragraph) => [attribute(paragraph, "id"), spaceless(textOf(paragraph))]),
          paragraphs.map(({ anchor, text }) => [anchor, spaceless(text)]),
        );
        assert.deepEqual(
          selectAll(".note", tree).map((note) => [attribute(note, "id"), spaceless(textOf(note))]),
          // The essay's own, then the editors'.
          notes
            .toSorted((one, other) => Number(one.origin === "editor") - Number(other.origin === "editor"))
            .map(({ anchor, text }) => [anchor, spaceless(text)]),
        );
        assert.ok(textOf(select(".earlier-notice", tree) as Element).includes(version));
      }
  });

  it("is cited as itself, by its own address", () => {
    const [earlier] = editions.earlier;
    assert.ok(earlier);
    const { version } = earlier.edition;
    for (const { language, sections } of Object.values(earlier.essay.texts))
      for (const id of ["", ...sections.map((section) => `${section.id}/`)]) {
        const path = `/${language}/${version}/${id}`;
        const tree = treeOf(path);
        const canonical = new URL(`${settings.basePath}${path.slice(1)}`, settings.siteUrl).href;
        const ready = textOf(select(".cite-ready", tree) as Element);
        assert.ok(ready.includes(canonical) && ready.includes(version), ready);
        const files = hrefs(tree, ".cite-files a");
        assert.equal(files.length, 4);
        for (const file of files) {
          const entry = builtFile(file.slice(settings.basePath.length));
          assert.ok(entry.includes(canonical) && entry.includes(version), file);
        }
        const bundle = files[0]?.replace(/\.bib$/u, ".json") ?? "";
        const { url, version: cited } = JSON.parse(builtFile(bundle.slice(settings.basePath.length))) as {
          url: string;
          version: string;
        };
        assert.deepEqual([url, cited], [canonical, version]);
        assert.ok(
          textOf(select(".site-footer", tree) as Element).includes(version),
          "the footer names another edition",
        );
      }
  });
});

describe("the map of editions", () => {
  it("has every anchor that ever was", () => {
    const map = JSON.parse(builtFile("editions.json")) as { anchors: AnchorHistory[]; editions: { version: string }[] };
    assert.deepEqual(
      map.editions.map(({ version }) => version),
      essay.editions.map(({ version }) => version),
    );
    assert.deepEqual(
      map.anchors.map(({ id }) => id),
      editions.registry?.anchors.map(({ id }) => id),
    );
  });
});

describe("an edition after others", () => {
  const { directory, basePath } = testSite("later-edition");
  const site = parsedSite(directory, basePath);

  it("tells what was moved, merged or taken out, and where it went", () => {
    const page = site.pages.get("/ja/editions/")?.tree;
    assert.ok(page);
    const words = textOf(select(".edition", page) as Element);
    for (const status of ["移動", "削除", "改称"]) assert.ok(words.includes(status), status);
    assert.match(words, /（→/u);
    const map = JSON.parse(readFileSync(join(directory, "editions.json"), "utf8")) as { anchors: AnchorHistory[] };
    const gone = map.anchors.filter(({ states }) => states.at(-1)?.leadsTo);
    assert.ok(gone.length > 0);
    const lasting = new Set(map.anchors.filter(({ states }) => !states.at(-1)?.leadsTo).map(({ id }) => id));
    for (const { id, states } of gone) assert.ok(lasting.has(states.at(-1)?.leadsTo ?? ""), id);
  });
});

describe("an essay with one edition", () => {
  it("says nothing of others", () => {
    const { directory, basePath } = testSite("many-notes");
    assert.ok(!existsSync(join(directory, "editions.json")));
    for (const { path, tree } of parsedSite(directory, basePath).pages.values()) {
      assert.doesNotMatch(path, /\/editions\//u);
      assert.deepEqual(
        hrefs(tree, "a").filter((href) => href.includes("/editions/")),
        [],
        path,
      );
    }
  });
});
