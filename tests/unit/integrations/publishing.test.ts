import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type HeaderRule, headerRules } from "../../../src/integrations/headers.ts";
import { headersFile } from "../../../src/integrations/hosts/headers-file.ts";
import { isListedPage } from "../../../src/integrations/sitemap.ts";

/** The headers of a rule by their names. */
function rule(file: string, path: string): Record<string, string> {
  const block = file.split("\n\n").find((candidate) => candidate.startsWith(`${path}\n`));
  assert.ok(block, `there is a rule for ${path}`);
  const lines = block.trimEnd().split("\n").slice(1);
  return Object.fromEntries(
    lines.map((line) => {
      const match = /^ {2}([A-Za-z-]+): (.+)$/u.exec(line);
      assert.ok(match, `“${line}” is a header`);
      return [match[1], match[2]];
    }),
  );
}

const files = (...more: string[]) => headerRules(["index.html", "ja/index.html", "ja/river/index.html", ...more]);

describe("_headers", () => {
  it("says of every page what a page cannot say of itself", () => {
    const file = headersFile("/", files());
    const headers = rule(file, "/*");
    assert.equal(headers["Content-Security-Policy"], "frame-ancestors 'none'");
    assert.equal(headers["X-Content-Type-Options"], "nosniff");
    for (const page of ["/", "/:language/", "/:language/:page/"]) {
      const ofPage = rule(file, page);
      assert.equal(ofPage["Cross-Origin-Opener-Policy"], "same-origin", page);
    }
  });

  it("lets browsers keep what has a hash in its name, in every language, and nothing else", () => {
    const folders = ["documents", "filter"];
    const file = headersFile(
      "/essay/",
      files("_astro/a.0.js", "pagefind/ja/manifest.json", ...folders.map((folder) => `pagefind/ja/${folder}/a.pf_0`)),
    );
    const kept = ["/essay/_astro/*", ...folders.map((folder) => `/essay/pagefind/:language/${folder}/*`)];
    for (const path of kept)
      assert.deepEqual(rule(file, path), { "Cache-Control": "public, max-age=31536000, immutable" });
    assert.equal(file.match(/immutable/gu)?.length, kept.length);
  });

  it("names only what the site has", () => {
    assert.doesNotMatch(headersFile("/", files()), /_astro|pagefind|cite|\.epub/u);
    assert.match(headersFile("/", files("ja/river.epub")), /^\/\*\.epub$/mu);
  });

  it("is as long for an essay of any length and any number of languages", () => {
    const languages = Array.from({ length: 50 }, (_, index) => `l${index}`);
    const sections = Array.from({ length: 200 }, (_, index) => `s${index}`);
    const many = languages.flatMap((language) => [
      `pagefind/${language}/filter/a.pf_0`,
      ...sections.flatMap((section) => [`${language}/${section}/index.html`, `cite/${language}/${section}.bib`]),
    ]);
    const few = ["pagefind/ja/filter/a.pf_0", "cite/ja/river.bib"];
    assert.equal(headersFile("/", files(...many)), headersFile("/", files(...few)));
  });

  it("leads from each page, and from nothing else, to the links beside it", () => {
    for (const page of ["", "ja/", "ja/river/", "ja/full/river/"]) {
      const [{ headers }] = headerRules([`${page}index.html`]).filter(({ headers }) => headers["Link"]) as [HeaderRule];
      assert.match(headers["Link"] ?? "", /^<linkset\.json>; rel="linkset"/u, page);
    }
    assert.deepEqual(
      headerRules(["404.html", "ja/river.md"]).filter(({ headers }) => headers["Link"]),
      [],
    );
  });

  it("is refused before a host would pass over a part of it", () => {
    const rules = Array.from({ length: 101 }, (_, index) => ({ path: `${index}`, headers: { Link: "<a>" } }));
    assert.throws(() => headersFile("/", rules), /101 rules.*reads 100/u);
    assert.ok(headersFile("/", rules.slice(1)));
    const long = (length: number) => [{ path: "*", headers: { Link: "x".repeat(length - "  Link: ".length) } }];
    assert.throws(() => headersFile("/", long(2001)), /“Link: xx.*2001 characters/u);
    assert.ok(headersFile("/", long(2000)));
  });
});

describe("a page in the sitemap", () => {
  it("is any but searches, volumes of the full text and two languages side by side", () => {
    for (const page of ["", "ja/", "ja/river/", "ja/full/", "ja/research/", "parallels/"])
      assert.ok(isListedPage(`https://example.org/${page}`, "/"), page);
    for (const page of ["ja/search/", "ja/full/river/", "parallel/river/", "parallel/river/en-ja/"])
      assert.ok(!isListedPage(`https://example.org/${page}`, "/"), page);
    assert.ok(!isListedPage("https://example.org/ja/old/", "/", ["old"]));
  });

  it("is the same below any path, also one that is called as a page is", () => {
    for (const basePath of ["/essay/", "/parallel/", "/full/", "/ja/search/", "/old/"]) {
      const isListed = (page: string) => isListedPage(`https://example.org${basePath}${page}`, basePath, ["old"]);
      assert.deepEqual(["", "ja/", "ja/river/"].map(isListed), [true, true, true], basePath);
      assert.deepEqual(["ja/search/", "parallel/river/", "ja/old/"].map(isListed), [false, false, false], basePath);
    }
  });
});
