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
  "editions.json",
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
  "pagefind/ja/filter/a.pf",
  "parallel/lamp/fr-ja/index.html",
  "parallel/lamp/index.html",
  "parallel/lamp/linkset.json",
  "share-ja.png",
];
const PAIRS: Readonly<Record<string, (string | undefined)[]>> = { ja: [undefined], fr: ["fr-ja"] };
const list = (language: string, changed?: string, edition = "1.0") =>
  listFiles(FILES, { language, edition, pairs: PAIRS[language] ?? [] }, (file) =>
    Buffer.from(file === changed ? `${file}!` : file),
  );

describe("what is kept for offline", () => {
  it("is the pages, search and citations of one language, the pages that it leads, and what all have in common", () => {
    assert.deepEqual(Object.keys(list("ja").files), [
      "_astro/page.abc.js",
      "apple-touch-icon.png",
      "cite/ja/lamp.json",
      "data/boats.csv",
      "editions.json",
      "favicon.svg",
      "images/lamp.png",
      "",
      "ja/anchors.json",
      "ja/",
      "ja/lamp/",
      "ja/manifest.webmanifest",
      "pagefind/ja/filter/a.pf",
      "parallel/lamp/",
    ]);
    assert.ok("parallel/lamp/fr-ja/" in list("fr").files);
    assert.ok(!("parallel/lamp/" in list("fr").files));
  });

  it("is weighed", () => {
    assert.equal(
      list("fr").bytes,
      FILES.filter((file) => /^_a|^app|^fr\/|\/fr\/|fr-ja|^da|^ed|^fav|^im|^index/u.test(file)).join("").length,
    );
  });

  it("is another version when anything of it changes, and only then", () => {
    const { version, files } = list("ja");
    assert.equal(list("ja").version, version);
    assert.equal(list("ja", "fr/index.html").version, version);
    const changed = list("ja", "ja/lamp/index.html");
    assert.notEqual(changed.version, version);
    assert.notEqual(changed.files["ja/lamp/"], files["ja/lamp/"]);
    assert.equal(changed.files["ja/"], files["ja/"]);
    assert.notEqual(list("ja", undefined, "2.0").version, version);
  });
});
