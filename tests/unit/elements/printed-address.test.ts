import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { partsOf } from "../../../src/elements/print/print-addresses.ts";

describe("the parts of a printed address", () => {
  it("end after a slash or before a stop, and nowhere else", () => {
    const address = "https://www.nato.int/cps/en/natohq/opinions_209063.htm?a-b=c";
    assert.deepEqual(partsOf(address), [
      "https://www",
      ".nato",
      ".int/",
      "cps/",
      "en/",
      "natohq/",
      "opinions_209063",
      ".htm?a-b=c",
    ]);
    assert.equal(partsOf(address).join(""), address);
  });
});
