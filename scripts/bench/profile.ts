import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Seconds that a build spends in code of one origin itself, not in what that calls. */
export interface ProfileEntry {
  /** A package, a folder of this project's, or a part of Node. */
  readonly origin: string;
  readonly seconds: number;
}

/** The part of V8's profile format that is read. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

const MOST_ENTRIES = 12;

/**
 * @param run is given a folder and lets Node write its profiles into it (`--cpu-prof-dir`)
 * @returns the origins in which most time is spent, the first the most
 */
export function profileOf(run: (folder: string) => void): ProfileEntry[] {
  const folder = mkdtempSync(join(tmpdir(), "essay-bench-profile-"));
  try {
    run(folder);
    const seconds = new Map<string, number>();
    for (const file of readdirSync(folder)) {
      const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), "utf8")) as Profile;
      const origins = new Map(nodes.map(({ id, callFrame }) => [id, originOf(callFrame)]));
      samples.forEach((id, index) => {
        const origin = origins.get(id) ?? "";
        if (origin) seconds.set(origin, (seconds.get(origin) ?? 0) + (timeDeltas[index] ?? 0) / 1e6);
      });
    }
    return [...seconds]
      .map(([origin, spent]) => ({ origin, seconds: spent }))
      .sort((a, b) => b.seconds - a.seconds)
      .slice(0, MOST_ENTRIES);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @returns the origin of a function; the empty string for idleness */
function originOf({ functionName, url }: Profile["nodes"][number]["callFrame"]): string {
  if (functionName === "(idle)") return "";
  if (functionName === "(garbage collector)") return "garbage collection";
  const [, dependency] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(url) ?? [];
  if (dependency) return dependency;
  if (url.startsWith("node:")) return url.split("/")[0] ?? url;
  const [, own] = /\/(src\/[^/]+)\//u.exec(url) ?? [];
  if (own) return own;
  return url ? "pages of the site, as the bundler wrote them" : "V8 itself";
}
