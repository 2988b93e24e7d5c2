import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "chrome-launcher";
import lighthouse, { type Result } from "lighthouse";
import type { Essay } from "../src/essay/model.ts";
import { UserError } from "../src/essay/problem.ts";
import { routes } from "../src/essay/routes.ts";
import { readBuildSettings } from "../src/integrations/build-settings.ts";
import { readEssay } from "../src/integrations/read-essay.ts";
import { runCommand } from "./command.ts";
import { findBrowser } from "./find-browser.ts";
import { serveSite } from "./serve.ts";

const USAGE = `npm run lighthouse

Has Lighthouse judge the page of a section of the site in OUT_DIR (dist), as on a phone: of the text that readers are offered
first, the section with most notes. Prints the scores, and what keeps one from being full.`;

/** Audits what a phone gets of the built site. */
async function audit(): Promise<boolean> {
  parseArgs();
  const { essayDirectory, root, outputDirectory, basePath } = readBuildSettings(process.env);
  const page = pageWithMostNotes(await readEssay(essayDirectory, root));
  if (!existsSync(join(outputDirectory, page)))
    throw new UserError(`There is no ${page} in ${outputDirectory}. Build the site first: npm run build`);
  const server = await serveSite(outputDirectory, basePath);
  const browser = await launch({
    chromePath: findBrowser().executable,
    // Chromium refuses its sandbox to root, as in a container.
    chromeFlags: ["--headless=new", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  try {
    // Without a preset Lighthouse takes a phone: its screen, its processor and its network.
    const result = await lighthouse(server.address + page, { port: browser.port, logLevel: "error" });
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

/** @returns the path of a section's page */
function pageWithMostNotes({ languages: [language = ""], texts }: Essay): string {
  const [section] = (texts[language]?.sections ?? []).toSorted((one, other) => other.notes.length - one.notes.length);
  return routes.section(language, section?.id ?? "");
}

await runCommand(USAGE, async () => {
  if (!(await audit())) process.exitCode = 1;
});
