import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { PageContent } from "../../../src/checks/html/page.ts";
import type { Essay } from "../../../src/essay/model.ts";
import { checkSite } from "../../../src/integrations/check-site.ts";
import { openResults } from "../../../src/integrations/kept-results.ts";
import { readEssay } from "../../../src/integrations/read-essay.ts";
import { MINIMAL_ESSAY } from "../../support/essay-folder.ts";
import { makeTemporaryFolder, removeFolder } from "../../support/project.ts";

describe("a mistake in a built site", () => {
  let essay: Essay;
  let folder: string;
  const kept = openResults<PageContent>("/nowhere", undefined);
  before(async () => {
    essay = await readEssay(MINIMAL_ESSAY, MINIMAL_ESSAY);
  });
  after(() => removeFolder(folder));

  /** The problems of a site that consists of these pages. */
  function problems(pages: Readonly<Record<string, string>>) {
    if (folder) removeFolder(folder);
    folder = makeTemporaryFolder("site");
    for (const [file, html] of Object.entries(pages)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), html);
    }
    const found = checkSite(folder, "/", essay, MINIMAL_ESSAY);
    // What an earlier build has read of a page, wherever it stood, makes no difference.
    for (const _ of [1, 2]) assert.deepEqual(checkSite(folder, "/", essay, MINIMAL_ESSAY, [], kept), found);
    return found.map(
      ({ file, line, column, what }) =>
        `${[file, line, column].filter((part) => part !== undefined).join(":")} ${what}`,
    );
  }

  it("is none where every page is right", () => {
    assert.deepEqual(problems({ "ja/index.html": '<a href="/ja/bridge/">橋</a>', "ja/bridge/index.html": "橋" }), []);
  });

  it("is told with its place in the author's file, once for all pages that have it", () => {
    const html = '<a href="/ja/river/">次の節</a>';
    assert.deepEqual(problems({ "ja/full/index.html": html, "ja/bridge/index.html": html }), [
      "ja/bridge.mdx:6:20 the link “/ja/river/” leads to /ja/river/, which does not exist",
    ]);
  });

  it("names the section's own page where its words stand on others too", () => {
    const html = '<a href="#p1">最初</a>';
    assert.deepEqual(problems({ "ja/full/index.html": html, "ja/bridge/index.html": html }), [
      "ja/bridge.mdx:6:40 the link “#p1” leads to #p1, which is not on /ja/bridge/",
    ]);
  });

  it("is told with its page where no source has it", () => {
    assert.deepEqual(problems({ "ja/index.html": '<a href="/nowhere/">無</a>' }), [
      "ja/index.html the link “/nowhere/” leads to /nowhere/, which does not exist",
    ]);
  });
});
