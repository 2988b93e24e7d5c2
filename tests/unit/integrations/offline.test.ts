import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { listFiles } from "../../../src/integrations/offline.ts";

const FILES = [
  "404.html",
  "_astro/page.abc.js",
  "_headers",
  "apple-touch-icon.png",
  "cite/fr/lamp.ris",
  "cite/ja/lamp.json",
  "cite/sources.bib",
  "data/boats.csv",
  "favicon.svg",
  "fr/index.html",
  "images/lamp.png",
  "index.html",
  "ja/anchors.json",
  "ja/essay.epub",
  "ja/essay.pdf",
  "ja/index.html",
  "ja/lamp.txt",
  "ja/lamp/index.html",
  "ja/lamp/linkset.json",
  "ja/manifest.webmanifest",
  "pagefind/fr/manifest.json",
  "pagefind/ja/index/a.pf",
  "parallel/lamp/index.html",
  "share-ja.png",
];
const list = (language: string, changed?: string) =>
  listFiles(FILES, language, "1.0", (file) => Buffer.from(file === changed ? `${file}!` : file));

describe("what is kept for offline", () => {
  it("is the pages, search and citations of one language, and what all have in common", () => {
    assert.deepEqual(Object.keys(list("ja").files), [
      "_astro/page.abc.js",
      "apple-touch-icon.png",
      "cite/ja/lamp.json",
      "data/boats.csv",
      "favicon.svg",
      "images/lamp.png",
      "ja/anchors.json",
      "ja/",
      "ja/lamp/",
      "ja/manifest.webmanifest",
      "pagefind/ja/index/a.pf",
    ]);
  });

  it("is weighed", () => {
    assert.equal(list("fr").bytes, FILES.filter((file) => /^_a|^app|fr\/|^da|^fav|^im/u.test(file)).join("").length);
  });

  it("is another version when anything of it changes, and only then", () => {
    const { version, files } = list("ja");
    assert.equal(list("ja").version, version);
    assert.equal(list("ja", "fr/index.html").version, version);
    const changed = list("ja", "ja/lamp/index.html");
    assert.notEqual(changed.version, version);
    assert.notEqual(changed.files["ja/lamp/"], files["ja/lamp/"]);
    assert.equal(changed.files["ja/"], files["ja/"]);
    assert.notEqual(listFiles(FILES, "ja", "2.0", (file) => Buffer.from(file)).version, version);
  });
});
