import type { Page } from "@playwright/test";
import { loadStrings } from "../../../src/i18n/load.ts";
import type { Found } from "../../support/ask-engine.ts";

/** What the search page lists for a query. */
export interface Listed extends Omit<Found, "nowhere"> {
  readonly status: string;
}

/**
 * Types queries into the search page of a language one after the other, by its own form, and reads what it lists.
 *
 * @returns in the order of the queries
 */
export async function searchAll(page: Page, language: string, queries: readonly string[]): Promise<Listed[]> {
  const { none } = await loadStrings("search", language);
  await page.goto(`${language}/search/`);
  await page.evaluate(() => customElements.whenDefined("search-panel").then(() => undefined));
  const asked = queries.map((query) => ({ query, nothing: none(query.trim()) }));
  return page.evaluate(async (all) => {
    const panel = document.querySelector("search-panel") as HTMLElement;
    const field = panel.querySelector("input[type=search]") as HTMLInputElement;
    const status = panel.querySelector("[role=status]") as HTMLElement;
    const enter = (query: string) => {
      field.value = query;
      field.form?.requestSubmit();
    };
    const settled = (query: string, nothing: string) =>
      new Promise<void>((resolve, reject) => {
        const observer = new MutationObserver(() => look());
        const look = () => {
          if (panel.querySelector(".search-retry")) reject(new Error(`The search failed for ${query}`));
          else if (!panel.querySelector(".search-hit") && !status.textContent?.startsWith(nothing)) return;
          observer.disconnect();
          resolve();
        };
        observer.observe(panel, { childList: true, characterData: true, subtree: true });
        look();
      });
    const listed: Listed[] = [];
    for (const { query, nothing } of all) {
      enter("");
      if (panel.querySelector(".search-hit") || status.textContent) throw new Error("An empty field still has hits.");
      enter(query);
      await settled(query, nothing);
      const groups = [...panel.querySelectorAll(".search-group")].map((group) =>
        [...group.querySelectorAll<HTMLAnchorElement>(".search-hit")].map(({ href }) => {
          const { pathname, hash } = new URL(href);
          return decodeURIComponent(pathname + hash);
        }),
      );
      listed.push({ query, groups, status: status.textContent ?? "" });
    }
    return listed;
  }, asked);
}
