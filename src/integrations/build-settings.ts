import { createHash } from "node:crypto";
import { join, resolve } from "node:path";

/** What a build is told from outside, by environment variables. */
export interface BuildSettings {
  /** The project's root, absolute. */
  readonly root: string;
  /** `ESSAY_DIR`: the directory of the essay, absolute. */
  readonly essayDirectory: string;
  /** `OUT_DIR`: where the finished site is put, absolute. */
  readonly outputDirectory: string;
  /** Where the site grows until it has passed every check; beside the output, so that one rename publishes it. */
  readonly stagingDirectory: string;
  /** Where Astro keeps what it has parsed; one for each essay, or it would mix them. */
  readonly cacheDirectory: string;
  /** `SITE_URL`: the origin under which the site is published, without a path. */
  readonly siteUrl: string;
  /** `BASE_PATH`: the path under which the site stands, `/` or `/essay/`. */
  readonly basePath: string;
}

/** The origin of `npm start`, for builds that are not told where they will be published. */
const LOCAL_ORIGIN = "http://localhost:4321";

/** The essay that is published where `ESSAY_DIR` names no other, below the project's root. */
export const DEFAULT_ESSAY_DIRECTORY = "content";

/**
 * @param environment variables as `process.env` holds them
 * @param root the project's root
 * @throws where `SITE_URL` is not an address of the web; `localhost:4321` alone is none
 */
export function readBuildSettings(environment: NodeJS.ProcessEnv, root = process.cwd()): BuildSettings {
  const outputDirectory = resolve(root, environment["OUT_DIR"] || "dist");
  const siteUrl = environment["SITE_URL"] || LOCAL_ORIGIN;
  if (!/^https?:$/u.test(URL.parse(siteUrl)?.protocol ?? ""))
    throw new Error(`SITE_URL is “${siteUrl}”, which is not an address; write it as https://example.org`);
  const segments = (environment["BASE_PATH"] ?? "").split("/").filter(Boolean);
  const essayDirectory = resolve(root, environment["ESSAY_DIR"] || DEFAULT_ESSAY_DIRECTORY);
  const essayHash = createHash("sha256").update(essayDirectory).digest("hex").slice(0, 12);
  return {
    root,
    essayDirectory,
    cacheDirectory: join(root, "node_modules", ".cache", `astro-${essayHash}`),
    outputDirectory,
    stagingDirectory: join(outputDirectory, "..", `${outputDirectory.split(/[\\/]/u).at(-1)}.partial`),
    siteUrl: new URL(siteUrl).origin,
    basePath: segments.length > 0 ? `/${segments.join("/")}/` : "/",
  };
}
