import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatReferences } from "../../../src/citation/csl-engine.ts";
import { japaneseReference } from "../../../src/citation/japanese-reference.ts";
import { turnedName } from "../../../src/citation/names.ts";
import type { CslItem } from "../../../src/schemas/references.ts";

const book: CslItem = {
  id: "x",
  type: "book",
  title: "橋と『川』",
  author: [{ family: "山田", given: "花子" }],
  "collection-title": "橋選書",
  publisher: "橋社",
  issued: { "date-parts": [[1931]] },
  language: "ja",
};
const article: CslItem = {
  id: "y",
  type: "article-newspaper",
  title: "The river “rises”",
  "container-title": "The Tribune",
  issued: { "date-parts": [[2023, 3, 27]] },
  URL: "https://www.tribune.example/river?a=1&b=2",
  language: "en",
};

const words = (item: CslItem): string => japaneseReference(item, "ja").replaceAll(/<[^>]+>/gu, "");

describe("a reference in Japanese notes", () => {
  it("gives a book in its series, an article in its journal", () => {
    assert.equal(words(book), "山田花子『橋と「川」』橋選書、1931年。");
    assert.equal(words({ ...book, "collection-title": undefined }), "山田花子『橋と「川」』橋社、1931年。");
    const journal: CslItem = {
      ...book,
      type: "article-journal",
      title: "橋の「色」",
      "container-title": "川の研究",
      "collection-title": undefined,
      publisher: undefined,
      volume: "7",
      issue: "2",
      page: "41-58",
      issued: { "date-parts": [[1931, 5]] },
    };
    assert.equal(words(journal), "山田花子「橋の『色』」『川の研究』第7巻第2号、1931年5月、41–58頁。");
  });

  it("joins writers, and says that there are more, or that they are editors", () => {
    const other = { family: "川田", given: "一" };
    assert.match(words({ ...book, author: [...(book.author ?? []), other] }), /^山田花子・川田一『/u);
    assert.match(words({ ...book, author: [other, other, other, other] }), /^川田一ほか『/u);
    assert.match(words({ ...book, author: undefined, editor: [other] }), /^川田一編『/u);
  });

  it("tells a foreign work by its own usage, and dates it as the reader does", () => {
    assert.equal(words(article), "“The river ‘rises’,” The Tribune, 2023年3月27日、tribune.example。");
    assert.equal(
      words({ ...article, "container-title": undefined, publisher: "Office", author: [{ literal: "Office" }] }),
      "Office, “The river ‘rises’,” 2023年3月27日、tribune.example。",
    );
    const report: CslItem = {
      ...article,
      type: "report",
      "container-title": undefined,
      author: [{ family: "Marsh", given: "Ada" }],
      genre: "Paper",
      number: "9",
      URL: undefined,
    };
    assert.equal(words(report), "Ada Marsh, The river “rises”, Paper 9, 2023年3月27日。");
    assert.equal(words({ ...report, issued: undefined }), "Ada Marsh, The river “rises”, Paper 9.");
  });

  it("in a list begins with the family of the first writer", () => {
    const listed = (item: CslItem) => japaneseReference(item, "ja", undefined, turnedName).replaceAll(/<[^>]+>/gu, "");
    const author = [
      { family: "Marsh", given: "Ada" },
      { family: "Roe", given: "Bo" },
    ];
    assert.match(listed({ ...article, author }), /^Marsh, Ada and Bo Roe, “/u);
    assert.match(listed({ ...book, author }), /^Marsh, Ada・Bo Roe『/u);
    assert.match(listed(book), /^山田花子『/u);
  });

  it("marks what is in the language of the work, its address whole", () => {
    const html = japaneseReference(article, "ja");
    assert.match(html, /^<cite><span lang="en">“The river ‘rises’,” <i>The Tribune<\/i>,<\/span> /u);
    assert.ok(html.includes('href="https://www.tribune.example/river?a=1&amp;b=2"'));
    assert.ok(!japaneseReference(book, "ja").includes("lang="));
  });

  it("has the place that is meant before its full stop, for the pages of an article too", () => {
    const at = (item: CslItem, place: string) => japaneseReference(item, "ja", place).replaceAll(/<[^>]+>/gu, "");
    assert.equal(at(book, "12頁"), "山田花子『橋と「川」』橋選書、1931年、12頁。");
    assert.equal(
      at({ ...book, type: "article-journal", page: "41-58" }, "43頁"),
      "山田花子「橋と『川』」橋選書、1931年、43頁。",
    );
    assert.equal(at(article, "第3段落"), "“The river ‘rises’,” The Tribune, 2023年3月27日、第3段落、tribune.example。");
  });

  it("is that of the notes alone: a bibliography by author and date stays one", async () => {
    const [notes, inText] = await Promise.all(
      (["notes", "author-date"] as const).map((system) => formatReferences([book], "ja", system)),
    );
    assert.equal(notes?.full.get("x"), japaneseReference(book, "ja"));
    assert.match(inText?.full.get("x") ?? "", /1931/u);
    assert.doesNotMatch(inText?.full.get("x") ?? "", /1931年。/u);
  });
});
