import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { lookup } from "mrmime";
import { EXIT, visit } from "unist-util-visit";
import { citationRecord } from "../src/citation/record.ts";
import type { Essay } from "../src/essay/model.ts";
import { UserError } from "../src/essay/problem.ts";
import { address, routes } from "../src/essay/routes.ts";
import { type ArchivedFile, packArchive } from "../src/export/archive/wacz.ts";
import { type BuildSettings, readBuildSettings } from "../src/integrations/build-settings.ts";
import { headerRules } from "../src/integrations/headers.ts";
import { markOfBuild } from "../src/integrations/output-folder.ts";
import { readEssay } from "../src/integrations/read-essay.ts";
import { sitemapEntry } from "../src/integrations/sitemap.ts";
import { runCommand } from "./command.ts";

const USAGE = `npm run archive [-- <file>.wacz]

Packs the site in dist (OUT_DIR) into one file that web archives take and that replays without a server. The site has to
be built with SITE_URL, and BASE_PATH where it has one, and both have to be set here too.`;

/** What servers keep to themselves: configurations, and the list of the build. */
const HIDDEN = /(?:^|\/)(?:_headers$|\.)/u;

/**
 * @param essay of which the site was built
 * @returns the site in `OUT_DIR` as a web archive (WACZ)
 * @throws {UserError} where there is no such site, or it was built for another address
 */
export async function archiveSite(essay: Essay, settings: BuildSettings): Promise<Uint8Array> {
  const { outputDirectory, siteUrl, basePath } = settings;
  const mark = markOfBuild(outputDirectory);
  const home = `${siteUrl}${address(basePath, "")}`;
  const [language = ""] = essay.languages;
  const cover = routes.cover(language);
  const first = readFileSync(join(outputDirectory, cover, "index.html"), "utf8");
  const canonical = /<link rel="canonical" href="(?<url>[^"]*)"/u.exec(first)?.groups?.["url"];
  if (canonical !== home + cover)
    throw new UserError(
      `The site in ${outputDirectory} says that it stands at ${canonical}, and SITE_URL and BASE_PATH say ${home + cover}. Build it with the same SITE_URL and BASE_PATH as this command has.`,
    );
  const files = mark.files.filter((file) => !HIDDEN.test(file) && existsSync(join(outputDirectory, file)));
  const record = citationRecord(essay, { origin: siteUrl, basePath }, language);
  return packArchive(
    files.map((file) => answerOf(file, readFileSync(join(outputDirectory, file)), home)),
    {
      title: record.title,
      description: record.description,
      licence: record.licence?.url,
      mainPage: home,
      date: `${sitemapEntry(essay, home + cover, basePath).lastmod}T00:00:00Z`,
    },
  );
}

/** @returns a file as the site’s host would send it */
function answerOf(file: string, content: Uint8Array, home: string): ArchivedFile {
  const route = file.replace(/(?<=^|\/)index\.html$/u, "");
  const told = Object.assign({}, ...headerRules([file]).map(({ headers }) => headers)) as Record<string, string>;
  const type = lookup(file) ?? "application/octet-stream";
  const headers = {
    "Content-Type": /^text\//u.test(type) ? `${type}; charset=utf-8` : type,
    ...told,
  };
  const url = new URL(route.split("/").map(encodeURIComponent).join("/"), home).href;
  return file.endsWith("index.html") ? { url, content, headers, title: titleOf(content) } : { url, content, headers };
}

function titleOf(page: Uint8Array): string {
  let title = "";
  visit(fromHtml(Buffer.from(page).toString("utf8")), "element", (element) => {
    if (element.tagName !== "title") return undefined;
    title = textOf(element);
    return EXIT;
  });
  return title;
}

async function main(): Promise<void> {
  const { positionals } = readArguments();
  if (positionals.length > 1) throw new UserError(USAGE);
  const settings = readBuildSettings(process.env);
  if (!process.env["SITE_URL"])
    throw new UserError(
      "SITE_URL is not set, and an archive has the addresses under which a site was published: SITE_URL=https://example.org npm run archive",
    );
  const essay = await readEssay(settings.essayDirectory, settings.root);
  const bytes = await archiveSite(essay, settings);
  const file = positionals[0] ?? `${essay.id}-${essay.edition.version}.wacz`;
  writeFileSync(resolve(file), bytes);
  console.log(`${file}: ${Math.round(bytes.length / 1000)} kB`);
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true });
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

if (import.meta.main) await runCommand(USAGE, main);
