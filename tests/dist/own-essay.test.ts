import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Element, Root } from "hast";
import { attribute } from "../../src/checks/html/page.ts";
import { FORMAT_NAMES } from "../support/format-names.ts";
import { wordsOfTheShippedEssay } from "../support/shipped-essay.ts";
import { elements, parsedSite } from "../support/site.ts";
import { testSite } from "../support/sites.ts";

/** What a page says to the eye and to a screen reader, with the language and the direction that it is said to have. */
function saidOn(tree: Root): { text: string; language: string; direction: string }[] {
  const said: { text: string; language: string; direction: string }[] = [];
  const walk = (node: Root | Element, language: string, direction: string) => {
    for (const child of node.children) {
      if (child.type === "text" && /\p{L}/u.test(child.value)) said.push({ text: child.value, language, direction });
      if (child.type !== "element" || ["script", "style", "svg", "code"].includes(child.tagName)) continue;
      // Citations are in a style and its language, COinS is for machines.
      if (/\b(?:cite-ready|colophon-citation|Z3988)\b/u.test(String(child.properties["className"] ?? ""))) continue;
      const { lang = language, dir = direction, ariaLabel, alt, placeholder } = child.properties;
      for (const text of [ariaLabel, alt, placeholder].filter((one) => one !== undefined))
        said.push({ text: String(text), language: String(lang), direction: lang === language ? direction : "ltr" });
      walk(child, String(lang), String(dir));
    }
  };
  walk(tree, "", "");
  return said;
}

/** A letter of the eighteenth century in three translations: of another kind, in other languages. */
describe("another’s essay, of another kind and in other languages", () => {
  const { directory } = testSite("translated");
  const { pages } = parsedSite(directory, "/");

  const files = (below = directory) =>
    readdirSync(below, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  const html = (path: string) => readFileSync(join(directory, path, "index.html"), "utf8");

  it("has in no file a word of the essay that ships", async () => {
    const words = await wordsOfTheShippedEssay();
    assert.ok(words.length > 150);
    for (const file of [...files(), ...files(testSite("korean").directory)]) {
      const text = readFileSync(file, "utf8");
      const found = words.filter((word) => text.includes(word));
      assert.deepEqual(found, [], file);
    }
  });

  it("names the author of the work and the translator of each language, and nobody else", () => {
    for (const [language, translator, other] of [
      ["de", "Jutta Ahlgrimm", "Noël Perreault"],
      ["fr", "Noël Perreault", "Jutta Ahlgrimm"],
    ] as const) {
      const cover = html(language);
      assert.ok(cover.includes("Ottavia Brandi") && cover.includes(translator));
      assert.ok(!cover.includes(other));
      assert.doesNotMatch(cover, /restate|not the author’s|argument/u);
    }
  });

  it("shows nothing of what it does not have: no empty line, no page and no link", () => {
    for (const { tree, file } of pages.values()) {
      for (const element of elements(tree)) {
        const isLine = ["p", "dd", "dt", "li", "h1", "h2"].includes(element.tagName);
        const isSubtitle = attribute(element, "className") === "subtitle";
        // What a script says stands there when it says it.
        const waits = attribute(element, "role") === "status" || attribute(element, "ariaLive") !== undefined;
        if ((isLine || isSubtitle) && !waits)
          assert.ok(element.children.length > 0, `an empty <${element.tagName}> in ${file}`);
      }
    }
    const names = [...pages.keys()];
    for (const name of ["about", "glossary", "timeline"])
      assert.ok(!names.some((path) => path.includes(`/${name}/`)), name);
    assert.ok(!html("de").includes('class="bibliography"'));
  });

  it("names its PDF files where they are to come: on the page of formats, and to scholarly search engines", () => {
    for (const language of ["de", "fr"]) {
      const route = `${language}/salzbrief.pdf`;
      assert.ok(html(`${language}/formats`).includes(`<a href="/${route}" type="application/pdf"`), language);
      const [full] = html(`${language}/full`).match(/<meta name="citation_pdf_url"[^>]*>/u) ?? [];
      assert.equal(full, `<meta name="citation_pdf_url" content="http://localhost:4321/${route}">`);
      assert.doesNotMatch(html(language), /citation_pdf_url/u);
    }
  });

  it("shows the notes on its titles where the titles are, and leaves their marks out of every name", () => {
    const titles = { de: ["Der Brief über das Salz", "Vom Salz"], fr: ["La lettre sur le sel", "Du sel"] };
    for (const [language, [title = "", section = ""]] of Object.entries(titles)) {
      const [cover, page, whole, notes] = ["", "/salz", "/full", "/notes"].map((path) => html(`${language}${path}`));
      for (const [onPage, marks] of [
        [cover, { "note-blatt": "#mark-blatt" }],
        [page, { "note-blatt": `/${language}/#mark-blatt`, "note-anrede": "#mark-anrede" }],
        [whole, { "note-blatt": "#mark-blatt", "note-anrede": "#mark-anrede" }],
        [notes, { "note-blatt": `/${language}/#mark-blatt`, "note-anrede": `/${language}/salz/#mark-anrede` }],
      ] as const)
        for (const [note, back] of Object.entries(marks)) {
          const [item = ""] = onPage?.match(new RegExp(`<li id="${note}"[\\s\\S]*?</li>`, "u")) ?? [];
          assert.ok(item.includes(`href="${back}"`), `${language} ${note}`);
          if (back.startsWith("#")) assert.ok(onPage?.includes(`id="${back.slice(1)}" href="#${note}"`), back);
        }
      assert.match(page ?? "", new RegExp(`<title>${section}[^<\\[\\d]*<`, "u"));
      assert.ok(readFileSync(join(directory, `${language}/salz.txt`), "utf8").startsWith(`1 ${section}[2]\n`));
      const markdown = readFileSync(join(directory, `${language}/full.md`), "utf8");
      assert.ok(markdown.startsWith(`# ${title}[^blatt]\n\n## 1 ${section}[^anrede]\n`));
      assert.match(markdown, /^\[\^blatt\]: /mu);
    }
    for (const file of files().filter((name) => /\.(?:html|json|bib|ris|txt|xml|cff)$/u.test(name)))
      assert.doesNotMatch(readFileSync(file, "utf8"), /\[\^/u, file);
  });

  it("numbers the notes on titles with the others, side by side too", () => {
    const page = html("parallel/salz");
    for (const id of ["mark-anrede", "fr-mark-anrede"]) assert.equal(page.split(`id="${id}"`).length, 2, id);
    const text = readFileSync(join(directory, "de/full.txt"), "utf8");
    assert.deepEqual(
      [...text.matchAll(/^\[(\d)\] /gmu)].map(([, number]) => number),
      ["1", "2", "3"],
    );
  });

  it("says of every English word that the third language lacks its own", () => {
    const names = /Ottavia Brandi|https?:\S+/gu;
    let count = 0;
    for (const [path, { tree }] of pages) {
      if (!path.startsWith("/he/")) continue;
      for (const { text, language, direction } of saidOn(tree)) {
        if (language === "en") count += 1;
        if (language !== "he") assert.equal(direction, "ltr", `${path}: ${text}`);
        else assert.doesNotMatch(text.replaceAll(names, "").replaceAll(FORMAT_NAMES, ""), /[a-z]{3}/iu, path);
      }
    }
    assert.ok(count > 100);
    for (const file of files().filter((name) => !/show-fallback|\.epub$/u.test(name)))
      assert.doesNotMatch(readFileSync(file, "utf8"), /\u2063/u, file);
  });

  it("has a licence without an address as a name, and no link for it", () => {
    assert.match(html("de"), /Alle Rechte vorbehalten/u);
    assert.doesNotMatch(html("de"), /rel="license"/u);
  });
});
