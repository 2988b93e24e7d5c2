import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, it } from "node:test";
import { attribute } from "../../src/checks/html/page.ts";
import { settings } from "../support/built-site.ts";
import { EssayFolder } from "../support/essay-folder.ts";
import { makeFolderInProject, removeFolder } from "../support/project.ts";
import { elements, parsedSite } from "../support/site.ts";
import { build, testSite } from "../support/sites.ts";

/** @returns the hash of every file in a folder, by its path */
function hashesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(folder, file), createHash("sha256").update(readFileSync(file)).digest("hex")]),
  );
}

describe("two builds of the same essay", () => {
  it("give the same bytes", () => {
    const first = hashesOf(settings.outputDirectory);
    assert.ok(first.size > 20);
    assert.deepEqual(hashesOf(testSite("twin").directory), first);
  });
});

describe("a site below a base path", () => {
  const { directory, basePath } = testSite("later-edition");
  const origin = "https://example.org";

  it("has every address of its own below that path", () => {
    let count = 0;
    for (const { tree, file, path } of parsedSite(directory, basePath).pages.values()) {
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

describe("a later edition", () => {
  it("keeps the addresses of terms and events that were taken out", () => {
    const { directory } = testSite("later-edition");
    for (const language of ["ja", "en"]) {
      for (const [page, gone, live] of [
        ["glossary", "term-forward-defence", "term-deterrence"],
        ["timeline", "event-georgia-2008", "event-lisbon-2010"],
      ] as const) {
        const text = readFileSync(join(directory, language, page, "index.html"), "utf8");
        assert.match(
          text,
          new RegExp(
            `<span id="${gone}" class="retired-anchor"[^>]*>[^<]*1\\.1\\.0[^<]*</span>\\s*(?:<span id="[^"]*" class="retired-anchor"[^>]*>[^<]*</span>\\s*)*<h1 id="${page}">`,
            "u",
          ),
        );
        assert.match(text, new RegExp(`id="${live}"`, "u"));
      }
    }
  });
});

describe("an essay in one language", () => {
  const { directory } = testSite("many-notes");

  it("has neither a glossary nor a timeline where it defines none, and nothing that leads there", () => {
    for (const { file, path } of parsedSite(directory, "/").pages.values()) {
      assert.doesNotMatch(path, /glossary|timeline/u);
      assert.doesNotMatch(
        readFileSync(join(directory, file), "utf8"),
        /href="[^"]*\/(glossary|timeline)\/|class="annotations"/u,
      );
    }
  });
});

describe("an essay with a mistake", () => {
  it("that only the finished pages show is not published; all are told with their places", () => {
    const essay = new EssayFolder(makeFolderInProject("essay"));
    essay.replace("ja/bridge.mdx", "(/ja/river/)", "(/ja/sea/)");
    essay.replace("en/bridge.mdx", "(#p1)", "(#p99)");
    essay.replace("en/opening.mdx", "There was no bridge yet.", "There was no ** bridge ** yet, and **no** raft.");
    essay.replace("ja/river.mdx", "橋は残り", "<span>**橋**</span>は残り、** 川 **も残り");
    const folder = makeFolderInProject("published");
    const published = join(folder, "site");
    cpSync(testSite("many-notes").directory, published, { recursive: true });
    const before = hashesOf(published);
    const { status, output } = build({ ESSAY_DIR: essay.path, OUT_DIR: published });
    essay.delete();
    assert.notEqual(status, 0);
    assert.deepEqual(hashesOf(published), before);
    assert.deepEqual(readdirSync(folder), ["site"]);
    removeFolder(folder);
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
});
