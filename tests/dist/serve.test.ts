import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, it } from "node:test";
import { type SiteServer, serveSite } from "../../scripts/serve.ts";
import { builtFile, settings } from "../support/built-site.ts";

let server: SiteServer;
before(async () => {
  server = await serveSite(settings.outputDirectory, settings.basePath);
});
after(() => server.close());

/** Asks for a path as it is written, which `fetch` would put in order first. */
const ask = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(server.address);
    request({ hostname, port, path, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode, body }));
    })
      .on("error", reject)
      .end();
  });

it("a page is found by its path, with a query too", async () => {
  for (const path of ["ja/", "ja/?q=x"]) {
    const { status, body } = await ask(settings.basePath + path);
    assert.equal(status, 200);
    assert.ok(body === builtFile("ja/index.html"), path);
  }
});

it("what is no path of the site gets the page for missing ones, and the server goes on", async () => {
  for (const path of [
    "//x",
    "/%",
    "/%E0%A4%A",
    "/../package.json",
    "/%2e%2e/package.json",
    "/_headers",
    "/.git/config",
  ])
    for (const headers of [{}, { "Accept-Encoding": "br" }]) {
      const { status, body } = await ask(path, headers);
      assert.equal(status, 404, path);
      assert.ok(body === builtFile("404.html"), path);
    }
  await ask("//");
  assert.equal((await ask(`${settings.basePath}ja/`)).status, 200);
});
