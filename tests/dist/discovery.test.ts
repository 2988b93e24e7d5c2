import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { attribute } from "../../src/checks/html/page.ts";
import { headersFile } from "../../src/integrations/headers.ts";
import { addressOf, builtFile, builtPages, builtSite, isCopy, isListed, settings } from "../support/built-site.ts";
import { elements, type ParsedPage } from "../support/site.ts";

const listed = builtPages.filter(isListed);
const copies = builtPages.filter(isCopy);
const unlisted = builtPages.filter((page) => !isListed(page) && !isCopy(page));

/** The addresses of the links with a relation. */
const links = ({ tree }: ParsedPage, relation: string) =>
  elements(
    tree,
    ({ tagName, properties: { rel } }) => tagName === "link" && Array.isArray(rel) && rel.includes(relation),
  ).map((element) => attribute(element, "href"));

/** The contents of the metadata with a name. */
const metadata = ({ tree }: ParsedPage, name: string) =>
  elements(
    tree,
    (element) =>
      element.tagName === "meta" && [attribute(element, "name"), attribute(element, "property")].includes(name),
  ).map((element) => attribute(element, "content"));

/** The title of a page. */
const title = ({ file }: ParsedPage) => /<title>([^<]*)<\/title>/u.exec(builtFile(file))?.[1] ?? "";

/** The addresses in `<loc>` of an XML file. */
const locations = (file: string) =>
  [...builtFile(file).matchAll(/<loc>([^<]*)<\/loc>/gu)].map(([, address]) => address);

describe("the sitemap", () => {
  it("lists every page but copies, those of the search and the one for what is missing", () => {
    const index = locations("sitemap-index.xml");
    assert.deepEqual(index, [addressOf("/sitemap-0.xml")]);
    assert.deepEqual(locations("sitemap-0.xml").sort(), listed.map(({ path }) => addressOf(path)).sort());
    assert.ok(unlisted.length >= 2);
  });

  it("is named in robots.txt, which keeps nobody out", () => {
    const robots = builtFile("robots.txt");
    assert.match(robots, /^User-agent: \*$/mu);
    assert.doesNotMatch(robots, /^Disallow: *\S/mu);
    assert.equal(/^Sitemap: (.*)$/mu.exec(robots)?.[1], addressOf("/sitemap-index.xml"));
  });
});

describe("a listed page", () => {
  it("names itself as its canonical address", () => {
    for (const page of listed) {
      assert.deepEqual(links(page, "canonical"), [addressOf(page.path)], page.file);
      assert.deepEqual(metadata(page, "og:url"), [addressOf(page.path)], page.file);
      assert.deepEqual(metadata(page, "robots"), [], page.file);
    }
  });
});

describe("a page with the words of others", () => {
  it("names one of the listed pages in its language as canonical", () => {
    assert.ok(copies.length > 0);
    const addresses = new Set(listed.map(({ path }) => addressOf(path)));
    for (const page of copies) {
      const [canonical = "", ...others] = links(page, "canonical");
      assert.deepEqual(others, [], page.file);
      assert.ok(addresses.has(canonical), `${page.file}: ${canonical}`);
    }
  });
});

describe("an unlisted page", () => {
  it("has no canonical address and asks not to be listed", () => {
    for (const page of unlisted) {
      assert.deepEqual(links(page, "canonical"), [], page.file);
      assert.deepEqual(metadata(page, "robots"), ["noindex"], page.file);
    }
  });
});

describe("every page", () => {
  it("has a title and a description, and no title is that of another page", () => {
    const pagesByTitle = Map.groupBy(builtPages, title);
    for (const [name, pages] of pagesByTitle) {
      assert.notEqual(name.trim(), "");
      assert.deepEqual(pages.map(({ file }) => file).slice(1), [], `“${name}” is the title of ${pages[0]?.file}`);
    }
    for (const page of builtPages) assert.notEqual(metadata(page, "description").join("").trim(), "", page.file);
  });

  it("has no space between Japanese characters in its title and description", () => {
    const space = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。」] [\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}「]/u;
    for (const page of builtPages)
      for (const words of [title(page), ...metadata(page, "description")])
        assert.doesNotMatch(words ?? "", space, page.file);
  });

  it("tells link previews of itself", () => {
    for (const page of builtPages) {
      for (const name of ["og:title", "og:description", "og:site_name", "og:type", "og:locale"]) {
        const contents = metadata(page, name);
        assert.equal(contents.length, 1, `${page.file}: ${name}`);
        assert.notEqual(contents[0]?.trim() ?? "", "", `${page.file}: ${name}`);
      }
    }
  });

  it("has an icon that exists", () => {
    for (const page of builtPages) {
      const [icon = "", ...others] = links(page, "icon");
      assert.deepEqual(others, [], page.file);
      assert.ok(icon.startsWith(settings.basePath), page.file);
      assert.ok(builtSite.files.has(icon.slice(settings.basePath.length)), `${page.file}: ${icon}`);
    }
  });
});

describe("_headers", () => {
  const languages = [...new Set(builtPages.flatMap(({ path }) => /^\/([a-z]{2,3})\/$/u.exec(path)?.[1] ?? []))];
  const text = builtFile("_headers");

  it("is that of this site and its languages", () => {
    assert.ok(languages.length > 0);
    const rules = text.trimEnd().split("\n\n");
    const isThere = (folder: string) => [...builtSite.files].some((file) => file.startsWith(`${folder}/`));
    for (const rule of headersFile(settings.basePath, languages, [], isThere).trimEnd().split("\n\n"))
      assert.ok(rules.includes(rule), rule);
  });

  it("lets browsers keep files that exist, and whose names have a hash", () => {
    const kept = text.split("\n\n").flatMap((rule) => (/immutable/u.test(rule) ? (rule.split("\n")[0] ?? "") : []));
    for (const pattern of kept) {
      const folder = pattern.slice(settings.basePath.length).replace(/\*$/u, "");
      const files = [...builtSite.files].filter((file) => file.startsWith(folder));
      assert.ok(files.length > 0, `${pattern} is of no file`);
      for (const file of files) assert.match(file, /[._-][A-Za-z0-9_-]{6,}\.[a-z_]+$/u);
    }
  });
});
