import { existsSync } from "node:fs";
import { join } from "node:path";
import { launch } from "chrome-launcher";
import lighthouse, { type Result } from "lighthouse";
import { readBuildSettings } from "../src/integrations/build-settings.ts";
import { findBrowser } from "./find-browser.ts";
import { serveSite } from "./serve.ts";

/** The page that is judged: a section, with the notes and the search that every section has. */
const PAGE = "ja/przewodow/";

/** Audits what a phone gets of the built site; prints the scores, and what keeps one from being full. */
async function audit(): Promise<boolean> {
  const { outputDirectory, basePath } = readBuildSettings(process.env);
  if (!existsSync(join(outputDirectory, PAGE))) {
    console.error(`There is no ${PAGE} in ${outputDirectory}. Build the site first: npm run build`);
    return false;
  }
  const server = await serveSite(outputDirectory, basePath);
  const browser = await launch({
    chromePath: findBrowser().executable,
    // Chromium refuses its sandbox to root, as in a container.
    chromeFlags: ["--headless=new", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  try {
    // Without a preset Lighthouse takes a phone: its screen, its processor and its network.
    const result = await lighthouse(server.address + PAGE, { port: browser.port, logLevel: "error" });
    if (!result) throw new Error("Lighthouse gave no result.");
    const { categories, audits } = result.lhr;
    const scores = Object.values(categories).map(({ title, score, auditRefs }) => {
      console.log(`${String(Math.round((score ?? 0) * 100)).padStart(3)}  ${title}`);
      for (const { id, weight } of auditRefs) {
        const found = audits[id];
        if (weight === 0 || !found || found.score === null || found.score === 1) continue;
        console.log(`       ${found.title} ${found.displayValue ?? ""}`);
        for (const element of elementsOf(found.details)) console.log(`         ${element}`);
      }
      return score ?? 0;
    });
    return scores.length > 0 && scores.every((score) => score === 1);
  } finally {
    browser.kill();
    await server.close();
  }
}

/** @returns the elements that a finding is about, each with the way to it and why it was found */
function elementsOf(details: Result["audits"][string]["details"]): string[] {
  if (details?.type !== "table") return [];
  return details.items.flatMap(({ node }) =>
    typeof node === "object" && "snippet" in node
      ? [[node.selector, node.snippet, node.explanation].filter((part) => part).join("  ")]
      : [],
  );
}

process.exitCode = (await audit()) ? 0 : 1;
