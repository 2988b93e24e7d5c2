import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { UserError } from "../essay/problem.ts";
import { buildFolder, outputFolder } from "./output-folder.ts";

/** The settings of a build, from environment variables. */
export interface BuildSettings {
  /** The project's root, absolute. */
  readonly root: string;
  /** `ESSAY_DIR`: the directory of the essay, absolute. */
  readonly essayDirectory: string;
  /** `OUT_DIR`: the directory of the finished site, absolute. */
  readonly outputDirectory: string;
  /** Directory of the unfinished site; on the file system of the output, so that a rename publishes it. */
  readonly stagingDirectory: string;
  /** Cache of Astro; one for each essay, because its keys do not tell essays apart. */
  readonly cacheDirectory: string;
  /** `SITE_URL`: the origin of the published site, without a path. */
  readonly siteUrl: string;
  /** `BASE_PATH`: the path of the site on its host, `/` or `/essay/`. */
  readonly basePath: string;
  /** `PDF`, which `npm run pdf` sets: whether pages name the PDF files, which are added once the site is built. */
  readonly withPdf: boolean;
}

/** The default origin, that of `npm start`. */
export const LOCAL_ORIGIN = "http://localhost:4321";

/** The default essay directory, below the root of the project. */
export const DEFAULT_ESSAY_DIRECTORY = "content";

/**
 * @param environment as in `process.env`
 * @param root the root of the project
 * @throws {UserError} where a value is impossible
 */
export function readBuildSettings(environment: NodeJS.ProcessEnv, root = process.cwd()): BuildSettings {
  const outputDirectory = resolve(root, environment["OUT_DIR"] || "dist");
  const siteUrl = readOrigin(environment["SITE_URL"] || LOCAL_ORIGIN);
  const basePath = readBasePath(environment["BASE_PATH"] ?? "");
  const essayDirectory = resolve(root, environment["ESSAY_DIR"] || DEFAULT_ESSAY_DIRECTORY);
  const essayHash = createHash("sha256").update(essayDirectory).digest("hex").slice(0, 12);
  return {
    root,
    essayDirectory,
    cacheDirectory: join(root, "node_modules", ".cache", `astro-${essayHash}`),
    outputDirectory,
    stagingDirectory: buildFolder(outputFolder(outputDirectory), root),
    siteUrl,
    basePath,
    withPdf: Boolean(environment["PDF"]),
  };
}

function readOrigin(written: string): string {
  const refuse = (what: string, how: string): never => {
    throw new UserError(`SITE_URL is “${written}”, which ${what}; ${how}`);
  };
  const url = URL.parse(written);
  if (!url || !/^https?:$/u.test(url.protocol)) return refuse("is not an address", "write it as https://example.org");
  const { origin, pathname, search, hash, username, password } = url;
  if (pathname !== "/")
    refuse("has a path", `write SITE_URL=${origin} BASE_PATH=${pathname.replace(/(?<=.)\/+$/u, "")}`);
  if (search || hash || username || password) refuse("is more than an origin", `write SITE_URL=${origin}`);
  return origin;
}

/** Unreserved characters of a path (RFC 3986, 2.3). */
const SEGMENT = /^[\w.~-]+$/u;

function readBasePath(written: string): string {
  const segments = written.split("/").filter(Boolean);
  const odd = segments.find((segment) => !SEGMENT.test(segment) || /^\.+$/u.test(segment));
  if (odd !== undefined)
    throw new UserError(
      `BASE_PATH is “${written}”, in which “${odd}” cannot stand; write the path alone, as /essay, of Latin letters, digits, “-”, “.”, “_” and “~”`,
    );
  return segments.length > 0 ? `/${segments.join("/")}/` : "/";
}
