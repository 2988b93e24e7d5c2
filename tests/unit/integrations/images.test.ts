import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import sharp from "sharp";
import { findImage, imageBytes, readImage, writeImages } from "../../../src/integrations/images.ts";

const folder = mkdtempSync(join(tmpdir(), "images-"));
const section = join(folder, "ja", "opening.mdx");
mkdirSync(join(folder, "ja"));
mkdirSync(join(folder, "images"));
after(() => rmSync(folder, { recursive: true }));

const noise = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#369" } })
    .jpeg()
    .toBuffer();

writeFileSync(join(folder, "images", "橋 1.jpg"), await noise(2000, 1000));
writeFileSync(
  join(folder, "images", "small.png"),
  await sharp(await noise(300, 200))
    .png()
    .toBuffer(),
);
writeFileSync(join(folder, "images", "broken.jpg"), (await noise(900, 900)).subarray(0, 900));
writeFileSync(join(folder, "images", "text.png"), "no image");
writeFileSync(join(folder, "images", "line.svg"), '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>');

const found = (src: string) => {
  const path = findImage(src, section, folder);
  assert.equal(typeof path, "string", src);
  return path as string;
};

test("finds an image beside the section and from the essay's directory on", () => {
  for (const src of ["../images/small.png", "images/small.png", "/images/small.png", "images/%E6%A9%8B%201.jpg"])
    found(src);
});

test("refuses what is missing, on another host or outside the essay", () => {
  for (const src of ["images/none.png", "https://example.org/a.png", "//example.org/a.png", "../../../etc/hosts"]) {
    const result = findImage(src, section, folder);
    assert.ok(typeof result !== "string" && result.what && result.how, src);
  }
});

test("publishes a large image in the sizes that pages ask for, and no more than it has", async () => {
  const asset = await readImage(found("images/橋 1.jpg"));
  assert.ok("original" in asset);
  assert.deepEqual([asset.width, asset.height, asset.original.width], [2000, 1000, 1600]);
  assert.deepEqual(
    asset.variants.map(({ width }) => width),
    [480, 960, 1600],
  );
  assert.match(asset.original.route, /^images\/1\.[0-9a-f]{8}\.jpg$/u);
  const small = await readImage(found("images/small.png"));
  assert.ok("original" in small);
  assert.deepEqual(
    small.variants.map(({ width }) => width),
    [300],
  );
});

test("writes files of the widths that it announced, the same at every build", async () => {
  const asset = await readImage(found("images/橋 1.jpg"));
  assert.ok("original" in asset);
  const cache = join(folder, "cache");
  for (const site of ["one", "two"]) await writeImages([asset], join(folder, site), cache);
  for (const file of [asset.original, ...asset.variants]) {
    const bytes = readFileSync(join(folder, "one", file.route));
    assert.equal((await sharp(bytes).metadata()).width, file.width);
    assert.deepEqual(readFileSync(join(folder, "two", file.route)), bytes);
    assert.deepEqual(Buffer.from(await imageBytes(asset, file)), bytes);
  }
});

test("publishes a drawing as it is", async () => {
  const asset = await readImage(found("images/line.svg"));
  assert.ok("original" in asset);
  assert.deepEqual([asset.width, asset.height, asset.variants.length], [40, 20, 0]);
  assert.deepEqual(Buffer.from(await imageBytes(asset, asset.original)), readFileSync(asset.source));
});

test("says of a damaged file, and of one that is no image, what it is", async () => {
  for (const src of ["images/broken.jpg", "images/text.png"]) {
    const result = await readImage(found(src));
    assert.ok("what" in result, src);
    assert.match(result.what, /cannot be read as an image/u);
  }
});

const NOISE = { type: "gaussian", mean: 128, sigma: 60 } as const;

test("publishes a photograph with the small faults that browsers show it with", async () => {
  const made = await sharp({ create: { width: 700, height: 400, channels: 3, background: "#fff", noise: NOISE } })
    .jpeg({ progressive: true })
    .toBuffer();
  // The last scan ends too early, as in a file of which a card has lost some bytes.
  const at = made.lastIndexOf(Buffer.from([0xff, 0xda])) + 400;
  writeFileSync(
    join(folder, "images/faulty.jpg"),
    Buffer.concat([made.subarray(0, at), Buffer.from("lost"), made.subarray(at)]),
  );
  const asset = await readImage(found("images/faulty.jpg"));
  assert.ok("original" in asset);
  for (const file of [asset.original, ...asset.variants]) assert.ok((await imageBytes(asset, file)).length > 0);
});

test("publishes an image that is taller than its other format can be as it is", async () => {
  await sharp({ create: { width: 100, height: 17_000, channels: 3, background: "#abc" } }).toFile(
    join(folder, "images/tall.png"),
  );
  const asset = await readImage(found("images/tall.png"));
  assert.ok("original" in asset);
  for (const file of [asset.original, ...asset.variants]) assert.ok((await imageBytes(asset, file)).length > 0);
});
