import type { Page } from "@playwright/test";
import type { Settings } from "../../../src/elements/reading/settings.ts";
import { blockFont } from "../support/block-font.ts";
import { open, readAs, settle } from "../support/reading.ts";
import { testOn } from "../support/sites.ts";
import { expect } from "../support/test.ts";

const test = testOn("many-notes");
const onBlocks = testOn("blocks");

/** A picture of a page. */
interface Picture {
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly settings?: Settings;
  /** What is pressed before the picture is taken. */
  readonly press?: string;
  /** What is brought to the middle of the screen. */
  readonly show?: string;
}

const CROWD = "ja/crowd/";
const vertical: Settings = { writing: "vertical" };

const PICTURES: Readonly<Record<string, Picture>> = {
  "cover-1280": { path: "ja/", width: 1280, height: 900 },
  "cover-360": { path: "ja/", width: 360, height: 740 },
  "cover-vertical-1280": { path: "ja/", width: 1280, height: 900, settings: vertical },
  "section-1680": { path: CROWD, width: 1680, height: 1000 },
  "section-1280-dark": { path: CROWD, width: 1280, height: 900, settings: { theme: "dark" } },
  "section-768-sepia": { path: CROWD, width: 768, height: 1000, settings: { theme: "sepia" } },
  "section-360": { path: CROWD, width: 360, height: 740 },
  "section-vertical-1280": { path: CROWD, width: 1280, height: 900, settings: vertical },
  "section-vertical-360": { path: CROWD, width: 360, height: 740, settings: vertical },
  "section-end-1280": { path: "ja/end/", width: 1280, height: 900, show: ".section-navigation" },
  "note-360": { path: CROWD, width: 360, height: 740, press: ".note-mark a >> nth=1" },
  "settings-1280": { path: CROWD, width: 1280, height: 900, press: "[data-opens=settings]" },
  "contents-360": { path: CROWD, width: 360, height: 740, press: "[data-opens=contents]" },
  "notes-768": { path: "ja/notes/", width: 768, height: 1000 },
};
/** Every kind of block that stands between paragraphs. */
const BLOCKS: Readonly<Record<string, Picture>> = {
  "blocks-1280": { path: "ja/case/", width: 1280, height: 1900 },
  "blocks-360-dark": { path: "ja/case/", width: 360, height: 2000, settings: { theme: "dark" } },
  "blocks-vertical-2600": { path: "ja/case/", width: 2600, height: 900, settings: vertical },
};
/** Edges of blocks fall on parts of pixels. */
const TOLERANCE = 0.005;

// The page's policy would keep out the stylesheet that sets it in blocks.
for (const one of [test, onBlocks]) one.use({ bypassCSP: true });

/** Sets the page in blocks of one size, so that its picture shows the layout and not the machine's fonts. */
async function setInBlocks(page: Page): Promise<void> {
  await page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    document.fonts.add(await new FontFace("Blocks", bytes.buffer).load());
  }, blockFont().toString("base64"));
  // Hinting, which is the machine's, would round the widths of the blocks.
  await page.addStyleTag({
    content: `*, ::before, ::after, ::marker { font-family: Blocks !important; font-weight: 400 !important }
      *, ::before, ::after { text-emphasis: none !important; text-rendering: geometricPrecision !important }`,
  });
  await settle(page);
}

/** Playwright's own screenshots take a vertical page from the wrong side. */
async function screenshot(page: Page): Promise<Buffer> {
  const client = await page.context().newCDPSession(page);
  const { data } = await client.send("Page.captureScreenshot", { captureBeyondViewport: false });
  return Buffer.from(data, "base64");
}

async function expectPicture(page: Page, name: string, picture: Picture): Promise<void> {
  const { path, width, height, press, show } = picture;
  await page.setViewportSize({ width, height });
  await open(page, path);
  await setInBlocks(page);
  // With the reader's first sign comes what follows them.
  await page.keyboard.press("Shift");
  if (/^section|^note-/u.test(name)) await expect(page.locator(".scale")).toBeAttached();
  if (show) await page.locator(show).evaluate((element) => element.scrollIntoView({ block: "center" }));
  if (press) {
    await page.locator(press).press("Enter");
    await expect(page.locator(":popover-open")).toBeVisible();
    // What the panel of settings says of the whole site comes from the site.
    await expect(page.locator(".offline-status:empty")).toHaveCount(0);
  }
  await settle(page);
  expect.soft(await screenshot(page)).toMatchSnapshot(`${name}.png`, { maxDiffPixelRatio: TOLERANCE });
}

for (const [title, pictures, onSite] of [
  ["pages", PICTURES, test],
  ["blocks", BLOCKS, onBlocks],
] as const) {
  const bySettings = Map.groupBy(Object.entries(pictures), ([, { settings = {} }]) => JSON.stringify(settings));
  for (const [settings, alike] of bySettings)
    onSite(`the layout of ${title} is as it was: ${settings}`, async ({ page }) => {
      await readAs(page, JSON.parse(settings) as Settings);
      for (const [name, picture] of alike)
        await onSite.step(name, async () => {
          await expectPicture(page, name, picture);
          // The next is opened by one who has not been here.
          await page.evaluate(() => localStorage.clear());
        });
    });
}
