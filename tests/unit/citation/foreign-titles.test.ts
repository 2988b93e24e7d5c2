import assert from "node:assert/strict";
import { it } from "node:test";
import { formatReferences } from "../../../src/citation/csl-engine.ts";
import type { CslItem } from "../../../src/schemas/references.ts";

const book: CslItem = {
  id: "x",
  type: "book",
  title: "川の本",
  author: [{ family: "川端", given: "一" }],
  publisher: "水社",
  language: "ja",
  romanised: { author: [{ family: "Kawabata", given: "Hajime" }], title: "Kawa no hon", publisher: "Mizusha" },
  translation: { en: "The book of the river" },
};

const formatted = async (item: CslItem, language: string): Promise<string> =>
  (await formatReferences([item], language, "notes")).full.get(item.id) ?? "";

it("a work in another script is given in both, and translated", async () => {
  const html = await formatted(book, "en");
  assert.match(html, /^<cite>Kawabata,? Hajime\. <i>Kawa no hon .*川の本.*<\/i> \[The book of the river\]/u);
  assert.match(html, /<span lang="ja">川の本<\/span>/u);
  assert.match(html, /Mizusha/u);
  assert.doesNotMatch(html, /川端|水社/u);
});

it("readers of its own language see it as it is written", async () => {
  const html = await formatted(book, "ja");
  assert.equal(html, "<cite>川端一『川の本』水社。</cite>");
});

it("a title in Latin letters is only translated, and only for whom there is a translation", async () => {
  const article: CslItem = {
    id: "y",
    type: "article-newspaper",
    title: "Most na Wiśle",
    "container-title": "Rzeka",
    language: "pl",
    translation: { en: "The bridge on the Vistula" },
  };
  assert.match(await formatted(article, "en"), /Most na Wiśle.*\[The bridge on the Vistula\]/u);
  assert.match(await formatted(article, "ja"), /^<cite><span lang="pl">“Most na Wiśle,” /u);
});
