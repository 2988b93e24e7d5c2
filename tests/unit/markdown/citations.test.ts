import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Citation, findCitations, findTextCitations } from "../../../src/markdown/citations.ts";
import { parseSection } from "../../../src/markdown/parser.ts";

const told = ({ works, node, offset, length }: Citation) => [
  ...works.flatMap(({ id, locator }) => [id, locator]),
  node.value.slice(offset, offset + length),
];
const found = (source: string) => findCitations(parseSection(source)).map(told);

const isKnown = (id: string) => ["nato-2022", "marsh-2019"].includes(id);
const inText = (source: string) => findTextCitations(parseSection(source), isKnown);

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

  it("name several works, with words before and behind", () => {
    const [citation] = inText("So it is [see also @marsh-2019, pp. 3-5; -@nato-2022, as it says; @absent].");
    assert.deepEqual(citation?.works, [
      {
        id: "marsh-2019",
        prefix: "see also",
        locator: "pp. 3-5",
        place: { locator: { label: "page", locator: "3–5" } },
        withoutAuthor: false,
      },
      {
        id: "nato-2022",
        prefix: undefined,
        locator: "as it says",
        place: { suffix: "as it says" },
        withoutAuthor: true,
      },
      { id: "absent", prefix: undefined, locator: undefined, place: {}, withoutAuthor: false },
    ]);
    assert.equal(citation?.isNarrative, false);
  });

  it("have a locator without a space before it, and with a semicolon in it", () => {
    assert.deepEqual(found("[@kawabata-2020,12頁] [@marsh-2019, p. 9; my italics] [@marsh-2019, 9; @nato-2022]"), [
      ["kawabata-2020", "12頁", "[@kawabata-2020,12頁]"],
      ["marsh-2019", "p. 9; my italics", "[@marsh-2019, p. 9; my italics]"],
      ["marsh-2019", "9", "nato-2022", undefined, "[@marsh-2019, 9; @nato-2022]"],
    ]);
  });

  it("stand in a sentence with their author, of known works only", () => {
    assert.deepEqual(inText("@marsh-2019 [ch. 2] and @nato-2022, not @home or a@nato-2022.").map(told), [
      ["marsh-2019", "ch. 2", "@marsh-2019 [ch. 2]"],
      ["nato-2022", undefined, "@nato-2022"],
    ]);
    assert.ok(inText("@marsh-2019 said").every(({ isNarrative }) => isNarrative));
  });

  it("are no words in brackets with an @, but what begins as one, whatever its id", () => {
    assert.deepEqual(inText("[write me @home] [a; @b] [mail a@b.example]"), []);
    assert.deepEqual(inText("[@absent, 9]").map(told), [["absent", "9", "[@absent, 9]"]]);
  });

  it("in the text are not those in its notes", () => {
    assert.deepEqual(inText("A[^1] [@nato-2022].\n\n[^1]: [@marsh-2019].\n").map(told), [
      ["nato-2022", undefined, "[@nato-2022]"],
    ]);
  });
});
