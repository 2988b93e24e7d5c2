import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { updateAnchors } from "../../scripts/anchors.ts";
import { attribute } from "../../src/checks/html/page.ts";
import { readSite } from "../../src/integrations/check-site.ts";
import { type BuildResult, build, hashesOf } from "../support/build.ts";
import { settings } from "../support/built-site.ts";
import { EssayFolder } from "../support/essay-folder.ts";
import { makeTemporaryFolder, removeFolder } from "../support/project.ts";
import { elements } from "../support/site.ts";

let folder: string;
before(() => {
  folder = makeTemporaryFolder("builds");
});
after(() => removeFolder(folder));

describe("two builds of the same essay", () => {
  it("give the same bytes", () => {
    const [first = new Map(), second] = ["first", "second"].map((name) => {
      const { status, output } = build({ ESSAY_DIR: settings.essayDirectory, OUT_DIR: join(folder, name) });
      assert.equal(status, 0, output);
      return hashesOf(join(folder, name));
    });
    assert.ok(first.size > 20);
    assert.deepEqual(first, second);
  });
});

describe("a site below a base path", () => {
  const origin = "https://example.org";
  let directory: string;
  before(() => {
    directory = join(folder, "below");
    const { status, output } = build({
      ESSAY_DIR: settings.essayDirectory,
      OUT_DIR: directory,
      SITE_URL: origin,
      BASE_PATH: "/essay",
    });
    assert.equal(status, 0, output);
  });

  it("has every address of its own below that path", () => {
    let count = 0;
    for (const { tree, file, path } of readSite(directory, "/essay/").pages.values()) {
      for (const element of elements(tree)) {
        for (const name of ["href", "src", "action", "dataBase"]) {
          const address = attribute(element, name);
          const url = address !== undefined && new URL(address, `${origin}/essay${path}`);
          if (!url || url.origin !== origin) continue;
          count += 1;
          assert.ok(url.pathname.startsWith("/essay/"), `${file}: ${name}="${address}"`);
        }
      }
    }
    assert.ok(count > 200);
  });

  it("names its pages by their whole addresses", () => {
    const contents = (file: string) => readFileSync(join(directory, file), "utf8");
    const html = contents("ja/index.html");
    assert.match(html, /<link rel="canonical" href="https:\/\/example\.org\/essay\/ja\/"/u);
    assert.match(html, /<meta property="og:url" content="https:\/\/example\.org\/essay\/ja\/"/u);
    assert.match(contents("robots.txt"), /^Sitemap: https:\/\/example\.org\/essay\/sitemap-index\.xml$/mu);
    for (const file of ["sitemap-index.xml", "sitemap-0.xml"]) {
      const addresses = [...contents(file).matchAll(/<loc>([^<]*)<\/loc>/gu)].map(([, address = ""]) => address);
      assert.ok(addresses.length > 0);
      for (const address of addresses) assert.ok(address.startsWith("https://example.org/essay/"), address);
    }
    assert.match(contents("_headers"), /^\/essay\/\*$/mu);
    assert.doesNotMatch(contents("_headers"), /^\/(?!essay\/)/mu);
  });

  it("has no address of the machine that built it in its pages and scripts", () => {
    for (const file of hashesOf(directory).keys())
      if (/\.(html|xml|txt|css)$/u.test(file))
        assert.doesNotMatch(readFileSync(join(directory, file), "utf8"), /localhost|file:\/\//u, file);
  });
});

describe("the minimal essay", () => {
  let output: string;
  let published: ReadonlyMap<string, string>;
  before(() => {
    output = join(folder, "minimal");
    const essay = new EssayFolder();
    try {
      const result = build({ ESSAY_DIR: essay.path, OUT_DIR: output });
      assert.equal(result.status, 0, result.output);
    } finally {
      essay.delete();
    }
    published = hashesOf(output);
  });

  /** Builds an essay over the site that was published before; the build has to fail, and to leave that site alone. */
  function failingBuild(essay: EssayFolder): BuildResult {
    try {
      const result = build({ ESSAY_DIR: essay.path, OUT_DIR: output });
      assert.notEqual(result.status, 0);
      assert.deepEqual(hashesOf(output), published);
      assert.ok(!existsSync(`${output}.old`));
      return result;
    } finally {
      essay.delete();
    }
  }

  it("has the pages of both languages, and leads from one to the next", () => {
    for (const page of ["", "opening/", "bridge/", "river/", "full/", "notes/", "search/", "about/"])
      for (const language of ["ja", "en"]) assert.ok(published.has(`${language}/${page}index.html`), page);
    const bridge = readFileSync(join(output, "en", "bridge", "index.html"), "utf8");
    assert.match(bridge, /<a href="\/en\/river\/">the next section<\/a>/u);
    assert.match(bridge, /<a href="\/en\/opening\/#p1">the first paragraph<\/a>/u);
    const full = readFileSync(join(output, "en", "full", "index.html"), "utf8");
    assert.match(full, /<a href="#p1">the first paragraph<\/a>/u);
    assert.match(readFileSync(join(output, "ja", "river", "index.html"), "utf8"), /<h2 id="course">川筋<\/h2>/u);
  });

  it("has neither a glossary nor a timeline, and nothing that leads there", () => {
    for (const page of published.keys()) {
      assert.doesNotMatch(page, /glossary|timeline/u);
      if (page.endsWith(".html"))
        assert.doesNotMatch(
          readFileSync(join(output, page), "utf8"),
          /href="[^"]*\/(glossary|timeline)\/|class="annotations"/u,
        );
    }
  });

  it("keeps the addresses of terms and events that were taken out", () => {
    const essay = new EssayFolder();
    const term = (id: string, ja: string, en: string) =>
      `- id: ${id}\n  term: { ja: ${ja}, en: ${en} }\n  reading: よみ\n  definition: { ja: 意味。, en: Meaning. }\n  forms: { ja: [${ja}], en: [${en}] }\n`;
    const event = (id: string, year: number) =>
      `- id: ${id}\n  date: "${year}"\n  text: { ja: 出来事, en: An event }\n  paragraphs: [p1]\n  sources: [marsh-2019]\n`;
    const directory = join(folder, "annotated");
    try {
      essay.write("glossary.yaml", term("bridge", "橋", "bridge") + term("boat", "舟", "boat"));
      essay.write("timeline.yaml", event("flood", 1900) + event("crossing", 1910));
      updateAnchors(essay.path, settings.root);
      essay.write("glossary.yaml", term("bridge", "橋", "bridge"));
      essay.write("timeline.yaml", event("crossing", 1910));
      updateAnchors(essay.path, settings.root);
      const result = build({ ESSAY_DIR: essay.path, OUT_DIR: directory });
      assert.equal(result.status, 0, result.output);
    } finally {
      essay.delete();
    }
    const html = (page: string) => readFileSync(join(directory, page, "index.html"), "utf8");
    for (const language of ["ja", "en"]) {
      for (const [page, gone, live] of [
        ["glossary", "term-boat", "term-bridge"],
        ["timeline", "event-flood", "event-crossing"],
      ] as const) {
        const text = html(`${language}/${page}`);
        assert.match(
          text,
          new RegExp(
            `<span id="${gone}" class="retired-anchor"[^>]*>[^<]*1\\.2\\.0[^<]*</span>\\s*<h1 id="${page}">`,
            "u",
          ),
        );
        assert.match(text, new RegExp(`id="${live}"`, "u"));
      }
      // Without an event that is the work itself, the work has a line of its own.
      assert.match(html(`${language}/timeline`), /<time datetime="2020-05">/u);
    }
  });

  it("with mistakes that only the finished pages show is not published; all are told with their places", () => {
    const essay = new EssayFolder();
    essay.replace("ja/bridge.mdx", "(/ja/river/)", "(/ja/sea/)");
    essay.replace("en/bridge.mdx", "(#p1)", "(#p99)");
    essay.replace("en/opening.mdx", "There was no bridge yet.", "There was no ** bridge ** yet, and **no** raft.");
    essay.replace("ja/river.mdx", "橋は残り", "<span>**橋**</span>は残り、** 川 **も残り");
    const { output } = failingBuild(essay);
    const name = (file: string) => `tests-essay-[^/]*/${file.replaceAll(".", "\\.")}`;
    const told = [
      `${name("ja/bridge.mdx")}:6:20\\s+the link “/ja/sea/” leads to /ja/sea/, which does not exist\\s+→ Correct the address`,
      `${name("en/bridge.mdx")}:6:90\\s+the link “#p99” leads to #p99, which is not on /en/bridge/\\s+→ Correct the fragment`,
      `${name("en/opening.mdx")}:6:\\d+\\s+“\\*\\*” was left as text, in “…[^”]*bridge[^”]*”\\s+→ Mend the Markdown there`,
      `${name("ja/river.mdx")}:20:\\d+\\s+“\\*\\*” was left as text, in “…[^”]*川[^”]*”\\s+→ Mend the Markdown there`,
    ];
    for (const problem of told) assert.match(output, new RegExp(problem, "u"));
    assert.match(output, new RegExp(`${told.length} problems in the essay; nothing was published\\.`, "u"));
  });

  it("with a mistake in its source is not published either", () => {
    const essay = new EssayFolder();
    essay.replace("ja/opening.mdx", "待った[^boat]", "待った");
    essay.remove("en/bridge.mdx");
    const { output } = failingBuild(essay);
    assert.match(output, /2 problems in the essay; nothing was published\./u);
    assert.match(output, /ja\/opening\.mdx:10:1\s+the note \[\^boat\] is never cited\s+→ Set the mark/u);
    assert.match(output, /essay\.yaml\s+the section “bridge” has no file .*en\/bridge\.mdx\s+→ Create the file/u);
  });

  it("without the page about the site is not published either, and the file to write is named", () => {
    const essay = new EssayFolder();
    essay.remove("about/en.mdx");
    assert.match(failingBuild(essay).output, /about\/en\.mdx\s+the page about the site is missing\s+→ Write it/u);
  });
});
