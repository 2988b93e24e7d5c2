import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { importFiles, sectionsOf } from "../../support/manuscripts.ts";

const sound = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#468" } })
  .png()
  .toBuffer();

test("an image that no program can show is left out and told, and what stands about it stays", async () => {
  const page = [
    "<h1>Pictures</h1><p>Before the pictures stands a sentence.</p>",
    `<p>In <img src="data:image/png;base64,${sound.subarray(0, 50).toString("base64")}" alt="half"> a line.</p>`,
    `<figure><img src="data:image/svg+xml;base64,${Buffer.from("<svg><rect").toString("base64")}" alt=""><figcaption>A caption that stays.</figcaption></figure>`,
    `<p><img src="data:image/png;base64,${sound.toString("base64")}" alt="whole"></p><p>After them stands another.</p>`,
  ].join("");
  const imported = await importFiles({ "essay.html": page }, { language: "en" });
  const images = [...imported.files.keys()].filter((path) => path.startsWith("images/"));
  assert.deepEqual(
    images.map((path) => imported.files.get(path)?.length),
    [sound.length],
  );
  const text = String(imported.files.get("en/opening.mdx"));
  assert.ok(images.every((path) => text.includes(path)));
  assert.equal(text.match(/!\[|<Picture/gu)?.length, 1);
  assert.deepEqual(
    sectionsOf(imported).flatMap(({ paragraphs }) => paragraphs.filter((words) => words.includes("caption"))),
    ["A caption that stays."],
  );
  const told = imported.findings.open.filter(({ text: said }) => said.includes("cannot be read as an image"));
  assert.deepEqual(
    told.map(({ place }) => place),
    ["images/figure-1.png", "images/figure-2.svg"],
  );
});
