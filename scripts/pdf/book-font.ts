import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
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
    const found = `sha512-${createHash("sha512").update(readFileSync(archive)).digest("base64")}`;
    if (found !== INTEGRITY) throw new Error(`its sum is ${found}`);
    // npm unpacks it too: the archivers of the machines that this runs on have no options in common for it.
    npm(
      "install",
      archive,
      "--prefix",
      workshop,
      "--offline",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--silent",
    );
    const unpacked = join(workshop, "node_modules", PACKAGE);
    const kept = join(workshop, "kept");
    const isWanted = new RegExp(
      `^(?:LICENSE|(?:${WEIGHTS.join("|")})\\.css|files|.*-(?:${WEIGHTS.join("|")})-normal\\.woff2)$`,
      "u",
    );
    cpSync(unpacked, kept, {
      recursive: true,
      filter: (path) => path === unpacked || isWanted.test(basename(path)),
    });
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

/** Runs npm, which on Windows is a script that only a shell starts. */
function npm(...args: readonly string[]): void {
  const isWindows = process.platform === "win32";
  execFileSync(isWindows ? "npm.cmd" : "npm", args, { stdio: ["ignore", "pipe", "pipe"], shell: isWindows });
}
