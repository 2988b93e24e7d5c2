import type { Page } from "@playwright/test";

/**
 * Sets attributes of the root as a reader's settings do, on a page that is open: with the sheet that is for them, which the
 * page has not loaded before somebody sets something.
 *
 * @param settings values by the names of their settings; `undefined` takes one away
 */
export const setOnPage = (page: Page, settings: Readonly<Record<string, string | undefined>>): Promise<void> =>
  page.evaluate(async (entries) => {
    const sheets = [...document.querySelectorAll<HTMLLinkElement>("head > link[rel=stylesheet]:not([media])")];
    await Promise.all(
      sheets
        .filter(({ sheet }) => !sheet)
        .map(
          (link) =>
            new Promise((resolve, reject) => {
              link.addEventListener("load", resolve);
              link.addEventListener("error", reject);
              link.disabled = false;
            }),
        ),
    );
    const { dataset } = document.documentElement;
    for (const [name, value] of entries)
      if (value === undefined) delete dataset[name];
      else dataset[name] = value;
  }, Object.entries(settings));
