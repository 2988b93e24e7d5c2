import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkLiteralMarkup } from "../../../src/checks/html/literal-markup.ts";
import { page, site } from "../../support/site.ts";

function faults(html: string): string[] {
  const one = page("/ja/river/", html);
  return checkLiteralMarkup(one, site([one])).map(({ what }) => what);
}

describe("Markdown in the words of a page", () => {
  const wrong: readonly (readonly [html: string, sign: string])[] = [
    ["<p>これは** 失敗 **である</p>", "**"],
    ["<p>舟[^boat]で</p>", "[^"],
    ["<p>[次の節](/ja/)へ</p>", "]("],
    ["<p>見よ[@nato-2022]</p>", "[@"],
    ["<p>## 見出し</p>", "##"],
  ];
  for (const [html, sign] of wrong) {
    it(`is found in ${html}`, () => {
      const [what = "", ...others] = faults(html);
      assert.ok(what.startsWith(`“${sign}” was left as text, in “…`), what);
      assert.deepEqual(others, []);
    });
  }

  it("is shown with the words around it", () => {
    assert.deepEqual(faults("<p>川は西へ移り** 橋 **は残った。</p>"), [
      "“**” was left as text, in “…川は西へ移り** 橋 **は残った。…”",
    ]);
  });

  const right = [
    "<strong>失敗</strong> 2*3 [1] (a)",
    "<code>**a**</code><pre>[^b]</pre>",
    "<script>a = b ** c</script><style>a{}/** x **/</style>",
    "<svg><title>**</title></svg>",
    '<a href="#x">#</a> #1 x[@y',
  ];
  for (const html of right) {
    it(`is not what stands in ${html}`, () => {
      assert.deepEqual(faults(html), []);
    });
  }

  it("is not looked for in the head", () => {
    assert.deepEqual(faults("<html><head><title>**</title></head><body></body></html>"), []);
  });
});
