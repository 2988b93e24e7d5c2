import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Language } from "../../essay/language.ts";
import { headerRules } from "../headers.ts";
import { htaccess } from "./apache.ts";
import { caddySnippet } from "./caddy.ts";
import { headersFile } from "./headers-file.ts";
import { nginxSnippet } from "./nginx.ts";
import { serverRules } from "./server-rules.ts";

/** Where the configurations of servers lie in a site: they serve nothing that begins with a point. */
const NGINX_FILE = ".hosts/nginx.conf";
const CADDY_FILE = ".hosts/Caddyfile";

/**
 * Writes what each host reads of a site's headers, types and missing pages; GitHub Pages is told to leave its files alone.
 *
 * @param directory of the site, in which all its other files stand
 * @param basePath of the site on its host, with a slash at both ends
 * @param languages that have a folder with its own page for what is missing
 */
export function writeHostFiles(directory: string, basePath: string, languages: readonly Language[]): void {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join("/"));
  const rules = headerRules(files);
  const server = serverRules(basePath, rules, languages);
  const written = {
    _headers: headersFile(basePath, rules),
    ".htaccess": htaccess(server),
    [NGINX_FILE]: nginxSnippet(server, NGINX_FILE),
    [CADDY_FILE]: caddySnippet(server, CADDY_FILE),
    ".nojekyll": "",
  };
  for (const [file, content] of Object.entries(written)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), content);
  }
}
