import assert from "node:assert/strict";
import { it } from "node:test";
import { isIsbn, isIssn, isOrcid } from "../../src/schemas/check-digits.ts";

it("identifiers are told from misspelt ones by their check digits", () => {
  for (const [is, right] of [
    [isOrcid, ["0000-0002-1825-0097", "0000-0002-1694-233X"]],
    [isIssn, ["1234-5679", "2049-3630", "1050-124X"]],
    [isIsbn, ["978-3-16-148410-0", "0-306-40615-2", "080442957X"]],
  ] as const)
    for (const id of right) {
      assert.ok(is(id), id);
      const [digit = ""] = /\d/u.exec(id) ?? [];
      assert.ok(!is(id.replace(digit, String((Number(digit) + 1) % 10))), `another than ${id}`);
      assert.ok(!is(id.slice(1)), `a part of ${id}`);
    }
});
