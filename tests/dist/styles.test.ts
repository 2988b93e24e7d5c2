import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { attribute } from "../../src/checks/html/page.ts";
import { builtFile, builtPages, settings } from "../support/built-site.ts";
import { elements, type ParsedPage } from "../support/site.ts";

/** The order in which the layers count, the last most. */
const LAYERS =
  "tokens base layout prose notes navigation annotations settings figures reference cover spaced search languages citation overlays elements vertical print".split(
    " ",
  );

/**
 * The stylesheets that a page links, with the medium that each is for. One that a script enables later is linked a second
 * time, for those who have no script.
 */
const sheets = ({ tree }: ParsedPage, isDisabled = false) =>
  elements(
    tree,
    ({ tagName, properties }) =>
      tagName === "link" &&
      [properties["rel"]].flat().includes("stylesheet") &&
      (properties["disabled"] === true) === isDisabled,
  ).map((link) => ({
    css: builtFile((attribute(link, "href") ?? "").slice(settings.basePath.length)),
    media: attribute(link, "media"),
  }));

/** @returns the layers that a stylesheet names, in the order in which it names them first */
const layersIn = (css: string): string[] => [
  ...new Set([...css.matchAll(/@layer ([a-z, ]+)[;{]/gu)].flatMap(([, names = ""]) => names.split(/,\s*/u))),
];

describe("the stylesheets of every page", () => {
  it("have one for paper, which no screen waits for", () => {
    for (const page of builtPages) {
      const [print, ...others] = sheets(page).filter(({ media }) => media === "print");
      assert.ok(print, page.file);
      // The full text has the heads of its chapters beside it.
      assert.equal(others.length, /\/full\//u.test(page.file) ? 1 : 0, page.file);
      for (const { css } of others) assert.match(css, /^(?:[^{}]+\{page:chapter-\d+\}@page chapter-\d+\{.+\}\n?)+$/u);
      assert.match(print.css, /@layer print\{@page\{size:A4/u, page.file);
      const screen = sheets(page).filter(({ media }) => media === undefined);
      for (const { css } of screen) assert.doesNotMatch(css, /@page/u, page.file);
    }
  });

  it("keep their layers in one order, whichever is loaded first", () => {
    for (const page of builtPages) {
      for (const { css } of [...sheets(page), ...sheets(page, true)]) {
        const layers = layersIn(css);
        // The sheet of the pages side by side stands outside the layers.
        if (layers.length > 0) assert.deepEqual(layers, LAYERS, page.file);
      }
    }
  });
});
