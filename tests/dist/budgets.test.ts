import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { BUDGETS, brotliSize, excesses, weighSections } from "../../scripts/budgets.ts";
import { randomFrom } from "../../scripts/random.ts";
import { contentsBeside } from "../../src/essay/contents.ts";
import type { SectionTree } from "../../src/essay/navigate.ts";
import { builtFile, settings } from "../support/built-site.ts";
import { section, text } from "../support/text.ts";

describe("the page of a section", () => {
  const costs = weighSections(settings.outputDirectory, settings.basePath);

  it("is weighed whole", () => {
    assert.ok(costs.length >= 7);
    for (const { path, page, script } of costs) {
      assert.ok(page > 3_000, `${path}: ${page} bytes of HTML and CSS`);
      assert.ok(script > 500, `${path}: ${script} bytes of scripts`);
    }
  });

  for (const cost of costs) {
    it(`costs no more than it may: ${cost.path}`, () => {
      assert.deepEqual(excesses(cost), []);
    });
  }
});

/** What is on a page of the other sections is its contents: a built page of the essay in two languages is weighed with those of longer essays. */
for (const [language, word] of [
  ["en", /(?<=[\s>])[a-z]{4,}(?=[\s,.])/gu],
  ["ja", /[\p{sc=Han}\p{sc=Katakana}]{2,}/gu],
] as const)
  describe(`the page of a section of a longer essay in two languages: ${language}`, () => {
    const page = builtFile(`${language}/przewodow/index.html`);
    const [, list = assert.fail("There are no contents.")] = /<ol class="contents">(.*?)<\/nav>/su.exec(page) ?? [];
    const words = [...new Set(page.match(word))];

    /** @returns the page with the contents of so many chapters of ten sections, of which the one in the middle is shown */
    const pageOf = (chapters: number): string => {
      const random = randomFrom(chapters);
      const title = () => Array.from({ length: 4 }, () => random.pick(words)).join(" ");
      const numbers = (count: number) => Array.from({ length: count }, (_none, index) => index + 1);
      const sections = numbers(chapters).flatMap((chapter) => [
        section(`chapter-${chapter}`, { title: title() }),
        ...numbers(9).map((part) =>
          section(`chapter-${chapter}-${part}`, { title: title(), depth: 2, parent: `chapter-${chapter}` }),
        ),
      ]);
      const current = `chapter-${Math.ceil(chapters / 2)}-5`;
      const listed = (trees: readonly SectionTree[]): string =>
        trees
          .map(
            ({ section: { id, title: name }, parts }, index) =>
              `<li> <a href="/${language}/${id}/"> <span class="ordinal">${index + 1}</span> <span class="title">${name}</span> </a>  ${parts.length > 0 ? `<ol> ${listed(parts)}  </ol>` : ""} </li>`,
          )
          .join("");
      return page.replace(list, `${listed(contentsBeside(text(...sections), current).trees)}</ol>`);
    };

    it("weighs what one of seven does, and what one of three thousand", () => {
      const [own, ofHundreds, ofThousands] = [page, pageOf(30), pageOf(300)].map(brotliSize) as [
        number,
        number,
        number,
      ];
      assert.notEqual(ofHundreds, own);
      assert.ok(ofHundreds - own < 800, `${ofHundreds - own} bytes more than a page of seven sections`);
      assert.ok(Math.abs(ofThousands - ofHundreds) < 100, `${ofThousands - ofHundreds} bytes more at three thousand`);
    });
  });

describe("a budget", () => {
  const full = {
    path: "/",
    page: BUDGETS.page,
    drawings: [BUDGETS.drawing],
    script: BUDGETS.script,
    blocking: BUDGETS.blocking,
    requests: BUDGETS.requests,
  };

  it("may be used up", () => {
    assert.deepEqual(excesses(full), []);
  });

  it("may not be overdrawn by a byte or a request", () => {
    assert.equal(excesses({ ...full, page: full.page + 1 }).length, 1);
    assert.equal(excesses({ ...full, drawings: [1, BUDGETS.drawing + 1] }).length, 1);
    assert.equal(excesses({ ...full, script: full.script + 1 }).length, 1);
    assert.equal(excesses({ ...full, requests: full.requests + 1 }).length, 1);
    assert.equal(excesses({ ...full, blocking: 2 }).length, 1);
    assert.equal(excesses({ ...full, blocking: 0 }).length, 1);
  });
});
