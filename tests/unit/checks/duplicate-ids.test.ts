import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkDuplicateIds } from "../../../src/checks/html/duplicate-ids.ts";
import { page, site } from "../../support/site.ts";

describe("an id", () => {
  it("that stands on two elements of a page is told once", () => {
    const one = page("/ja/", '<p id="a">1</p><p id="b">2</p><p id="a">3</p><p id="a">4</p>');
    assert.deepEqual(
      checkDuplicateIds(one, site([one])).map(({ what, sourceTexts }) => [what, sourceTexts[0]]),
      [["the id “a” stands twice on /ja/", 'id="a"']],
    );
  });

  it("may stand on two pages", () => {
    const one = page("/ja/", '<p id="a">1</p><p id="A">2</p>');
    assert.deepEqual(checkDuplicateIds(one, site([one, page("/en/", '<p id="a">1</p>')])), []);
  });
});
