import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { namesParagraph, paragraphInQuery } from "../../../src/search/paragraph-in-query.ts";

describe("the number of a paragraph", () => {
  for (const query of [
    "30",
    "¶30",
    "p30",
    "P30",
    " ¶ 30 ",
    "３０",
    "p. 30",
    "para. 30",
    "par. 30",
    "#p30",
    "第30段落",
    "段落30",
  ])
    it(`is read from “${query}”`, () => assert.equal(paragraphInQuery(query), "30"));

  it("may have a letter", () => assert.equal(paragraphInQuery("¶12a"), "12a"));

  for (const query of ["30年", "article 30", "2022年2月", "30 days", "p", "3.0", "12345"])
    it(`is not read from “${query}”`, () => assert.equal(paragraphInQuery(query), undefined));

  for (const query of ["¶30", "p30", "P. 30", "para. 30", "第30段落", "段落30"])
    it(`is alone what “${query}” can mean`, () => assert.equal(namesParagraph(query), true));

  for (const query of ["30", "３０", "第30", "第5条", "30年", "paragraph", "p"])
    it(`is not alone what “${query}” can mean`, () => assert.equal(namesParagraph(query), false));
});
