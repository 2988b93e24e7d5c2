import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Element } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { withoutDrawings } from "../../scripts/budgets.ts";
import { attribute } from "../../src/checks/html/page.ts";
import type { Essay } from "../../src/essay/model.ts";
import { parseCsv } from "../../src/figures/parse-csv.ts";
import { builtFile, builtPages, builtSite, settings } from "../support/built-site.ts";
import { essayIn } from "../support/essays.ts";
import { elements } from "../support/site.ts";

let essay: Essay;
before(async () => {
  ({ essay } = await essayIn(settings.essayDirectory));
});

/** Columns by which countries are known, and not by their names. */
const KEYS = ["code", "iso3"];

function figureOn(path: string, anchor: string): Element {
  const page = builtSite.pages.get(path);
  assert.ok(page, path);
  const [figure, ...others] = elements(page.tree, (element) => attribute(element, "id") === anchor);
  assert.ok(figure && others.length === 0, `${path}#${anchor} is there once`);
  return figure;
}

const tagsIn = (element: Element, name: string) => elements(element, ({ tagName }) => tagName === name);

describe("the figures", () => {
  it("stand on the page of their section and on that of the whole, in every language, with what they are called", () => {
    assert.equal(essay.annotations.figures.length, 3);
    for (const language of essay.languages)
      for (const figure of essay.annotations.figures)
        for (const page of [figure.section, "full"]) {
          const found = figureOn(`/${language}/${page}/`, figure.anchor);
          // What a figure is called is not all that its caption has.
          assert.ok(String(attribute(found, "ariaLabel")).endsWith(figure.title[language] ?? "?"));
          const [drawing] = elements(found, (element) => attribute(element, "role") === "img");
          assert.ok(drawing && attribute(drawing, "ariaLabel") === figure.description[language]);
          assert.ok(tagsIn(drawing, "svg").length > 0);
          assert.ok(textOf(found).includes(figure.title[language] ?? "?"));
          assert.ok(textOf(found).includes(figure.source[language] ?? "?"));
          assert.ok("dataPagefindIgnore" in drawing.properties);
        }
  });

  it("stand beside one another on the page of two languages, each in the words of its own", () => {
    for (const { section, anchor } of essay.annotations.figures) {
      const path = `/parallel/${section}/`;
      figureOn(path, anchor);
      const page = builtSite.pages.get(path);
      assert.ok(page);
      const all = tagsIn(page.tree as unknown as Element, "figure").filter(
        (figure) => "dataFigure" in figure.properties,
      );
      const titles = essay.annotations.figures
        .filter((one) => one.section === section)
        .flatMap(({ title }) => essay.languages.map((language) => title[language] ?? "?"));
      assert.equal(all.length, titles.length, path);
      for (const [index, title] of titles.entries()) assert.ok(textOf(all[index] as Element).includes(title), title);
    }
  });

  it("have every value of their data in their tables", () => {
    for (const { id, anchor, section } of essay.annotations.figures) {
      const csv = parseCsv(builtFile(`data/${id}.csv`), id);
      assert.ok("table" in csv);
      const { columns, rows } = csv.table;
      for (const language of essay.languages) {
        const cells = tagsIn(figureOn(`/${language}/${section}/`, anchor), "table")
          .map(textOf)
          .join(" ");
        const sources = textOf(figureOn(`/${language}/${section}/`, anchor));
        assert.ok(sources.length > 0);
        for (const row of rows)
          row.forEach((value, index) => {
            const column = columns[index] ?? "";
            const isShown = !KEYS.includes(column) && !/^(estimate|source)$/u.test(column);
            if (isShown && (!column.startsWith("name_") || column === `name_${language}`))
              assert.ok(cells.includes(value), `${value} in ${anchor}, ${language}`);
          });
      }
    }
  });

  it("lead to their paragraphs, their sources and their data", () => {
    for (const language of essay.languages)
      for (const { id, anchor, section, paragraphs, sources } of essay.annotations.figures) {
        const hrefs = tagsIn(figureOn(`/${language}/${section}/`, anchor), "a").map((link) => attribute(link, "href"));
        for (const paragraph of paragraphs) assert.ok(hrefs.some((href) => href?.endsWith(`#${paragraph}`)));
        for (const source of sources) {
          assert.ok(hrefs.includes(`${settings.basePath}${language}/sources/#source-${source}`), source);
          const entry = figureOn(`/${language}/sources/`, `source-${source}`);
          assert.ok(tagsIn(entry, "a").some((link) => attribute(link, "href")?.endsWith(`/${section}/#${anchor}`)));
        }
        assert.ok(hrefs.includes(`${settings.basePath}data/${id}.csv`));
        assert.ok(hrefs.includes(`${settings.basePath}${language}/figures/${id}.svg`));
      }
  });

  it("are listed, with the way to each and its files, and the list is led to", () => {
    for (const language of essay.languages) {
      const page = builtSite.pages.get(`/${language}/figures/`);
      const formats = builtSite.pages.get(`/${language}/formats/`);
      assert.ok(page && formats);
      const hrefs = tagsIn(page.tree as unknown as Element, "a").map((link) => attribute(link, "href"));
      for (const { id, anchor, section } of essay.annotations.figures) {
        assert.ok(hrefs.includes(`${settings.basePath}${language}/${section}/#${anchor}`));
        assert.ok(hrefs.includes(`${settings.basePath}${language}/figures/${id}.svg`));
      }
      const own = `${settings.basePath}${language}/figures/`;
      for (const { tree } of [page, formats])
        assert.ok(tagsIn(tree as unknown as Element, "a").some((link) => attribute(link, "href") === own));
    }
  });

  it("are taken along as pictures that say whose they are", () => {
    for (const language of essay.languages)
      for (const { id, anchor, section, title } of essay.annotations.figures) {
        const picture = builtFile(`${language}/figures/${id}.svg`);
        assert.ok(picture.includes(title[language] ?? "?"));
        assert.ok(picture.includes(`${settings.basePath}${language}/${section}/#${anchor}`));
        assert.ok(picture.includes(essay.edition.version));
        assert.ok(picture.includes(essay.licence.text?.url ?? "?"));
      }
  });

  it("are drawn without styles, scripts and anything from elsewhere", () => {
    for (const { file, tree } of builtPages)
      for (const svg of tagsIn(tree as unknown as Element, "svg")) {
        assert.equal(elements(svg, ({ properties }) => "style" in properties).length, 0, file);
        assert.equal(elements(svg, ({ tagName }) => /^(script|style|image|foreignObject)$/u.test(tagName)).length, 0);
      }
  });

  it("are weighed by themselves", () => {
    const { html, drawings } = withoutDrawings(
      '<p><svg id="a"></svg></p><figure><svg id="b"></svg>\n<svg id="c"></svg></figure>',
    );
    assert.deepEqual(drawings, ['<svg id="b"></svg>', '<svg id="c"></svg>']);
    assert.equal(html, '<p><svg id="a"></svg></p><figure>\n</figure>');
  });
});

describe("the licence of the figures", () => {
  it("stands with each, beside its files", () => {
    const { url = "?" } = essay.licence.figures ?? essay.licence.text ?? {};
    for (const language of essay.languages)
      for (const { anchor, section } of essay.annotations.figures) {
        const links = tagsIn(figureOn(`/${language}/${section}/`, anchor), "a");
        assert.ok(links.some((link) => attribute(link, "href") === url));
      }
  });

  it("and their source, work and edition are said of their data where programs look for it", () => {
    for (const { id, table, source } of essay.annotations.figures) {
      const description = JSON.parse(builtFile(`data/${id}.csv-metadata.json`));
      assert.equal(description.url, `${id}.csv`);
      assert.deepEqual(description["dc:license"], { "@id": essay.licence.text?.url });
      assert.ok(description["dc:bibliographicCitation"].includes(essay.edition.version));
      assert.deepEqual(
        description["dc:source"].map((one: { "@value": string }) => one["@value"]),
        essay.languages.map((language) => source[language]),
      );
      assert.deepEqual(
        description.tableSchema.columns.map(({ name }: { name: string }) => name),
        table.columns,
      );
    }
    assert.match(builtFile("_headers"), /^\/data\/\*\.csv-metadata\.json\n {2}Content-Type: application\/csvm\+json/mu);
  });
});

describe("the data of the figures", () => {
  it("are served as comma-separated values", () => {
    assert.match(builtFile("_headers"), /^\/data\/\*\.csv\n {2}Content-Type: text\/csv; charset=utf-8/mu);
  });

  it("are those of the essay, in order", () => {
    for (const { id, table } of essay.annotations.figures) {
      const csv = parseCsv(builtFile(`data/${id}.csv`), id);
      assert.ok("table" in csv);
      assert.deepEqual({ columns: csv.table.columns, rows: csv.table.rows }, table);
    }
  });
});
