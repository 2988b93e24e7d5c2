import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import type { Root } from "mdast";
import type { Metadata } from "sharp";
import type { ImageAsset, ImageFile } from "../essay/images.ts";
import type { Problem } from "../essay/problem.ts";
import { PICTURE_COMPONENT } from "../markdown/frame-blocks.ts";
import { visit } from "../markdown/visit.ts";

/** Widths in pixels: a column on a telephone, on a computer, and the same on a screen of twice the density. */
const WIDTHS = [480, 960, 1600] as const;
/** Pixels of height that WebP can hold. */
const TALLEST = 16_383;
/** Folder of the images on the site. */
const FOLDER = "images";
/** Formats by the name that the decoder gives them, with the ending of their files. */
const FORMATS: Readonly<Record<string, string>> = {
  jpeg: "jpg",
  png: "png",
  webp: "webp",
  gif: "gif",
  svg: "svg",
  heif: "avif",
};

/** What a browser shows for all its small faults, a half-loaded image no longer among them, is read and published. */
const LENIENCE = { failOn: "truncated" } as const;

/** Why an image cannot be shown, and what its author can do. */
export interface ImageProblem {
  readonly what: string;
  readonly how: string;
}

/**
 * Finds and reads the images of all sections, and gives each in its section the address at which it will be published.
 *
 * @param sections their trees are changed
 * @param directory the essay's directory, absolute
 * @param root the project's root, absolute
 * @param problems is given what cannot be shown
 * @returns the images by their address
 */
export async function readImages(
  sections: readonly { readonly tree: Root; readonly file: string }[],
  directory: string,
  root: string,
  problems: Problem[],
): Promise<Record<string, ImageAsset>> {
  const read = new Map<string, ImageAsset | ImageProblem>();
  const assets: Record<string, ImageAsset> = {};
  for (const { tree, file } of sections)
    for (const image of imagesIn(tree)) {
      if (assets[image.src]) continue;
      const path = findImage(image.src, resolve(root, file), directory);
      const known = typeof path === "string" ? (read.get(path) ?? (await readImage(path))) : path;
      if (typeof path === "string") read.set(path, known);
      if ("what" in known) {
        problems.push({ file, line: image.line, column: image.column, ...known });
        continue;
      }
      assets[known.original.route] = known;
      image.publishAs(known.original.route);
    }
  return assets;
}

interface FoundImage {
  readonly src: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly publishAs: (route: string) => void;
}

function imagesIn(tree: Root): FoundImage[] {
  const found: FoundImage[] = [];
  visit(tree, (node) => {
    const { line, column } = node.position?.start ?? { line: undefined, column: undefined };
    if (node.type === "image")
      found.push({
        src: node.url,
        line,
        column,
        publishAs: (route) => {
          node.url = route;
        },
      });
    if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return;
    if (node.name !== PICTURE_COMPONENT && node.name !== "img") return;
    const attribute = node.attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === "src");
    found.push({
      src: typeof attribute?.value === "string" ? attribute.value : "",
      line,
      column,
      publishAs: (route) => {
        if (attribute) attribute.value = route;
      },
    });
  });
  return found;
}

/**
 * Finds the file that an author means: beside the section's file, or from the essay's directory on.
 *
 * @param src as the author wrote it
 * @param section path of the section's file, absolute
 * @param directory the essay's directory, absolute
 * @returns its path, or what is wrong
 */
export function findImage(src: string, section: string, directory: string): string | ImageProblem {
  if (/^[a-z][a-z0-9+.-]*:/iu.test(src) || src.startsWith("//"))
    return {
      what: `the image ${src} is on another host`,
      how: "Put a copy into the essay’s directory, and name that: the site asks no other host for anything.",
    };
  let name: string;
  try {
    name = decodeURI(src);
  } catch {
    name = src;
  }
  const path = [resolve(dirname(section), name), resolve(directory, name.replace(/^\/+/u, ""))].find((one) =>
    statSync(one, { throwIfNoEntry: false })?.isFile(),
  );
  if (path === undefined)
    return {
      what: `there is no image “${src}”`,
      how: "Give its path from this file or from the essay’s directory, in the same letters, large and small.",
    };
  if (relative(realpathSync(directory), realpathSync(path)).startsWith(".."))
    return {
      what: `the image “${src}” lies outside the essay’s directory`,
      how: "Move it in: what is published comes from the essay’s directory only.",
    };
  return path;
}

/**
 * Reads what an image is, and all of it: where the header is sound, the rest may be missing.
 *
 * @param name of its file, for the message
 */
export async function inspectImage(
  bytes: Uint8Array,
  name: string,
): Promise<{ readonly metadata: Metadata } | ImageProblem> {
  const { default: sharp } = await import("sharp");
  try {
    const metadata = await sharp(bytes, LENIENCE).metadata();
    await sharp(bytes, LENIENCE).stats();
    return { metadata };
  } catch {
    return {
      what: `“${name}” cannot be read as an image`,
      how: "Open it in a program for images and save it again as JPEG, PNG, WebP or SVG.",
    };
  }
}

/**
 * Reads an image's size, and says in which files it will be published.
 *
 * @param path of the author's file, absolute
 */
export async function readImage(path: string): Promise<ImageAsset | ImageProblem> {
  const bytes = readFileSync(path);
  const inspected = await inspectImage(bytes, basename(path));
  if ("what" in inspected) return inspected;
  const { format, autoOrient, pages = 1 } = inspected.metadata;
  const ending = FORMATS[format];
  if (!ending)
    return { what: `“${basename(path)}” is in the format ${format}`, how: "Save it as JPEG, PNG, WebP or SVG." };
  const { width, height } = autoOrient;
  const name = `${stem(path)}.${createHash("sha256").update(bytes).digest("hex").slice(0, 8)}`;
  const isKept = format === "svg" || pages > 1 || (height * Math.min(width, WIDTHS[2])) / width > TALLEST;
  const largest = isKept ? width : Math.min(width, WIDTHS[2]);
  const file = (one: number, suffix: string): ImageFile => ({ route: `${FOLDER}/${name}${suffix}`, width: one });
  return {
    source: path,
    width,
    height,
    original: file(largest, `.${ending}`),
    variants: isKept ? [] : [...WIDTHS.filter((one) => one < largest), largest].map((one) => file(one, `-${one}.webp`)),
  };
}

/**
 * Writes the files of images into the finished site. What was made by an earlier build is taken from the cache.
 *
 * @param site folder of the site
 * @param cache folder that builds keep
 */
export async function writeImages(assets: readonly ImageAsset[], site: string, cache: string): Promise<void> {
  for (const asset of assets)
    for (const file of [asset.original, ...asset.variants]) {
      const kept = join(cache, file.route);
      if (!existsSync(kept)) {
        mkdirSync(dirname(kept), { recursive: true });
        writeFileSync(kept, await imageBytes(asset, file));
      }
      const target = join(site, file.route);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, readFileSync(kept));
    }
}

/** @returns the bytes of one file of an image, upright and without what a camera wrote into it */
export async function imageBytes(asset: ImageAsset, file: ImageFile): Promise<Uint8Array> {
  const bytes = readFileSync(asset.source);
  const isOriginal = file === asset.original;
  if (isOriginal && asset.variants.length === 0) return bytes;
  const { default: sharp } = await import("sharp");
  const resized = sharp(bytes, LENIENCE).autoOrient().resize({ width: file.width, withoutEnlargement: true });
  return isOriginal ? await resized.toBuffer() : await resized.webp({ quality: 82 }).toBuffer();
}

/** @returns the file's name as a part of an address */
const stem = (path: string): string =>
  basename(path, extname(path))
    .normalize("NFKD")
    .replaceAll(/[^A-Za-z0-9]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "")
    .toLowerCase() || "image";
