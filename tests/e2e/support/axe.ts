import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe takes besides what its types name. */
interface Options extends RunOptions {
  readonly checks: Readonly<Record<string, { readonly enabled: boolean }>>;
}

const OPTIONS: Options = {
  // To describe what is as it should be takes as long as to find it.
  resultTypes: ["violations"],
  // WCAG 2.5.8, which axe leaves to be asked for
  rules: { "target-size": { enabled: true } },
  // More strictly than axe by itself: a link in a text is told apart by more than its colour. So no rule but that of
  // contrast depends on the theme, and what takes longest after it is left out.
  checks: { "link-in-text-block": { enabled: false } },
};

/**
 * What the stylesheet decides and the words do not: these look beneath each text, look about each link, and read the whole
 * sheet, which is half of axe's time. Contrast is asked for more strictly by `weakTexts`, of every text in every theme.
 */
const OF_THE_SHEET: RunOptions["rules"] = {
  "color-contrast": { enabled: false },
  "css-orientation-lock": { enabled: false },
  "link-in-text-block": { enabled: false },
};

interface Asked {
  /** A selector of the part that is looked at; the page, if it is left out. */
  readonly within?: string;
  /** Another page of the same kind is asked what the stylesheet decides, and this one by `weakTexts`. */
  readonly knowsSheet?: boolean;
}

/** Expects that axe finds nothing, by its own rules and by that of the size of targets. */
export async function expectNoBarriers(page: Page, { within, knowsSheet = false }: Asked = {}): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate(
    ([context, options]) =>
      (window as unknown as { axe: { run(context: unknown, options: RunOptions): Promise<AxeResults> } }).axe.run(
        context ?? document,
        options,
      ),
    [
      within,
      { ...OPTIONS, preload: !knowsSheet, rules: { ...OPTIONS.rules, ...(knowsSheet && OF_THE_SHEET) } },
    ] as const,
  );
  expect(passes.length).toBeGreaterThan(0);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}
