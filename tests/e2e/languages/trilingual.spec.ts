import { testOn } from "../support/sites.ts";
import { expect } from "../support/test.ts";

/* An essay in a language that the site itself does not speak; what its pages hold is checked over the files. */

const test = testOn("trilingual");

test("its search knows its words in all their forms, and speaks its language", async ({ page }) => {
  await page.goto("fr/search/?q=allumer");
  await expect(page.locator(".search-hit mark")).toHaveText("allume");
  await expect(page.getByRole("status")).toHaveText("1 occurrence");
  await page.locator("#q").fill("phare");
  await expect(page.getByRole("status")).toHaveText(/^\d occurrences \(passages : \d\)$/u);
  await expect(page.locator(".search-elsewhere a")).toHaveText(["Rechercher en japonais", "Rechercher en anglais"]);
});
