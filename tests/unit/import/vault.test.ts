import assert from "node:assert/strict";
import { test } from "node:test";
import { importFiles, PIXEL } from "../../support/manuscripts.ts";

test("notes of a vault show what their links, boxes and marks show there", async () => {
  const { files, draft } = await importFiles(
    {
      "a.md":
        "# T\n\n## S\n\nSee [[Boats|the boats]], [[Boats#Keel]] and ==this==%%not that%%.\n\n![[pier.png|The pier]]\n\nIt is old.\n\n> [!info]+ On ice\n> It breaks.\n",
    },
    { language: "en", beside: (path) => (path === "pier.png" ? PIXEL : undefined) },
  );
  const text = String(files.get(`en/${draft.sections[0]?.id}.mdx`));
  assert.match(text, /^See the boats, Boats › Keel and <mark>this<\/mark>\.$/mu);
  assert.match(text, /^!\[The pier\]\(images\/pier\.png\)$/mu);
  assert.match(text, /^> On ice\n>\n> It breaks\.$/mu);
});
