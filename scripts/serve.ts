import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";
import sirv from "sirv";
import { UserError } from "../src/essay/problem.ts";
import { readBuildSettings } from "../src/integrations/build-settings.ts";
import { patternSource } from "../src/integrations/headers.ts";
import { runCommand } from "./command.ts";
import { compressedTexts } from "./compressed-texts.ts";
import { readPort } from "./port.ts";

/** A running server of a built site. */
export interface SiteServer {
  /** Address of the site, with its base path, ending in a slash. */
  readonly address: string;
  close(): Promise<void>;
}

/** Headers by the path pattern that they belong to, as `_headers` writes them. */
type HeaderRules = readonly { readonly pattern: RegExp; readonly headers: readonly (readonly [string, string])[] }[];

/**
 * Serves a built site as a static host does: with the headers of its `_headers`, its `404.html`, compressed, and
 * below its base path only.
 *
 * @param directory the folder of the built site
 * @param basePath `/` or `/essay/`
 * @param port 0 for any free port
 */
export async function serveSite(directory: string, basePath: string, port = 0): Promise<SiteServer> {
  const rules = readHeaderRules(join(directory, "_headers"));
  /** The page for what is missing of the path's first folder, where it has one. */
  const notFound = (path: string) => {
    const [folder = ""] = path.slice(basePath.length).split("/");
    const own = /^[\w-]+$/u.test(folder) ? join(directory, folder, "404.html") : "";
    return readFileSync(own && existsSync(own) ? own : join(directory, "404.html"));
  };
  const files = sirv(directory, { dev: true, dotfiles: false });
  const texts = compressedTexts(directory);
  const server = createServer((request, response) => {
    // Not as a URL: `//` is a path that a client may ask for, and no address.
    const [path = "/"] = (request.url ?? "/").split("?");
    for (const { pattern, headers } of rules) {
      if (pattern.test(path)) for (const [name, value] of headers) response.setHeader(name, value);
    }
    const fail = () => {
      response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
      response.end(notFound(path));
    };
    if (!path.startsWith(basePath) || path.endsWith("/_headers")) return fail();
    const text = acceptsBrotli(request) ? texts(path.slice(basePath.length - 1)) : undefined;
    if (text) {
      // What `_headers` says of a file's type goes before what its name says.
      const type = response.getHeader("Content-Type") ?? text.type;
      response.writeHead(200, { "Content-Type": type, "Content-Encoding": "br", Vary: "Accept-Encoding" });
      return response.end(request.method === "HEAD" ? undefined : text.body);
    }
    request.url = `/${(request.url ?? "/").slice(basePath.length)}`;
    return files(request, response, fail);
  });
  await listen(server, port);
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${actualPort}${basePath}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const acceptsBrotli = ({ method, headers }: IncomingMessage): boolean =>
  (method === "GET" || method === "HEAD") && /\bbr\b/u.test(String(headers["accept-encoding"]));

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => resolve());
  });
}

function readHeaderRules(file: string): HeaderRules {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split(/\n\n+/u)
    .filter((block) => block.trim())
    .map((block) => {
      const [path = "", ...lines] = block.trim().split("\n");
      return {
        pattern: new RegExp(`^${patternSource(path)}$`, "u"),
        headers: lines.map((line): [string, string] => {
          const colon = line.indexOf(":");
          return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
        }),
      };
    });
}

/** Ports after the wanted one that are tried where it is taken. */
const PORTS_TO_TRY = 10;
const LAST_PORT = 65_535;

const USAGE = `npm run preview [-- --port NUMBER]

Serves the site that was built into OUT_DIR (dist), below BASE_PATH.

  --port NUMBER   where, or at the next port that is free; else PORT, else 4321`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: "string", default: process.env["PORT"] ?? "4321" } } });
  const { outputDirectory, basePath } = readBuildSettings(process.env);
  if (!existsSync(join(outputDirectory, "404.html")))
    throw new UserError(`There is no built site in ${outputDirectory}. Build it first: npm run build`);
  const wanted = readPort(values.port);
  for (let port = wanted; ; port += 1) {
    try {
      const { address } = await serveSite(outputDirectory, basePath, port);
      console.log(`\n  The essay is at  ${address}\n\n  Ctrl+C stops the server.\n`);
      break;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!taken || port >= Math.min(wanted + PORTS_TO_TRY, LAST_PORT)) throw error;
    }
  }
}

if (import.meta.main) await runCommand(USAGE, main);
