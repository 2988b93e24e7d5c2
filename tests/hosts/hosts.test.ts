import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { gunzipSync } from "node:zlib";
import { headerRules } from "../../src/integrations/headers.ts";
import { type SiteName, testSite } from "../support/sites.ts";
import { HOSTS, type PlacedSite, placeSite, removeSite } from "./server.ts";

/* Each web server that a build writes a configuration for, set up as the README says, with a real site. */

const SITES: Readonly<Record<string, SiteName>> = { "the root": "twin", "a path": "later-edition" };
/** Types that have more than one name. */
const SAME: Readonly<Record<string, string>> = {
  "application/javascript": "text/javascript",
  "text/xml": "application/xml",
};
const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
};
const MANY_BYTES = 1500;

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

for (const host of HOSTS)
  for (const [where, name] of Object.entries(SITES))
    describe(`${host.name} at ${where}`, { skip: host.missing ?? false }, () => {
      let site: PlacedSite;
      let stop = () => {};
      let files: string[];
      before(async () => {
        site = await placeSite(testSite(name));
        files = readdirSync(site.directory, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(site.directory.length).replace(/^\//u, ""));
        stop = await host.start(site);
      });
      after(() => {
        stop();
        removeSite(site);
      });

      /** Asks for a path below the base path, as it is written. */
      const ask = (route: string, from = site.basePath): Promise<Answer> =>
        new Promise((resolve, reject) => {
          const path = from + route;
          request({ host: "127.0.0.1", port: site.port, path, headers: { "Accept-Encoding": "gzip" } }, (response) => {
            const parts: Buffer[] = [];
            response.on("data", (part: Buffer) => parts.push(part));
            response.on("end", () => {
              const body = Buffer.concat(parts);
              const headers = Object.fromEntries(
                Object.entries(response.headers).map(([key, value]) => [key, [value].flat().join(", ")]),
              );
              resolve({
                status: response.statusCode,
                headers,
                body: headers["content-encoding"] === "gzip" ? gunzipSync(body) : body,
              });
            });
          })
            .on("error", reject)
            .end();
        });
      // A host that leads names of pages to addresses without an ending shows the page for what is missing only as that.
      const served = () =>
        files.filter(
          (file) => !/(^|\/)(_headers$|\.)/u.test(file) && (host.isWhole || !/(^|\/)404\.html$/u.test(file)),
        );
      const onDisk = (file: string) => readFileSync(join(site.directory, file));
      const asked = (file: string) => ask(file.replace(/(?<=^|\/)index\.html$/u, ""));

      it("sends every file as it is, search files too, with its type", async () => {
        for (const file of served()) {
          const { status, headers, body } = await asked(file);
          assert.equal(status, 200, file);
          assert.ok(body.equals(onDisk(file)), file);
          const [type = ""] = (headers["content-type"] ?? "").split(";");
          const ending = /\.\w+$/u.exec(file)?.[0] ?? "";
          const rule = headerRules([file]).find(({ headers }) => headers["Content-Type"]);
          const wanted = rule?.headers["Content-Type"];
          // Names of types and parameters have no capitals of their own; a server may add in what characters JSON is.
          const told = headers["content-type"]?.toLowerCase().replace(/(?<=json);\s*charset=utf-8$/u, "");
          if (wanted) assert.equal(told, wanted.toLowerCase().replace(/(?<=json);\s*charset=utf-8$/u, ""), file);
          else if (TYPES[ending]) assert.equal(SAME[type] ?? type, TYPES[ending], file);
        }
      });

      it("compresses text", { skip: !host.isWhole && "the service around it does" }, async () => {
        for (const file of served().filter((path) =>
          /\.(html|css|js|json|svg|xml|txt|md|bib|ris|csv|webmanifest|cff)$/u.test(path),
        )) {
          if (onDisk(file).length < MANY_BYTES) continue;
          const { headers } = await asked(file);
          assert.equal(headers["content-encoding"], "gzip", file);
          assert.match(headers["vary"] ?? "", /accept-encoding/iu, file);
        }
      });

      it("says of each file what the rules say, once, and lets it be kept only where they do", async () => {
        for (const file of served()) {
          const { headers } = await asked(file);
          const told = Object.assign({}, ...headerRules([file]).map((rule) => rule.headers)) as Record<string, string>;
          for (const [key, value] of Object.entries(told))
            if (key !== "Content-Type") assert.equal(headers[key.toLowerCase()], value, `${file}: ${key}`);
          if (!told["Link"]) assert.equal(headers["link"], undefined, file);
          if (!told["Cache-Control"]) assert.equal(headers["cache-control"], host.askAgain, file);
        }
      });

      it("leads to the slash at the end of a page's address", async () => {
        const pages = [
          ["ja", site.basePath],
          ["ja/introduction", site.basePath],
        ] as const;
        const root = site.basePath === "/" ? [] : ([[site.basePath.slice(0, -1), ""]] as const);
        for (const [route, from] of [...pages, ...root]) {
          const { status = 0, headers } = await ask(route, from);
          assert.ok(status === 301 || status === 308, `${route}: ${status}`);
          assert.equal(
            new URL(headers["location"] ?? "", `http://127.0.0.1:${site.port}`).pathname,
            `${from}${route}/`,
          );
        }
      });

      it("shows the page for what is missing, and no file of the build or of other hosts", async () => {
        const hidden = files.filter((file) => /(^|\/)(_headers$|\.)/u.test(file));
        assert.ok(hidden.length >= 5);
        const missing = ["nothing/", "ja/nothing", "_astro/nothing.0000.js", "cite/ja/nothing.bib", "ja/.git/config"];
        for (const file of [...(host.isWhole ? hidden : []), ...missing]) {
          const { status, headers, body } = await ask(file);
          assert.equal(status, 404, file);
          // Below a language's folder its own; what is hidden there has that of the whole site on some servers.
          const own = file.startsWith("ja/") && body.equals(onDisk("ja/404.html"));
          assert.ok(file === "ja/nothing" ? own : own || body.equals(onDisk("404.html")), file);
          // Some give it the type that the rules have for its path.
          if (host.isWhole) assert.match(headers["content-type"] ?? "", /^text\/html/u, file);
          assert.doesNotMatch(headers["cache-control"] ?? "", /immutable/u, file);
          assert.equal(headers["content-security-policy"], "frame-ancestors 'none'", file);
        }
      });
    });
