import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Essay, Paragraph } from "../../../src/essay/model.ts";
import { readEssayWithBodies } from "../../../src/integrations/read-essay.ts";
import { EssayFolder } from "../../support/essay-folder.ts";

describe("an essay that cites in its text", () => {
  const folder = new EssayFolder();
  let essay: Essay;
  let bodies: Awaited<ReturnType<typeof readEssayWithBodies>>["bodies"];
  before(async () => {
    folder.replace("ja/bridge.mdx", "架かった。", "架かった[@kawabata-2020, 9頁]。");
    folder.replace("en/bridge.mdx", "The bridge took", "As @kawabata-2020 [p. 9] says, the bridge took");
    ({ essay, bodies } = await readEssayWithBodies(folder.path, folder.path));
  });
  after(() => folder.delete());

  const paragraph = (language: string): Paragraph | undefined =>
    essay.texts[language]?.sections.find(({ id }) => id === "bridge")?.paragraphs[0];

  it("has author, year and place among the words of a paragraph, as its language sets them", () => {
    assert.match(paragraph("ja")?.text ?? "", /^橋は三年で架かった（川端 2020, 9）。/u);
    assert.match(paragraph("en")?.text ?? "", /^As 川端 \(2020, 9\) says, the bridge took/u);
  });

  it("lists the work with the paragraph that cites it, and writes the year behind the author", () => {
    for (const { bibliography } of Object.values(essay.texts)) {
      const work = bibliography.find(({ id }) => id === "kawabata-2020");
      assert.ok(work?.citedBy.some(({ note, paragraph }) => note === undefined && paragraph === "p3"));
      assert.match(work?.html ?? "", /川端\p{L}+\. 2020\./u);
    }
  });

  it("leads from the citation to the bibliography", () => {
    const section = essay.texts["ja"]?.sections.find(({ id }) => id === "bridge");
    assert.ok(section);
    assert.match(JSON.stringify(bodies.document(section)), /"#source-kawabata-2020"/u);
  });
});
