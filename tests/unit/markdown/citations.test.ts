import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findCitations } from "../../../src/markdown/citations.ts";
import { parseSection } from "../../../src/markdown/parser.ts";

const found = (source: string) =>
  findCitations(parseSection(source)).map(({ id, locator, node, offset, length }) => [
    id,
    locator,
    node.value.slice(offset, offset + length),
  ]);

describe("citations", () => {
  it("are found in order, with their locators and their places", () => {
    assert.deepEqual(found("見よ [@nato-2022, para. 9] と *[@marsh-2019]*。"), [
      ["nato-2022", "para. 9", "[@nato-2022, para. 9]"],
      ["marsh-2019", undefined, "[@marsh-2019]"],
    ]);
  });

  it("may have a Japanese locator with a comma of its own", () => {
    assert.deepEqual(found("[@kawabata-2020, 12頁、図3]"), [
      ["kawabata-2020", "12頁、図3", "[@kawabata-2020, 12頁、図3]"],
    ]);
  });

  it("are not addresses, mentions or code", () => {
    assert.deepEqual(found("a@b.example @nato [nato] `[@code]`"), []);
  });
});
