import { expect, type Page, test } from "@playwright/test";
import { sectionPaths } from "../support/built-site.ts";
import { signOf } from "../support/reading.ts";

/** Follows every mark to its note and every way back to its mark. */
async function followAll(page: Page): Promise<string[]> {
  const marks = await page.locator(".note-mark a").all();
  const followed: string[] = [];
  for (const mark of marks) {
    const id = (await mark.getAttribute("id")) ?? "";
    const number = await signOf(mark);
    await expect(mark).toHaveAccessibleName(number.startsWith("編") ? `${number}（編者注）` : `注${number}`);
    await mark.click();
    // An editors' note opens in place, and leads on to its list.
    if (number.startsWith("編")) await page.getByRole("link", { name: "注の一覧で見る" }).click();
    const note = page.locator("li:target");
    await expect(note).toHaveAttribute("value", number.replace("編", ""));
    await expect(note).toBeInViewport();

    const paragraph = await mark.evaluate((element) =>
      element.closest("[data-paragraph]")?.getAttribute("data-paragraph"),
    );
    const back = note.locator(`.note-back a[href="#${id}"]`);
    await expect(back).toHaveAccessibleName(`第${paragraph}段落に戻る`);
    await back.click();
    await expect(page.locator(".note-mark a:target")).toHaveAttribute("id", id);
    await expect(mark).toBeInViewport();
    followed.push(`${number} ${id}`);
  }
  const waysBack = await page.locator(".note-back a").count();
  expect(waysBack).toBe(marks.length);
  return followed;
}

test.use({ contextOptions: { reducedMotion: "reduce" } });

for (const path of sectionPaths("ja")) {
  test(`${path}: every note there and back`, async ({ page }) => {
    await page.goto(path);
    await followAll(page);
  });
}

test("the full text: every note there and back, the same as on the sections' pages", async ({ page }) => {
  test.slow();
  const apart: string[] = [];
  for (const path of sectionPaths("ja")) {
    await page.goto(path);
    const marks = page.locator(".note-mark a");
    for (const mark of await marks.all()) apart.push(`${await signOf(mark)} ${await mark.getAttribute("id")}`);
  }
  expect(apart.length).toBeGreaterThan(0);
  await page.goto("ja/full/");
  expect(await followAll(page)).toEqual(apart);
});

test("the page of notes lists every note in order and leads to its mark on the section's page", async ({ page }) => {
  await page.goto("ja/full/");
  const inFull = await page.locator("[data-note]").evaluateAll((notes) => notes.map(({ id }) => id));
  await page.goto("ja/notes/");
  const notes = await page.locator("[data-note]").evaluateAll((all) =>
    all.map((note) => ({
      id: note.id,
      ways: [...note.querySelectorAll(".note-back a")].map((way) => way.getAttribute("href") ?? ""),
    })),
  );
  expect(notes.map(({ id }) => id)).toEqual(inFull);
  expect(notes.length).toBeGreaterThan(0);
  for (const { id, ways } of notes) {
    expect(ways.length, id).toBeGreaterThan(0);
    for (const way of ways) {
      await page.goto(way);
      await expect(page.locator(".note-mark a:target")).toHaveAttribute("href", `#${id}`);
      await expect(page.locator(".note-mark a:target")).toBeInViewport();
    }
  }
});
