import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import sharp from "sharp";
import { attribute } from "../../src/checks/html/page.ts";
import { headerRules, patternSource } from "../../src/integrations/headers.ts";
import { headersFile } from "../../src/integrations/hosts/headers-file.ts";
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

  it("says when each page was changed, and where it is in other languages, as the page itself does", () => {
    const entries = builtFile("sitemap-0.xml").split("<url>").slice(1);
    assert.equal(entries.length, listed.length);
    for (const entry of entries) {
      const [, address] = /<loc>([^<]*)<\/loc>/u.exec(entry) ?? [];
      const page = listed.find(({ path }) => addressOf(path) === address);
      assert.ok(page, address);
      assert.match(/<lastmod>([^<]*)<\/lastmod>/u.exec(entry)?.[1] ?? "", /^\d{4}-\d\d-\d\d/u, address);
      const hrefs = [...entry.matchAll(/<xhtml:link [^>]*href="([^"]*)"/gu)].map(([, href]) => href);
      const alternates = elements(page.tree, ({ tagName, properties: { hrefLang, rel } }) =>
        Boolean(tagName === "link" && hrefLang && Array.isArray(rel) && rel.includes("alternate")),
      ).map((element) => attribute(element, "href"));
      assert.deepEqual(hrefs.sort(), alternates.sort(), address);
    }
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

  it("is shown with a picture of its language, of the size that previews expect, where the essay has one", async () => {
    for (const page of builtPages) {
      const [image = "", ...others] = metadata(page, "og:image");
      assert.deepEqual(others, [], page.file);
      const [, language = ""] = /^\/([a-z]{2,3}(?:-[A-Za-z]+)?)\//u.exec(page.path) ?? [];
      const file = `share/${language}.png`;
      if (!builtSite.files.has(file)) continue;
      assert.equal(image, addressOf(`/${file}`), page.file);
      assert.notEqual(metadata(page, "og:image:alt").join("").trim(), "", page.file);
      assert.deepEqual(metadata(page, "twitter:card"), ["summary_large_image"], page.file);
    }
    for (const file of [...builtSite.files].filter((path) => path.startsWith("share/"))) {
      const { width, height, format } = await sharp(join(settings.outputDirectory, file)).metadata();
      assert.deepEqual({ width, height, format }, { width: 1200, height: 630, format: "png" }, file);
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

describe("the whole essay", () => {
  const covers = builtPages.filter(({ path }) => /^\/[a-z-]+\/$/u.test(path));

  it("is offered in all its forms on a page of them, to which the cover leads", () => {
    assert.ok(covers.length > 0);
    for (const cover of covers) {
      const page = builtPages.find(({ path }) => path === `${cover.path}formats/`);
      assert.ok(page, cover.path);
      const files = page.links.filter((href) => /\.\w+$/u.test(href));
      for (const ending of ["epub", "txt", "md", "bib", "biblatex.bib", "ris", "csl.json", "feed.xml"])
        assert.ok(
          files.some((href) => href.endsWith(ending)),
          `${page.path}: ${ending}`,
        );
      for (const href of files) assert.ok(builtSite.files.has(href.slice(settings.basePath.length)), href);
      assert.ok(cover.links.includes(`${settings.basePath.slice(0, -1)}${page.path}`), cover.path);
      const alternates = links(cover, "alternate").filter((href) => files.includes(href ?? ""));
      assert.ok(alternates.length >= 4, cover.path);
    }
  });

  it("has a feed of its editions, and says how it is searched", () => {
    for (const { path } of covers) {
      const feed = builtFile(`${path.slice(1)}feed.xml`);
      const ids = [...feed.matchAll(/<id>([^<]*)<\/id>/gu)].map(([, id]) => id);
      assert.ok(ids.length >= 2, path);
      assert.equal(new Set(ids).size, ids.length);
      assert.equal([...feed.matchAll(/<updated>\d{4}-\d\d-\d\dT00:00:00Z<\/updated>/gu)].length, ids.length);
      assert.ok(feed.includes(`rel="self" type="application/atom+xml" href="${addressOf(`${path}feed.xml`)}"`));
      for (const [, href = ""] of feed.matchAll(/href="([^"#]*)/gu)) {
        const route = href.slice(addressOf("/").length);
        if (href.startsWith(addressOf("/")))
          assert.ok(builtSite.files.has(route.replace(/(?<=^|\/)$/u, "index.html")), href);
      }
      const search = builtFile(`${path.slice(1)}opensearch.xml`);
      assert.ok(search.includes(`template="${addressOf(`${path}search/`)}?q={searchTerms}"`));
    }
  });
});

describe("the links of a page", () => {
  const isMissing = ({ path }: ParsedPage) => path.endsWith("/404.html");

  it("stand in a file beside it that its head names", () => {
    for (const page of builtPages) {
      assert.deepEqual(links(page, "linkset"), isMissing(page) ? [] : ["linkset.json"], page.file);
      if (isMissing(page)) continue;
      const { linkset } = JSON.parse(builtFile(`${page.path.slice(1)}linkset.json`)) as {
        linkset: { anchor: string }[];
      };
      assert.equal(linkset[0]?.anchor, addressOf(page.path), page.file);
    }
  });

  it("lead to files and pages that exist", () => {
    const site = addressOf("/");
    for (const page of builtPages.filter((one) => !isMissing(one)))
      for (const [, href = ""] of builtFile(`${page.path.slice(1)}linkset.json`).matchAll(/"href":"([^"]+)"/gu)) {
        if (!href.startsWith(site)) continue;
        const route = href.slice(site.length);
        assert.ok(builtSite.files.has(route.replace(/(?<=^|\/)$/u, "index.html")), `${page.file}: ${href}`);
      }
  });

  it("are those of a record on the cover, the sections and the full text", () => {
    const withRecord = builtPages.filter((page) => links(page, "cite-as").length > 0 || /\/full\/$/u.test(page.path));
    assert.ok(withRecord.length >= 2);
    for (const { path } of withRecord) {
      const set = builtFile(`${path.slice(1)}linkset.json`);
      for (const relation of ["cite-as", "describedby", "type", "describes"])
        assert.match(set, new RegExp(relation, "u"));
    }
  });
});

describe("_headers", () => {
  const text = builtFile("_headers");

  it("is that of this site", () => {
    assert.equal(text, headersFile(settings.basePath, headerRules([...builtSite.files])));
  });

  it("lets browsers keep files that exist, and whose names have a hash", () => {
    const kept = headerRules([...builtSite.files]).filter(({ headers }) =>
      /immutable/u.test(headers["Cache-Control"] ?? ""),
    );
    for (const { path } of kept) {
      const pattern = new RegExp(`^${patternSource(path)}$`, "u");
      const files = [...builtSite.files].filter((file) => pattern.test(file));
      assert.ok(files.length > 0, `${path} is of no file`);
      for (const file of files) assert.match(file, /[._-][A-Za-z0-9_-]{6,}\.[a-z_]+$/u);
    }
  });
});

describe("GitHub Pages", () => {
  it("is told to leave the files alone", () => {
    assert.equal(builtFile(".nojekyll"), "");
  });
});

describe("a site that is installed", () => {
  const manifests = builtPages.flatMap((page) => links(page, "manifest").map((href) => ({ href: href ?? "", page })));
  const inSite = (address: string) => address.slice(settings.basePath.length);

  it("is described on every page, in the page's language", () => {
    assert.equal(manifests.length, builtPages.length);
    for (const { href, page } of manifests) {
      const { lang } = JSON.parse(builtFile(inSite(href))) as { readonly lang: string };
      assert.equal(elements(page.tree, ({ tagName }) => tagName === "html")[0]?.properties["lang"], lang, page.file);
    }
  });

  it("begins with a page of the site, and has icons of the sizes that it names", async () => {
    for (const href of new Set(manifests.map((one) => one.href))) {
      const manifest = JSON.parse(builtFile(inSite(href))) as {
        readonly start_url: string;
        readonly scope: string;
        readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose: string }[];
      };
      assert.equal(manifest.scope, settings.basePath);
      assert.ok(
        builtSite.pages.has(
          new URL(manifest.start_url, "https://site.invalid").pathname.slice(settings.basePath.length - 1),
        ),
      );
      assert.deepEqual([...new Set(manifest.icons.map(({ purpose }) => purpose))].sort(), ["any", "maskable"]);
      for (const { src, sizes } of manifest.icons) {
        const { width, height } = await sharp(join(settings.outputDirectory, inSite(src))).metadata();
        assert.equal(`${width}x${height}`, sizes);
      }
    }
  });

  it("has an icon for devices that read no manifest", () => {
    for (const page of builtPages)
      for (const href of links(page, "apple-touch-icon")) assert.ok(builtSite.files.has(inSite(href ?? "")));
  });
});
