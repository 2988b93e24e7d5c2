import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatDate, strings } from "../../../src/i18n/index.ts";
import { loadStrings } from "../../../src/i18n/load.ts";

describe("a date", () => {
  it("is as exact as it is known, in Japanese", () => {
    assert.equal(formatDate("2023", "ja"), "2023年");
    assert.equal(formatDate("2023-03", "ja"), "2023年3月");
    assert.equal(formatDate("2023-03-07", "ja"), "2023年3月7日");
  });

  it("is as exact as it is known, in English", () => {
    assert.equal(formatDate("2023", "en"), "2023");
    assert.equal(formatDate("2023-03", "en"), "March 2023");
    assert.equal(formatDate("2023-03-07", "en"), "7 March 2023");
  });

  it("is the same day wherever the site is built", () => {
    const zone = process.env["TZ"];
    try {
      for (const place of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
        process.env["TZ"] = place;
        assert.equal(formatDate("2024-01-01", "en"), "1 January 2024");
      }
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
  });
});

describe("a language without strings", () => {
  it("speaks English, on the pages and in the search", async () => {
    assert.equal(strings("nl").contents, strings("en").contents);
    assert.equal((await loadStrings("search", "nl")).loading, (await loadStrings("search", "en")).loading);
  });
});
