import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { importFiles } from "../../support/manuscripts.ts";
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
