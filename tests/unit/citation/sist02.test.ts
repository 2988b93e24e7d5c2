import assert from "node:assert/strict";
import { it } from "node:test";
import { formatReferences } from "../../../src/citation/csl-engine.ts";
import type { CslItem } from "../../../src/schemas/references.ts";

const article: CslItem = {
  id: "x",
  type: "article-newspaper",
  title: "The river “rises”",
  "container-title": "The Tribune",
  issued: { "date-parts": [[2023, 3, 27]] },
  URL: "https://tribune.example/river",
  language: "en",
};

async function inJapanese(item: CslItem): Promise<string> {
  const html = (await formatReferences([item], "ja", "notes")).full.get(item.id) ?? "";
  return html.replaceAll(/<[^>]+>/gu, "");
}

it("an article has its newspaper and its day, and quotation marks around its title", async () => {
  assert.equal(await inJapanese(article), "“The river ‘rises’”. The Tribune. 2023-03-27. tribune.example.");
  const month = { "date-parts": [[2023, 3]] } satisfies CslItem["issued"];
  assert.match(await inJapanese({ ...article, issued: month }), /Tribune\. 2023-03\./u);
  assert.match(await inJapanese({ ...article, issued: undefined }), /”\. The Tribune\. tribune/u);
});

it("a page is dated, and does not name its publisher twice", async () => {
  const page: CslItem = { ...article, type: "webpage", "container-title": undefined, publisher: "Office" };
  assert.match(await inJapanese({ ...page, author: [{ literal: "Office" }] }), /^Office\. “.+”\. 2023-03-27\. /u);
  assert.match(
    await inJapanese({ ...page, author: [{ family: "Reed", given: "A." }] }),
    /^Reed, A\. “.+”\. Office\. /u,
  );
});

it("writers are told from one another, and a number says of what it is one", async () => {
  const author = [
    { family: "Marsh", given: "A." },
    { family: "Reed", given: "B." },
  ];
  assert.match(await inJapanese({ ...article, author }), /^Marsh, A\.; Reed, B\. “/u);
  const report: CslItem = {
    ...article,
    type: "report",
    genre: "Press Release",
    number: "(2022) 095",
    publisher: "NATO",
  };
  assert.match(await inJapanese(report), /NATO, 2023, Press Release \(2022\) 095\./u);
});
