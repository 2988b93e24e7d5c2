import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { headersFile } from "../../../src/integrations/headers.ts";
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

describe("_headers", () => {
  it("says of every page what a page cannot say of itself", () => {
    const headers = rule(headersFile("/", ["ja"]), "/*");
    assert.equal(headers["Content-Security-Policy"], "frame-ancestors 'none'");
    assert.equal(headers["X-Content-Type-Options"], "nosniff");
    assert.equal(headers["Referrer-Policy"], "strict-origin-when-cross-origin");
    assert.match(headers["Permissions-Policy"] ?? "", /camera=\(\)/u);
  });

  it("lets browsers keep what has a hash in its name, in every language, and nothing else", () => {
    const file = headersFile("/essay/", ["ja", "en"]);
    const kept = [
      "/essay/_astro/*",
      ...["ja", "en"].flatMap((language) =>
        ["documents", "filter", "index"].map((folder) => `/essay/pagefind/${language}/${folder}/*`),
      ),
    ];
    for (const path of kept)
      assert.deepEqual(rule(file, path), { "Cache-Control": "public, max-age=31536000, immutable" });
    assert.deepEqual(file.match(/^\/\S*$/gmu), ["/essay/*", ...kept]);
  });
});

describe("a page in the sitemap", () => {
  it("is any but searches, the full text and two languages side by side", () => {
    for (const page of ["", "ja/", "ja/river/", "ja/research/", "parallels/"])
      assert.ok(isListedPage(`https://example.org/${page}`, "/"), page);
    for (const page of ["ja/search/", "ja/full/", "parallel/river/", "parallel/river/en-ja/"])
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
