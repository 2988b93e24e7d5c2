import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const OPTIONS: RunOptions = {
  // To describe what is as it should be takes as long as to find it.
  resultTypes: ["violations"],
  // WCAG 2.5.8, which axe leaves to be asked for
  rules: { "target-size": { enabled: true } },
};

/**
 * Expects that axe finds nothing, by its own rules and by that of the size of targets.
 *
 * @param within a selector of the part that is looked at, or nothing for the page
 */
export async function expectNoBarriers(page: Page, within?: string): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate(
    ([context, options]) =>
      (window as unknown as { axe: { run(context: unknown, options: RunOptions): Promise<AxeResults> } }).axe.run(
        context ?? document,
        options,
      ),
    [within, OPTIONS] as const,
  );
  expect(passes.length).toBeGreaterThan(0);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}
