import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkLinks } from "../../../src/checks/html/links.ts";
import { page, site } from "../../support/site.ts";

/** What is wrong with a link on the page /ja/river/ of a small site. */
function faults(href: string, basePath = "/"): string[] {
  const river = page("/ja/river/", `<h1 id="river">川</h1><a href="${href}">先</a>`);
  const bridge = page("/ja/bridge/", '<p id="p2">橋</p><p id="橋脚">橋脚</p>');
  const built = site([page("/", ""), river, bridge, page("/404.html", "")], ["favicon.svg", "files/a b.txt"], basePath);
  return checkLinks(river, built).map(({ what }) => what);
}

describe("a link", () => {
  const right = [
    "/",
    "/ja/bridge/",
    "../bridge/",
    "/ja/bridge/#p2",
    "/ja/bridge/?q=x#p2",
    "/ja/bridge/#橋脚",
    "/ja/bridge/#%E6%A9%8B%E8%84%9A",
    "#river",
    "#",
    "/404.html",
    "/favicon.svg",
    "/files/a%20b.txt",
    "https://example.org/anything/#x",
    "mailto:editor@example.org",
  ];
  for (const href of right) {
    it(`to ${href} is right`, () => {
      assert.deepEqual(faults(href), []);
    });
  }

  const wrong: readonly (readonly [href: string, fault: string])[] = [
    ["/ja/sea/", "leads to /ja/sea/, which does not exist"],
    ["../sea/", "leads to /ja/sea/, which does not exist"],
    ["/ja/bridge", "leads to /ja/bridge, which does not exist"],
    ["/ja/", "leads to /ja/, which does not exist"],
    ["/files/b.txt", "leads to /files/b.txt, which does not exist"],
    ["/100%", "leads to /100%, which does not exist"],
    ["/ja/bridge/#p9", "leads to #p9, which is not on /ja/bridge/"],
    ["#p2", "leads to #p2, which is not on /ja/river/"],
    ["#100%", "leads to #100%, which is not on /ja/river/"],
    ["https://", "is not an address"],
  ];
  for (const [href, fault] of wrong) {
    it(`to ${href} is wrong`, () => {
      assert.deepEqual(faults(href), [`the link “${href}” ${fault}`]);
    });
  }

  it("below a base path is right with it and wrong without", () => {
    assert.deepEqual(faults("/essay/ja/bridge/#p2", "/essay/"), []);
    assert.deepEqual(faults("../bridge/#p2", "/essay/"), []);
    assert.deepEqual(faults("/essay/favicon.svg", "/essay/"), []);
    assert.deepEqual(faults("/ja/bridge/", "/essay/"), ["the link “/ja/bridge/” leads out of the site"]);
    assert.deepEqual(faults("/essay/ja/sea/", "/essay/"), [
      "the link “/essay/ja/sea/” leads to /ja/sea/, which does not exist",
    ]);
  });

  it("is looked for in the source as its author wrote it", () => {
    const river = page("/ja/river/", '<a href="/essay/ja/sea/">海</a>');
    const [finding] = checkLinks(river, site([river], [], "/essay/"));
    assert.deepEqual(finding?.sourceTexts, ["(/ja/sea/)", '"/ja/sea/"', "/ja/sea/"]);
  });

  it("says how to mend it", () => {
    const river = page("/ja/river/", '<a href="/ja/sea/">海</a>');
    assert.match(checkLinks(river, site([river]))[0]?.how ?? "", /end in a slash/u);
  });
});

describe("an anchor without an address", () => {
  it("is no link", () => {
    const river = page("/ja/river/", '<a id="here">川</a>');
    assert.deepEqual(checkLinks(river, site([river])), []);
  });
});
