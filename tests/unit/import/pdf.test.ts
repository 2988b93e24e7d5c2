import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { importFiles } from "../../support/manuscripts.ts";
import { printPdf } from "../../support/print-pdf.ts";
import { PROJECT_ROOT } from "../../support/project.ts";

for (const name of ["horizontal", "vertical"])
  test(`a ${name} PDF keeps its readings, emphasis, numbers set upright and paragraphs`, async () => {
    const bytes = new Uint8Array(readFileSync(join(PROJECT_ROOT, "tests", "fixtures", "import", `${name}.pdf`)));
    const imported = await importFiles({ [`${name}.pdf`]: bytes }, { language: "ja" });
    assert.match(String(imported.files.get("essay.yaml")), /^title: 権利の話$/mu);
    assert.equal(imported.draft.sections.length, 1);
    const file = String(imported.files.get(`ja/${imported.draft.sections[0]?.id}.mdx`));
    const words = file.replaceAll(/<rp>.<\/rp>/gu, "");
    assert.match(
      words,
      /^<ruby>権<rt>けん<\/rt><\/ruby><ruby>利<rt>り<\/rt><\/ruby>は\*大切\*である\[\^1\]。ここで<ruby>北大西洋条約機構<rt>ナトー<\/rt><\/ruby>について/mu,
    );
    assert.match(words, /12月24日に長い会議が開かれ、事務総長は結束を訴えた。その西側の国民は、それを聞いた。$/mu);
    assert.match(words, /^次の段落である。NATO is an alliance of many countries\.$/mu);
    assert.ok(imported.findings.characters.radicals >= 5, "⻑, ⻄, ⺠ and others were radicals");
  });

test("a table that a page does not name is found by its columns, and text of any other kind is none", async () => {
  const table = [
    ["Year", "Percent", "Source"],
    ["2014", "1.4", "Holm"],
    ["2022", "2.1", "The ministry"],
  ];
  const text =
    "They had risen again in the years after the war, and nobody in the whole town could say why that should be so at all.";
  const bytes = printPdf(
    {
      title: "On Boats",
      sections: [{ title: "Piers", paragraphs: [text, text, text].map((words) => ({ text: words, note: undefined })) }],
    },
    "latin",
    table,
  );
  const imported = await importFiles({ "a.pdf": bytes }, { language: "en" });
  const [section] = imported.draft.sections;
  const file = String(imported.files.get(`en/${section?.id}.mdx`));
  assert.match(file, /^\| Year \| Percent \| Source +\|$/mu);
  assert.match(file, /^\| 2022 \| 2\.1 +\| The ministry \|$/mu);
  assert.equal(file.match(/They had risen again/gu)?.length, 3);
  const without = await importFiles(
    { "a.pdf": bytes },
    {
      language: "en",
      decisions: new Map(
        imported.findings.guesses.flatMap(({ key }) => (key.startsWith("table ") ? [[key, "text"] as const] : [])),
      ),
    },
  );
  assert.equal(without.findings.counts.get("tables"), 0);
});
