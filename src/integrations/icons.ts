import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { UserError } from "../essay/problem.ts";
import { ICONS } from "../essay/routes.ts";

/** Pixels of an SVG's unit at sharp's usual density. */
const DENSITY = 72;
/** Of a maskable icon only a circle of this share is sure to be seen (W3C Web Application Manifest, “safe zone”). */
const SAFE_ZONE = 0.8;

/**
 * Draws the site's sign in the sizes that devices ask for.
 *
 * @param sign an SVG file
 * @param directory folder of the site
 * @throws {UserError} where the file cannot be drawn
 */
export async function writeIcons(sign: string, directory: string): Promise<void> {
  const svg = readFileSync(sign);
  const { width = 0, height = 0 } = await sharp(svg)
    .metadata()
    .catch((error: unknown) => {
      throw new UserError(
        `favicon.svg cannot be drawn (${error instanceof Error ? error.message : String(error)}). Devices show it where the site is installed; write it as a whole SVG with a viewBox.`,
      );
    });
  await Promise.all(
    Object.entries(ICONS).map(async ([file, { size, purpose }]) => {
      const isMaskable = purpose === "maskable";
      const drawn = isMaskable ? Math.round(size * SAFE_ZONE) : size;
      const density = Math.min(2400, (DENSITY * drawn) / Math.max(width, height, 1));
      const icon = sharp(svg, { density }).resize(drawn, drawn, { fit: "contain", background: "#fff0" });
      const pixels = await icon.png().toBuffer();
      const margin = Math.floor((size - drawn) / 2);
      const around = { top: margin, left: margin, bottom: size - drawn - margin, right: size - drawn - margin };
      const framed = isMaskable
        ? sharp(pixels)
            .extend({ ...around, background: await colourAtEdge(pixels, drawn) })
            .flatten({ background: "#fbf8f1" })
        : sharp(pixels);
      writeFileSync(join(directory, file), await framed.png({ compressionLevel: 9 }).toBuffer());
    }),
  );
}

/** @returns the colour in the middle of the upper edge, with which the sign goes on to the device's own shape */
async function colourAtEdge(pixels: Buffer, size: number): Promise<{ r: number; g: number; b: number; alpha: number }> {
  const pixel = { left: Math.floor(size / 2), top: 1, width: 1, height: 1 };
  const [r = 255, g = 255, b = 255, alpha = 0] = await sharp(pixels).extract(pixel).ensureAlpha().raw().toBuffer();
  return { r, g, b, alpha: alpha / 255 };
}
