import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { UserError } from "../../src/essay/problem.ts";
import { EMBEDDED_FAMILY } from "../../src/export/pdf/style.ts";

/**
 * The Mincho that is embedded (SIL Open Font License). Its letters are TrueType: of fonts with CFF outlines, such as Noto
 * Serif CJK, Chromium writes Kangxi radicals for some kanji into the text, and a search does not find them. It is no
 * dependency, because it weighs 60 MB, and who prints nothing needs none of them.
 */
const PACKAGE = "@fontsource/shippori-mincho";
const VERSION = "5.3.0";
const INTEGRITY = "sha512-S41kRxQuubAaYss+LeXu0IOc02RQwsPaJbR1cWZx4VV15hXaYZViH3WAve9HpDVFqKYd/BVk86Bg7lp9ytV3KQ==";
const WEIGHTS = ["400", "600"];
/** Its files that are kept: the licence, and those of the weights. */
const IS_WANTED = new RegExp(
  `^(?:LICENSE|(?:${WEIGHTS.join("|")})\\.css|files/[\\w.-]+-(?:${WEIGHTS.join("|")})-normal\\.woff2)$`,
  "u",
);

const CACHE = join(import.meta.dirname, "..", "..", "node_modules", ".cache", "book-font");

/** A font in files of which a browser takes those whose characters it needs. */
export interface BookFont {
  /**
   * @param address below which its files are
   * @param withLetters whether Latin letters are to be taken from it too
   * @returns its `@font-face` rules
   */
  readonly fontFaces: (address: string, withLetters: boolean) => string;
  /** @returns the content of a file, by its name */
  readonly file: (name: string) => Uint8Array | undefined;
}

/**
 * Gets the font from npm’s registry the first time, and then from the cache.
 *
 * @throws {UserError} where it cannot be had, or is not the one that is expected
 */
export function fetchBookFont(): BookFont {
  const folder = join(CACHE, VERSION);
  if (!existsSync(folder)) download(folder);
  return {
    fontFaces: (address, withLetters) =>
      WEIGHTS.flatMap((weight) => readFileSync(join(folder, `${weight}.css`), "utf8").split(/(?=\/\* )/u))
        .filter((rule) => withLetters || !/^\/\* [\w-]+-latin(?:-ext)?-/u.test(rule))
        .join("")
        .replaceAll(/font-family: '[^']+'/gu, `font-family: "${EMBEDDED_FAMILY}"`)
        .replaceAll(/url\(\.\/files\/([^)]+)\)/gu, `url(${address}$1)`),
    file: (name) => {
      const path = join(folder, "files", basename(name));
      return existsSync(path) ? readFileSync(path) : undefined;
    },
  };
}

function download(folder: string): void {
  mkdirSync(CACHE, { recursive: true });
  const workshop = mkdtempSync(join(CACHE, "download-"));
  try {
    console.log(`Getting the font ${PACKAGE} ${VERSION} (58 MB, once) …`);
    npm("pack", `${PACKAGE}@${VERSION}`, "--pack-destination", workshop, "--silent");
    const archive = join(workshop, `${PACKAGE.replace("@", "").replace("/", "-")}-${VERSION}.tgz`);
    const packed = readFileSync(archive);
    const found = `sha512-${createHash("sha512").update(packed).digest("base64")}`;
    if (found !== INTEGRITY) throw new Error(`its sum is ${found}`);
    const kept = join(workshop, "kept");
    mkdirSync(join(kept, "files"), { recursive: true });
    for (const [path, content] of filesOfPackage(gunzipSync(packed)))
      if (IS_WANTED.test(path)) writeFileSync(join(kept, path), content);
    renameSync(kept, folder);
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new UserError(
      `The font ${PACKAGE} ${VERSION}, which a PDF with kanji needs, could not be had: ${why}. See that npm reaches its registry (npm ping), and run the command again.`,
    );
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** A header and each file fill blocks of so many bytes (POSIX, ustar). */
const BLOCK = 512;

/**
 * Reads an archive of npm. The archivers of the machines that this runs on have no options in common, and npm takes seconds.
 *
 * @param archive unpacked from its compression
 * @returns its files by their paths below the package's folder
 */
function* filesOfPackage(archive: Uint8Array): Generator<readonly [path: string, content: Uint8Array]> {
  const text = (at: number, length: number) =>
    Buffer.from(archive.subarray(at, at + length))
      .toString()
      .split("\0")[0] ?? "";
  for (let header = 0; archive[header]; ) {
    const content = header + BLOCK;
    const size = Number.parseInt(text(header + 124, 12), 8);
    const name = [text(header + 345, 155), text(header, 100)].filter(Boolean).join("/");
    const isFile = ["0", ""].includes(text(header + 156, 1));
    if (isFile) yield [name.replace(/^[^/]+\//u, ""), archive.subarray(content, content + size)];
    header = content + Math.ceil(size / BLOCK) * BLOCK;
  }
}

/** Runs npm, which on Windows is a script that only a shell starts. */
function npm(...args: readonly string[]): void {
  const isWindows = process.platform === "win32";
  execFileSync(isWindows ? "npm.cmd" : "npm", args, { stdio: ["ignore", "pipe", "pipe"], shell: isWindows });
}
