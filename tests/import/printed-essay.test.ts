import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findBrowser } from "../../scripts/find-browser.ts";
import { printPdf } from "../../scripts/pdf.ts";
import { printsIn } from "../../src/export/formats.ts";
import { readBuildSettings } from "../../src/integrations/build-settings.ts";
import { bookImages, bookSource } from "../../src/integrations/exports.ts";
import { readEssayWithBodies } from "../../src/integrations/read-essay.ts";
import { builtFile } from "../support/built-site.ts";
import { importFiles } from "../support/manuscripts.ts";
import {
  blocksOfImport,
  blocksOfPage,
  captionsOfPage,
  differences,
  type PagePrint,
  printPages,
} from "../support/printed-essay.ts";
import { PROJECT_ROOT } from "../support/project.ts";

const settings = readBuildSettings(process.env, PROJECT_ROOT);
const { executable } = findBrowser();
const { essay, bodies } = await readEssayWithBodies(settings.essayDirectory, PROJECT_ROOT);

/** Imports a PDF and holds it against the page that says the same. */
async function compare(
  bytes: Uint8Array,
  { language, page, hasEditors, isWhole }: { language: string; page: string; hasEditors: boolean; isWhole: boolean },
): Promise<void> {
  const imported = await importFiles({ "essay.pdf": bytes }, { language });
  const html = builtFile(`${page}index.html`);
  const expected = blocksOfPage(html, hasEditors);
  assert.ok(expected.length > 1);
  // Where a file does not say what is drawn, or figures lie across vertical lines, their words may come in as text.
  const captions = isWhole ? captionsOfPage(html) : undefined;
  assert.deepEqual(differences(expected, blocksOfImport(imported), captions), []);
}

describe("the essay that was built comes back out of its PDF with each paragraph, heading, quotation and note", () => {
  for (const text of Object.values(essay.texts)) {
    assert.ok(text);
    const { language } = text;
    for (const format of printsIn(essay.id, language))
      it(`${language}, ${format.writing}, as the site prints it`, async () => {
        const source = bookSource(settings, essay, text, bodies, await bookImages(essay));
        const bytes = await printPdf(source, format, executable);
        await compare(bytes, {
          language,
          page: `${language}/full/`,
          hasEditors: true,
          // It has the tables of figures, which the page does not show.
          isWhole: false,
        });
      });
    const longest = [...text.sections].sort((a, b) => b.paragraphs.length - a.paragraphs.length)[0];
    for (const page of [`${language}/full/`, `${language}/${longest?.id}/`])
      for (const { writing } of printsIn(essay.id, language))
        for (const hasEditors of [true, false])
          for (const isTagged of [true, false]) {
            const print: PagePrint = {
              page,
              settings: {
                ...(writing === "vertical" && { writing }),
                ...(!hasEditors && { annotations: "hidden" }),
              },
              isTagged,
            };
            const how = `${hasEditors ? "with" : "without"} the editors' notes, ${isTagged ? "" : "un"}tagged`;
            it(`/${page}, ${writing}, printed by a reader ${how}`, async () => {
              const [bytes] = await printPages(settings.outputDirectory, [print], executable);
              assert.ok(bytes);
              await compare(bytes, { language, page, hasEditors, isWhole: isTagged && writing === "horizontal" });
            });
          }
  }
});
