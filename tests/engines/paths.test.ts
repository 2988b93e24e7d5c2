import assert from "node:assert/strict";
import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, afterEach, before, describe, it } from "node:test";
import { type SiteServer, serveSite } from "../../scripts/serve.ts";
import { settings } from "../support/built-site.ts";
import { type Tab, until } from "./engine.ts";
import { ENGINES } from "./engines.ts";

/* The main paths of a reader, in each engine that is installed. What one engine alone can tell is in tests/e2e. */

const SECTION = "ja/przewodow/";
const READY = "document.documentElement.dataset.ready !== undefined";
const COMPUTER = [1280, 900] as const;
const TELEPHONE = [420, 800] as const;
/** Nothing that lies across a line reaches further than the next. */
const LINE_IN_PX = 24;

let site: SiteServer;
let withoutScripts: Awaited<ReturnType<typeof serveWithoutScripts>>;
before(async () => {
  site = await serveSite(settings.outputDirectory, settings.basePath);
  withoutScripts = await serveWithoutScripts(site.address);
});
after(async () => {
  withoutScripts.close();
  await site.close();
});

/** Serves the site under a policy that lets no script run. */
async function serveWithoutScripts(address: string) {
  const server = createServer(({ url, headers }, response) => {
    ask(new URL(url ?? "/", address), { headers: { ...headers, host: new URL(address).host } }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, {
        ...answer.headers,
        "content-security-policy": "script-src 'none'",
      });
      answer.pipe(response);
    }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}${new URL(address).pathname}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

for (const engine of ENGINES) {
  const executable = engine.find();
  const isNeeded = Boolean(process.env["CI"]);
  // A machine that tests for all has all; another says what it lacks.
  const skip = !executable && !isNeeded && `${engine.name} is not installed here (${engine.packages})`;

  describe(engine.name, { skip }, () => {
    let tab: Tab;
    before(async () => {
      assert.ok(executable, `${engine.name} is missing: install ${engine.packages}`);
      tab = await engine.start(executable);
    });
    after(() => tab?.close());
    // What one test has chosen is not the next one's choice.
    afterEach(() => tab.run("localStorage.clear()"));

    const open = async (path: string, [width, height]: readonly [number, number] = COMPUTER) => {
      await tab.resize(width, height);
      await tab.open(site.address + path);
      await until(tab, READY);
    };
    const text = (selector: string) =>
      tab.run<string>(`return document.querySelector(${JSON.stringify(selector)})?.textContent ?? ""`);

    it("one reads from the cover through the sections", async () => {
      await open("ja/");
      await tab.press(".cover-links a, .cover a.button");
      await until(tab, `document.documentElement.dataset.kind === "section" && ${READY}`);
      const first = await text("h1 .title");
      assert.match(first, /\S/u);
      await tab.press("a[rel=next]");
      await until(tab, `document.querySelector("h1 .title")?.textContent !== ${JSON.stringify(first)} && ${READY}`);
      assert.equal(await tab.run("return document.documentElement.scrollWidth <= innerWidth"), true);
    });

    it("a note opens at its mark, and closes", async () => {
      await open(SECTION, TELEPHONE);
      await tab.press(".note-mark:not(.editor-mark) a");
      await until(tab, 'document.querySelector(".note-popover:popover-open") !== null');
      const box = await tab.run<{ left: number; right: number; width: number }>(
        'const { left, right } = document.querySelector(".note-popover").getBoundingClientRect(); return { left, right, width: innerWidth }',
      );
      assert.ok(box.left >= 0 && box.right <= box.width, JSON.stringify(box));
      assert.match(await text(".note-popover"), /\S{10}/u);
      await tab.type("Escape");
      await until(tab, 'document.querySelector(".note-popover") === null');
      assert.equal(await tab.run('return document.activeElement.matches(".note-mark a")'), true);
    });

    it("one searches with the keyboard, and lands on the hit", async () => {
      await open("ja/");
      await tab.type("/");
      await until(tab, 'document.activeElement?.matches("#search input[type=search]") === true');
      await tab.type(..."ミサイル");
      await until(tab, 'document.querySelector(".search-hit") !== null');
      await tab.type("Enter");
      await until(tab, `location.search.includes("q=") && location.hash !== "" && ${READY}`);
      await until(
        tab,
        '(({ top, bottom }) => bottom > 0 && top < innerHeight)(document.querySelector(":target").getBoundingClientRect())',
      );
      await until(tab, 'document.querySelector(".search-bar") !== null || !("highlights" in CSS)');
    });

    it("one cites a paragraph, and copies the citation", async () => {
      await open(SECTION);
      // Without a pointer that hovers, as on a telephone, the button is there for the paragraph that was chosen.
      await tab.press("#p15 > .paragraph-number");
      await until(tab, 'getComputedStyle(document.querySelector("#p15 > .cite-button")).opacity === "1"');
      await tab.press("#p15 > .cite-button");
      await until(tab, '(document.querySelector(".cite-output")?.textContent ?? "").includes("¶15")');
      await tab.press(".cite-dialog .cite-actions button");
      await until(tab, '/コピーした/u.test(document.querySelector(".cite-dialog [role=status]")?.textContent ?? "")');
      await tab.type("Escape");
      await until(tab, 'document.querySelector(".cite-dialog[open]") === null');
    });

    it("settings change the page, and stay", async () => {
      await open(SECTION);
      await tab.press("[data-opens=settings]");
      await until(tab, 'document.querySelector(".settings-panel:popover-open") !== null');
      for (const [name, value] of [
        ["theme", "dark"],
        ["size", "larger"],
      ]) {
        await tab.press(`label:has(> input[name=setting-${name}][value=${value}])`);
        await until(tab, `document.documentElement.dataset.${name} === "${value}"`);
      }
      await tab.type("Escape");
      await open("ja/conclusion/");
      assert.equal(await tab.run("return document.documentElement.dataset.theme"), "dark");
    });

    it("vertical writing goes from right to left, with upright letters apart from each other", async () => {
      await open(SECTION);
      await tab.run('localStorage.setItem("reading", JSON.stringify({ writing: "vertical" }))');
      await open(SECTION, [1000, 700]);
      assert.equal(await tab.run("return getComputedStyle(document.documentElement).writingMode"), "vertical-rl");
      const across = await tab.run<number>("return document.documentElement.scrollWidth");
      assert.ok(across > 3000, String(across));
      const over = await tab.run<number>("return document.documentElement.scrollHeight - innerHeight");
      assert.ok(over <= (engine.buttonsLieDown ? LINE_IN_PX : 0), `${over} px below the screen`);
      // Each character of an upright word has its own square, as high as a Japanese one.
      const words = await tab.run<{ word: string; height: number; em: number }[]>(`
        return [...document.querySelectorAll(".prose .upright")].map((word) => ({
          word: word.textContent,
          height: word.getBoundingClientRect().height,
          em: Number.parseFloat(getComputedStyle(word).fontSize),
        }))`);
      assert.ok(words.length > 3);
      for (const { word, height, em } of words)
        assert.ok(height > word.length * em * 0.9, `${word}: ${height} px of ${em}`);
      await tab.type("Space");
      await until(tab, "Math.abs(document.documentElement.scrollLeft) > 500");
    });

    it("two languages stand side by side", async () => {
      await open("parallel/przewodow/");
      const [left, right] = await tab.run<{ top: number; left: number }[]>(`
        return [".pair-lead .paragraph > p", ".pair-other .paragraph > p"].map((side) => {
          const { top, left } = document.querySelector(".prose " + side).getBoundingClientRect();
          return { top, left };
        })`);
      assert.ok(left && right && right.left > left.left + 300, JSON.stringify([left, right]));
      assert.ok(Math.abs(left.top - right.top) < 12, JSON.stringify([left, right]));
    });

    it("a paragraph is shown in the other language", async () => {
      await open(SECTION);
      await tab.run('document.querySelector("#p17 .peek-link").focus()');
      await tab.type("Enter");
      await until(tab, '(document.querySelector("#p17 .peek [lang=en]")?.textContent ?? "").length > 100');
      await tab.type("Escape");
      await until(tab, 'document.querySelector(".peek") === null');
    });

    it("without scripts one follows a note and reads on", async () => {
      await tab.resize(...COMPUTER);
      await tab.open(withoutScripts.address + SECTION);
      assert.equal(await tab.run("return document.documentElement.dataset.js === undefined"), true);
      await tab.press(".note-mark a");
      await until(tab, 'document.querySelector(".note:target") !== null');
      await tab.press("a[rel=next]");
      await until(
        tab,
        `!location.pathname.endsWith(${JSON.stringify(SECTION)}) && document.querySelector("h1") !== null`,
      );
    });

    it("headings and contents break between phrases, not within a word", async () => {
      for (const path of ["ja/", SECTION]) {
        await open(path, [340, 800]);
        const broken = await tab.run<string[]>(PHRASES_BROKEN);
        assert.deepEqual(broken, [], path);
      }
    });
  });
}

/** Finds lines of headings and titles that end within a phrase: between two characters with no <wbr> between them. */
const PHRASES_BROKEN = `
  const broken = [];
  let lines = 0;
  for (const heading of document.querySelectorAll(":is(h1, h2, h3, .title):lang(ja):has(wbr)")) {
    const range = document.createRange();
    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    let previous, mayBreak = true, before = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.localName === "wbr" || getComputedStyle(node).display === "block") mayBreak = true;
        continue;
      }
      for (let index = 0; index < node.data.length; index += 1) {
        const character = node.data[index];
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const box = range.getClientRects()[0];
        if (!box || character.trim() === "") { mayBreak = true; continue; }
        if (previous && box.top > previous.top + box.height / 2 && !/[―—・-]/u.test(before)) {
          lines += 1;
          if (!mayBreak) broken.push(heading.textContent + ": …" + before + "/" + character + "…");
        }
        previous = box;
        before = character;
        mayBreak = false;
      }
    }
  }
  return broken;`;
