import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { builtFile, builtPages } from "../support/built-site.ts";

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:recommended", "html-validate:a11y"],
    rules: {
      // The search in the dialog finds while one types, and Enter follows its first hit: there is nothing to submit.
      "wcag/h32": "off",
      // MDX closes elements that have no content in their own tag, as XML does; HTML allows it.
      "void-style": "off",
      // The title of a page ends with that of the essay, which is as long as it is.
      "long-title": "off",
    },
  }),
);

describe("the HTML of the site", () => {
  it("consists of pages", () => {
    assert.ok(builtPages.length > 10);
  });

  for (const { file } of builtPages) {
    it(`is valid in ${file}`, async () => {
      const { results } = await validator.validateString(builtFile(file), file);
      const messages = results.flatMap((result) => result.messages);
      assert.deepEqual(
        messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
        [],
      );
    });
  }
});
