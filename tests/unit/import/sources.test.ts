import assert from "node:assert/strict";
import { test } from "node:test";
import { importFiles } from "../../support/manuscripts.ts";

const BIB =
  "@book{smith1999, author={Smith, John}, title={The {A}lliance}, year={1999}, publisher={Press}}\n@article{yamada, author={山田, 太郎}, title={同盟政治}, journal={国際政治}, year={2001}, pages={1--20}}\n@book{suzuki, author={鈴木, 花子}, title={同盟のゆくえと北の国々}, year={2010}, publisher={海鳴社}}\n";

async function languages(text: string, language: string) {
  const { files } = await importFiles({ "a.md": text, "a.bib": BIB }, { language });
  const items = JSON.parse(String(files.get("references.json"))) as { id: string; language: string }[];
  return Object.fromEntries(items.map(({ id, language: own }) => [id, own]));
}

test("a title of ideographs alone is in the essay's language, or in that of the sources around it", async () => {
  const text = "# T\n\n## A\n\nAs [@smith1999, p. 3] and [@yamada] say.\n";
  assert.deepEqual(await languages(text, "ja"), { smith1999: "en", yamada: "ja", suzuki: "ja" });
  assert.deepEqual(await languages(text, "en"), { smith1999: "en", yamada: "ja", suzuki: "ja" });
  assert.equal((await languages(text, "zh-Hans"))["yamada"], "zh-Hans");
});
