import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { allRecords } from "../../../src/citation/record.ts";
import { withTextStyles } from "../../../src/citation/text-styles.ts";
import type { Essay } from "../../../src/essay/model.ts";
import { readEssay } from "../../../src/integrations/read-essay.ts";
import { loadLanguageSearch } from "../../../src/search/load-language-search.ts";
import { searchSections } from "../../../src/search/units.ts";
import { fixture } from "../../support/essays.ts";
import { type LongWords, writeLongSections } from "../../support/long-essay.ts";
import { PROJECT_ROOT } from "../../support/project.ts";

const SITE = { origin: "https://essay.example", basePath: "/" };

const GERMAN: LongWords = {
  title: (name) => `Abschnitt ${name}`,
  sentence: (name) => `Die Tragfähigkeit der Brücke im Abschnitt ${name} wird berechnet.`,
  measured: "Danach kommt die Messung.",
  compared: "Zuletzt der Vergleich.",
  heading: "Messung",
  formula: "Es gilt $F = m a$.",
  caption: (name) => `Lasten im Abschnitt ${name}`,
  head: ["Feld", "Last"],
  alt: "Der Kasten",
  pictured: (name) => `Ein Kasten, Abschnitt ${name}`,
  note: (name, number) => `Anmerkung ${number} zu ${name}.`,
};

const [korean, arabic, long] = await Promise.all([fixture("korean"), fixture("arabic"), longEssay()]);

/** @returns the anchors of what a query finds in the essay's only text */
async function placesOf(essay: Essay, language: string, query: string): Promise<string[]> {
  const search = await loadLanguageSearch(language);
  const text = essay.texts[language] ?? assert.fail(language);
  const phrases = search.parse(query);
  return searchSections(text, essay.annotations)
    .flatMap(({ units }) => units)
    .filter((unit) => search.find(unit.text, phrases).every((ranges) => ranges.length > 0))
    .map(({ anchor }) => anchor);
}

describe("an essay in Korean", () => {
  const essay = korean;

  it("is cited in Korean only, without a word of English", async () => {
    await withTextStyles(essay.languages, (format) => {
      for (const record of allRecords(essay, SITE))
        for (const kind of ["paragraph", "note", "editor-note", "figure"] as const)
          for (const style of ["chicago", "apa", "mla"] as const) {
            const at = { kind, number: "7", url: "7", accessed: "2026-01-01" };
            const { entry, inText = "" } = format(record, style, "ko", at);
            assert.doesNotMatch(`${entry} ${inText}`.replaceAll(/<\/?i>/gu, ""), /\p{sc=Latin}/u, `${style} ${kind}`);
          }
    });
  });

  it("is searched by words with and without their particles", async () => {
    assert.deepEqual(await placesOf(essay, "ko", "학교"), ["p1"]);
    assert.deepEqual(await placesOf(essay, "ko", "기억"), ["p3"]);
    assert.deepEqual(await placesOf(essay, "ko", "징검다리를 지도"), ["p2"]);
  });
});

describe("an essay in Arabic", () => {
  const essay = arabic;

  it("is found without its points", async () => {
    for (const query of ["يكتب", "عقده", "مكتبة"]) assert.ok((await placesOf(essay, "ar", query)).length > 0, query);
    assert.deepEqual(await placesOf(essay, "ar", "عقدا ذراع"), ["p4"]);
  });
});

describe("a long essay", () => {
  const essay = long;

  it("keeps every section, note, table, picture and formula of three levels in order", () => {
    const text = essay.texts["de"] ?? assert.fail();
    assert.deepEqual([text.sections.length, new Set(text.sections.map(({ depth }) => depth)).size], [39, 3]);
    const notes = text.sections.flatMap((section) => section.notes);
    assert.deepEqual(
      notes.map(({ number }) => number),
      Array.from({ length: 117 }, (_none, index) => index + 1),
    );
    assert.equal(text.sections.flatMap(({ paragraphs }) => paragraphs).length, 117);
    assert.equal(text.sections.at(-1)?.number, "3.3.3");
  });

  it("is searched in its compounds, whatever the spelling", async () => {
    assert.equal((await placesOf(essay, "de", "Faehigkeit")).length, 39);
    assert.equal((await placesOf(essay, "de", "Bruecke Abschnitt 3.3.3")).length, 1);
  });
});

async function longEssay(): Promise<Essay> {
  const directory = mkdtempSync(join(tmpdir(), "long-essay-"));
  try {
    const settings = {
      id: "long-essay",
      title: "Die lange Brücke",
      languages: ["de"],
      authors: [{ family: "Sommer", given: "Ada" }],
      licence: { text: { name: "Alle Rechte vorbehalten" } },
      edition: { version: "1.0.0", date: "2025-01-05" },
      numbering: ["decimal", "nested", "nested"],
      sections: writeLongSections(directory, "de", GERMAN, { chapters: 3, notes: 3 }),
    };
    writeFileSync(join(directory, "essay.yaml"), JSON.stringify(settings));
    return await readEssay(directory, PROJECT_ROOT);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
