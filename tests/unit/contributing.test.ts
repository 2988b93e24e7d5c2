import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

interface Override {
  readonly includes: readonly string[];
  readonly linter: {
    readonly rules: {
      readonly style?: {
        readonly noRestrictedImports?: { readonly options: { readonly patterns: readonly Pattern[] } };
      };
    };
  };
}
interface Pattern {
  readonly group: readonly string[];
}

/** Folders of `src/` whose imports are not restricted to a list. */
const UNRESTRICTED = ["integrations", "import", "export"];

const code = (cell: string): string[] => [...cell.matchAll(/`([a-z0-9]+)`/gu)].map(([, name = ""]) => name);

test("the table of imports in CONTRIBUTING.md says what the linter holds", () => {
  const rows = readFileSync("CONTRIBUTING.md", "utf8")
    .split("\n")
    .filter((line) => /^ {2}\| `/u.test(line))
    .map((line) => line.split("|").slice(1, 3) as [string, string]);
  const layers = [...new Set([...rows.flatMap(([folders]) => code(folders)), "styles"])];
  const allowed = new Map(
    rows.flatMap(([folders, imports]) => {
      const named = code(imports).filter((name) => layers.includes(name));
      const all = imports.includes("all but") ? layers.filter((layer) => !named.includes(layer)) : named;
      return code(folders).map((folder) => [folder, all] as const);
    }),
  );

  const { overrides } = JSON.parse(readFileSync("biome.json", "utf8")) as { overrides: readonly Override[] };
  const forbidden = new Map<string, string[]>();
  for (const { includes, linter } of overrides)
    for (const { group } of linter.rules.style?.noRestrictedImports?.options.patterns ?? []) {
      const folders = /^src\/\{?([^/}]+)/u.exec(includes[0] ?? "")?.[1]?.split(",") ?? [];
      const targets = group.flatMap((pattern) => /\/\{?([^/{}]+)\}?\/\*\*$/u.exec(pattern)?.[1]?.split(",") ?? []);
      for (const folder of folders) forbidden.set(folder, targets);
    }

  for (const layer of layers.filter((name) => name !== "styles")) {
    const wanted = layers.filter((other) => other !== layer && !allowed.get(layer)?.includes(other));
    assert.deepEqual([...(forbidden.get(layer) ?? [])].sort(), wanted.sort(), layer);
  }
  const known = new Set([...layers, ...UNRESTRICTED]);
  const folders = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  assert.deepEqual(
    folders.map(({ name }) => name).filter((name) => !known.has(name)),
    [],
  );
});

test("the files that CONTRIBUTING.md says to touch are there", () => {
  const section = readFileSync("CONTRIBUTING.md", "utf8").split("### Where to change what")[1] ?? "";
  const table = section
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .join("\n");
  const paths = [...table.matchAll(/`([a-z0-9-]+\/[^`<>*]*)`/gu)].map(([, path = ""]) => path);
  assert.ok(paths.length > 20);
  assert.deepEqual(
    paths.filter((path) => !existsSync(`src/${path}`) && !existsSync(path)),
    [],
  );
});
