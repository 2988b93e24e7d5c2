import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Expects that axe finds nothing, by its own rules and by that of the size of targets, which it leaves to be asked for.
 *
 * @param within a selector of the part that is looked at, or nothing for the page
 */
export async function expectNoBarriers(page: Page, within?: string): Promise<void> {
  const axe = new AxeBuilder({ page })
    // WCAG 2.5.8
    .options({ rules: { "target-size": { enabled: true } } })
    // The other mode opens a page of its own for each run, for frames, of which the site has none.
    .setLegacyMode();
  const { violations, passes } = await (within ? axe.include(within) : axe).analyze();
  expect(passes.length).toBeGreaterThan(0);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}
