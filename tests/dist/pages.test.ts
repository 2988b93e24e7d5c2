import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Element } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { checkLinks } from "../../src/checks/html/links.ts";
import { attribute } from "../../src/checks/html/page.ts";
import { uprightRuns } from "../../src/essay/upright.ts";
import { phrasesOf } from "../../src/markdown/phrases.ts";
import { builtPages, builtSite } from "../support/built-site.ts";
import type { ParsedPage } from "../support/site.ts";

/** Pages that show something: a retired address only leads on. */
const shown = builtPages.filter(({ tree }) => !select("meta[http-equiv=refresh]", tree));
const text = (page: ParsedPage, selector: string) =>
  selectAll(selector, page.tree).map((found) => textOf(found).trim());
const pathOf = (link: Element | undefined) => link && attribute(link, "href");

function pageAt(path: string): ParsedPage {
  return builtSite.pages.get(path) ?? assert.fail(`There is no page ${path}`);
}

/** Languages of the site, by their covers, the default first: the first page says that it is in it. */
const languages = [
  ...new Set([
    String(select("html", pageAt("/").tree)?.properties["lang"]),
    ...shown.flatMap((page) =>
      selectAll("[data-opens=search]", page.tree).map((link) => pathOf(link)?.split("/")[1] ?? ""),
    ),
  ]),
];
/** @returns paths of a language's sections in reading order, by the contents on its cover */
const sectionPaths = (language: string) =>
  selectAll("ol.contents a", pageAt(`/${language}/`).tree).map((link) => pathOf(link) ?? "");
const sectionsOf = (language: string) => sectionPaths(language).map(pageAt);

/** @returns the language of a page: the one that its path begins with, or that leads side by side; else the default */
function languageOf({ path }: ParsedPage): string {
  const [, first = "", , pair = ""] = path.split("/");
  const named = first === "parallel" ? (pair.split("-")[0] ?? "") : first;
  return languages.includes(named) ? named : (languages[0] ?? "");
}

describe("every page", () => {
  it("is among those that are looked at", () => {
    assert.ok(languages.includes("ja") && languages.includes("en"));
    assert.ok(shown.length > 40);
  });

  it("says its language and the direction of its script", () => {
    for (const page of shown) {
      const html = select("html", page.tree);
      assert.equal(html?.properties["lang"], languageOf(page), page.path);
      assert.equal(html?.properties["dir"], "ltr", page.path);
    }
  });

  it("has the title of its essay in its own", () => {
    for (const page of shown) {
      const [site = "?"] = text(pageAt(`/${languageOf(page)}/`), ".site-title a");
      assert.ok(text(page, "title").join().includes(site), page.path);
    }
  });

  it("has one first heading, and none that skips a level", () => {
    for (const page of shown) {
      const levels = selectAll("h1, h2, h3, h4, h5, h6", page.tree).map(({ tagName }) => Number(tagName.slice(1)));
      assert.equal(levels.filter((level) => level === 1).length, 1, page.path);
      assert.equal(levels[0], 1, page.path);
      for (const [index, level] of levels.entries())
        assert.ok(level <= (levels[index - 1] ?? 0) + 1, `${page.path}: ${levels}`);
    }
  });

  it("is of no one language where it is the first: both titles are alike, and nothing stands around them", () => {
    const { tree } = pageAt("/");
    assert.equal(selectAll("h2 > .title", tree).length, languages.length);
    assert.deepEqual(
      selectAll("a[data-language]", tree).map((link) => link.properties["dataLanguage"]),
      languages,
    );
    assert.equal(selectAll("header, footer, search-panel, .skip-link", tree).length, 0);
  });

  it("has words in its main part", () => {
    for (const page of shown) assert.match(text(page, "main").join(), /\S{4}/u, page.path);
  });

  it("lets the lines of its Japanese headings end between phrases alone", () => {
    let parted = 0;
    for (const page of shown)
      for (const heading of selectAll("h1, h2, h3, .title, .subtitle", page.tree)) {
        // What holds another heading or title is looked at by its parts.
        if (selectAll(".title, .subtitle", heading).some((part) => part !== heading)) continue;
        const words = textOf(heading);
        if (
          !/[\u3040-\u30FF\u4E00-\u9FFF]/u.test(words) ||
          selectAll("[data-sign], [lang=en], span[lang]", heading).length > 0
        )
          continue;
        const marks = selectAll("wbr", heading).length;
        const phrases = phrasesOf(words, "ja").length - 1;
        assert.equal(marks, phrases, `${page.path}: ${words}`);
        parted += marks;
      }
    assert.ok(parted > 100);
  });

  it("leads to pages and places that are there", () => {
    const wrong = builtPages.flatMap((page) => checkLinks(page, builtSite));
    assert.deepEqual(
      wrong.map(({ page, what }) => `${page.path}: ${what}`),
      [],
    );
    for (const page of shown) assert.ok(selectAll("a[href]", page.tree).length > 0, page.path);
  });

  it("marks itself in its header or its footer, where that names it", () => {
    for (const language of languages)
      for (const name of [
        "",
        "full/",
        "notes/",
        "sources/",
        "glossary/",
        "timeline/",
        "formats/",
        "search/",
        "about/",
      ]) {
        const path = `/${language}/${name}`;
        const current = selectAll(":is(.site-header, .site-footer) [aria-current=page]", pageAt(path).tree);
        // On the cover the contents are further down.
        assert.deepEqual(current.map(pathOf), [name ? path : "#contents"]);
      }
  });

  it("can be printed and taken along from its footer, and the cover leads to the list of figures", () => {
    for (const language of languages) {
      for (const { tree, path } of sectionsOf(language)) {
        // Without a script it would print nothing.
        assert.equal(selectAll(".site-footer button.scripted[data-opens=print]", tree).length, 1, path);
        const [section = "?"] = path.split("/").slice(2);
        const files = `/${language}/formats/#${section}`;
        assert.ok(
          selectAll(".site-footer a", tree).some((link) => pathOf(link) === files),
          path,
        );
        const listed = select(`#${section}`, pageAt(`/${language}/formats/`).tree);
        assert.ok(listed, section);
        const hrefs = selectAll("a", listed).map(pathOf);
        assert.ok(hrefs.includes(path), section);
        for (const file of [`${path}handout.html`, `${path.slice(0, -1)}.md`, `${path.slice(0, -1)}.txt`])
          assert.ok(hrefs.includes(file) && builtSite.files.has(file.slice(1)), file);
        const beside = hrefs.filter((href) => href?.startsWith(`/parallel/${section}/`));
        assert.equal(beside.length, languages.length - 1, section);
        for (const href of beside) assert.ok(builtSite.pages.has(href ?? ""), href);
      }
      const contents = selectAll(".cover-contents .contents a", pageAt(`/${language}/`).tree);
      assert.equal(pathOf(contents.at(-1)), `/${language}/figures/`);
    }
  });

  it("has the drawing of the cover where the essay has one, and a colophon where its text ends", () => {
    for (const path of ["/", ...languages.map((language) => `/${language}/`)])
      assert.equal(selectAll("svg.cover-drawing[aria-hidden=true]", pageAt(path).tree).length, 1, path);
    for (const language of languages) {
      const ends = [`/${language}/full/`, sectionPaths(language).at(-1)];
      const closed = shown.filter(
        ({ path, tree }) => languageOf({ path } as ParsedPage) === language && select(".colophon", tree),
      );
      assert.deepEqual(closed.map(({ path }) => path).sort(), ends.sort());
      const [title = "?"] = text(pageAt(`/${language}/`), "h1 .title");
      for (const page of closed)
        for (const part of [title, "CC BY 4.0", `/${language}/`])
          assert.ok(text(page, ".colophon")[0]?.includes(part), `${page.path}: ${part}`);
    }
  });

  it("tells where it stands in each language, as its counterpart does", () => {
    for (const language of languages)
      for (const page of shown.filter(({ path }) => path.startsWith(`/${language}/`))) {
        const rest = page.path.slice(language.length + 2);
        const told = selectAll("link[rel=alternate][hreflang]", page.tree).map((link) => [
          attribute(link, "hrefLang"),
          new URL(pathOf(link) ?? "").pathname,
        ]);
        const counterparts = languages.map((other) => [other, `/${other}/${rest}`]);
        const neutral = ["x-default", rest === "" ? "/" : `/${languages[0]}/${rest}`];
        // What is not listed has no address of its own to tell: a search, an earlier edition and a comparison with it
        // are no text of their own.
        const isTold = rest !== "search/" && rest !== "404.html" && !/^editions\/.|^\d+\.\d+\.\d+\//u.test(rest);
        assert.deepEqual(told, isTold ? [...counterparts, neutral] : [], page.path);
      }
  });
});

describe("a section", () => {
  it("knows its place in the contents", () => {
    for (const language of languages)
      for (const page of sectionsOf(language)) {
        const contents = selectAll(".contents-aside ol.contents a", page.tree);
        assert.deepEqual(contents.map(pathOf), sectionPaths(language));
        const current = selectAll(".contents-aside [aria-current=page]", page.tree);
        assert.deepEqual(current.map(pathOf), [page.path]);
        assert.deepEqual(text(page, ".contents-aside [aria-current=page] .title"), text(page, "h1 .title"));
      }
  });

  it("leads to the one before and the one after by their titles", () => {
    for (const language of languages) {
      const sections = sectionsOf(language);
      for (const [index, page] of sections.entries())
        for (const [rel, neighbour] of [
          ["prev", sections[index - 1]],
          ["next", sections[index + 1]],
        ] as const) {
          const links = selectAll(`.section-navigation a[rel=${rel}]`, page.tree);
          assert.deepEqual(links.map(pathOf), neighbour ? [neighbour.path] : []);
          if (neighbour)
            assert.deepEqual(text(page, `.section-navigation a[rel=${rel}] .title`), text(neighbour, "h1 .title"));
        }
    }
  });

  it("links to itself beside the other language, which search engines are not told of", () => {
    for (const language of languages)
      for (const page of sectionsOf(language)) {
        const beside = pathOf(select(".section-facts a", page.tree)) ?? "";
        const id = page.path.split("/")[2] ?? "";
        assert.equal(beside, `/parallel/${id}/${language === languages[0] ? "" : `${language}-${languages[0]}/`}`);
        const target = pageAt(beside);
        assert.equal(languageOf(target), language);
        assert.equal(select("meta[name=robots]", target.tree)?.properties["content"], "noindex");
        const canonical = pathOf(select("link[rel=canonical]", target.tree));
        assert.equal(new URL(canonical ?? "").pathname, page.path);
      }
  });

  it("has each of its paragraphs and notes once in each language there, in order", () => {
    const [lead = "", other = ""] = languages;
    for (const page of sectionsOf(lead)) {
      const ids = (of: ParsedPage, selector: string) =>
        selectAll(selector, of.tree).map((element) => String(element.properties["id"]));
      const expected = ids(page, "[data-paragraph], [data-note]");
      const beside = pageAt(`/parallel/${page.path.split("/")[2]}/`);
      const side = (selector: string) => ids(beside, `${selector} [data-paragraph], ${selector} [data-note]`);
      assert.ok(expected.length > 1);
      assert.deepEqual(side(`.pair-lead[lang=${lead}]`), expected);
      assert.deepEqual(
        side(`.pair-other > [lang=${other}]`),
        expected.map((anchor) => `${other}-${anchor}`),
      );
    }
  });
});

describe("the notes", () => {
  /** What the stylesheet draws as a mark. */
  const signOf = (mark: Element) =>
    selectAll("[data-sign]", mark)
      .map(({ properties }) => properties["dataSign"])
      .join("");
  const known = new Map<ParsedPage, Element[]>();
  const marksOn = (page: ParsedPage): Element[] => {
    const marks = known.get(page) ?? selectAll(".note-mark a", page.tree);
    known.set(page, marks);
    return marks;
  };

  it("have marks with names, and ways back that are named by the paragraph", () => {
    for (const language of languages)
      for (const page of [...sectionsOf(language), pageAt(`/${language}/full/`)]) {
        const paragraphs = selectAll("[data-paragraph]", page.tree).flatMap((paragraph) =>
          selectAll(".note-mark a", paragraph).map((mark) => [
            attribute(mark, "id") ?? "",
            String(paragraph.properties["dataParagraph"]),
          ]),
        );
        const paragraphOf = new Map(paragraphs as [string, string][]);
        const byId = new Map(selectAll("[id]", page.tree).map((element) => [attribute(element, "id"), element]));
        for (const mark of marksOn(page)) {
          const number = signOf(mark);
          const name = attribute(mark, "ariaLabel") ?? "";
          assert.ok(name.includes(number), `${page.path}: ${number} is called ${name}`);
          if (language === "ja") assert.equal(name, number.startsWith("編") ? `${number}（編者注）` : `注${number}`);
          const note = byId.get(pathOf(mark)?.slice(1));
          assert.equal(String(note?.properties["value"]), number.replace(/\D/gu, ""), `${page.path} ${number}`);
          const id = attribute(mark, "id") ?? "";
          const back = note && selectAll(".note-back a", note).filter((link) => pathOf(link) === `#${id}`);
          assert.equal(back?.length, 1, `${page.path}: one way back to ${id}`);
          const backName = attribute(back?.[0] as Element, "ariaLabel") ?? "";
          assert.ok(backName.includes(paragraphOf.get(id) ?? "?"), `${page.path}: ${backName} leads to ${id}`);
        }
        assert.equal(selectAll(".note-back a", page.tree).length, marksOn(page).length, page.path);
      }
  });

  it("are the same on the page of the whole as on the sections'", () => {
    for (const language of languages) {
      const marks = (page: ParsedPage) => marksOn(page).map((mark) => `${signOf(mark)} ${attribute(mark, "id")}`);
      const apart = sectionsOf(language).flatMap(marks);
      assert.ok(apart.length > 0);
      assert.deepEqual(marks(pageAt(`/${language}/full/`)), apart);
    }
  });

  it("stand all on their page, and lead to their marks on the sections'", () => {
    for (const language of languages) {
      const ids = (path: string) =>
        selectAll("[data-note]", pageAt(path).tree).map(({ properties }) => properties["id"]);
      assert.deepEqual(ids(`/${language}/notes/`), ids(`/${language}/full/`));
      for (const note of selectAll("[data-note]", pageAt(`/${language}/notes/`).tree)) {
        const ways = selectAll(".note-back a", note).map((link) => pathOf(link) ?? "");
        assert.ok(ways.length > 0);
        for (const way of ways) {
          const [path = "", anchor = ""] = way.split("#");
          const mark = marksOn(pageAt(path)).find((link) => attribute(link, "id") === anchor);
          assert.equal(pathOf(mark), `#${note.properties["id"]}`, way);
        }
      }
    }
  });
});

describe("the page for what is missing", () => {
  it("leads to the search and to the sections", () => {
    const page = pageAt("/404.html");
    assert.ok(selectAll("main a", page.tree).map(pathOf).includes("/ja/search/"));
    assert.equal(pathOf(select("main .contents a", page.tree)), sectionPaths("ja")[0]);
    // In every language, since most hosts have one page for all addresses.
    assert.deepEqual(
      selectAll("main [data-missing]", page.tree).map((section) => section.properties["dataMissing"]),
      ["/ja/404.html", "/en/404.html"],
    );
    const own = pageAt("/en/404.html");
    assert.deepEqual(text(own, "h1"), ["Page not found"]);
    assert.equal(select("html", own.tree)?.properties["lang"], "en");
    assert.equal(pathOf(select("main .contents a", own.tree)), sectionPaths("en")[0]);
  });
});

describe("the editors’ notes", () => {
  it("are numbered apart from the essay's, and say up to when they were checked", () => {
    for (const [selector, prefix] of [
      [".notes:not(.editor-notes)", ""],
      [".editor-notes", "編"],
    ]) {
      const numbers = selectAll(`${selector} .note`, pageAt("/ja/full/").tree).map((note) =>
        String(note.properties["dataNumber"]),
      );
      assert.ok(numbers.length > 5);
      assert.deepEqual(
        numbers,
        numbers.map((_, index) => `${prefix}${index + 1}`),
      );
    }
    const notes = selectAll(".editor-notes .note-body", pageAt("/ja/full/").tree);
    for (const note of notes) {
      assert.match(selectAll("time", note).map(textOf).join(), /^（\d{4}年\d{1,2}月\d{1,2}日確認）$/u);
      assert.ok(select("cite", note));
    }
    assert.equal(selectAll(".notes:not(.editor-notes) time", pageAt("/ja/full/").tree).length, 0);
  });
});

describe("a term", () => {
  it("is marked once on a page, where it is used first", () => {
    for (const path of ["/ja/przewodow/", "/ja/full/", "/en/full/"]) {
      const terms = selectAll(".prose a.term", pageAt(path).tree).map((link) => pathOf(link)?.split("#")[1]);
      assert.ok(terms.length > 3);
      assert.equal(new Set(terms).size, terms.length);
    }
    assert.deepEqual(text(pageAt("/ja/full/"), "a.term[href$='#term-deterrence']"), ["抑止"]);
  });
});

describe("the glossary", () => {
  it("stands in the order of each language's dictionaries", () => {
    const readings = text(pageAt("/ja/glossary/"), ".term-reading");
    assert.ok(readings.length > 10);
    assert.deepEqual(readings, [...readings].sort(new Intl.Collator("ja", { ignorePunctuation: true }).compare));
    const japanese = text(pageAt("/ja/glossary/"), ".term dfn");
    assert.equal(japanese.at(-1), "ロシア問題");
    const english = text(pageAt("/en/glossary/"), ".term dfn");
    assert.equal(english.length, japanese.length);
    const folded = english.map((term) => term.toLowerCase());
    assert.deepEqual(folded, [...folded].sort());
  });

  it("has an index of its groups", () => {
    assert.deepEqual(text(pageAt("/ja/glossary/"), ".initials a"), text(pageAt("/ja/glossary/"), ".term-group > h2"));
  });
});

/**
 * @returns the texts of an element in which a number or an abbreviation lies on its side in a vertical line: those of
 *   Japanese sentences, without drawings, tables, addresses and words of other languages
 */
function lyingRuns(element: Element, isWrapped = false): string[] {
  const { lang, className } = element.properties;
  const classes = Array.isArray(className) ? className.map(String) : [];
  if (["svg", "math", "script", "table"].includes(element.tagName) || (lang !== undefined && lang !== "ja")) return [];
  // Not set in lines, made for other programs, or of both editions at once.
  if (["visually-hidden", "cite-ready", "colophon-citation", "diff"].some((name) => classes.includes(name))) return [];
  const stands = isWrapped || ["tcy", "digits", "upright"].some((name) => classes.includes(name));
  return element.children.flatMap((child) => {
    if (child.type === "element") return lyingRuns(child, stands);
    if (child.type !== "text" || stands || !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(child.value)) return [];
    return uprightRuns(child.value).length > 0 ? [child.value.trim()] : [];
  });
}

describe("a Japanese page that is set vertically", () => {
  it("has the numbers and abbreviations of its sentences upright", () => {
    const pages = shown.filter((page) => languageOf(page) === "ja" && !page.path.startsWith("/parallel/"));
    assert.ok(pages.length > 15);
    const lying = pages.flatMap((page) =>
      selectAll("main", page.tree)
        .flatMap((main) => lyingRuns(main))
        .map((words) => `${page.path}: ${words}`),
    );
    assert.deepEqual(lying, []);
  });
});
