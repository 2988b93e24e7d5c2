import type { PageCheck } from "./page.ts";

/** No id stands twice on a page: a link can lead to one place only. */
export const checkDuplicateIds: PageCheck = (page) => {
  const twice = new Set(page.ids.filter((id, index) => page.ids.indexOf(id) < index));
  return [...twice].map((id) => ({
    page,
    sourceTexts: [`id="${id}"`, `[#${id}]`, id],
    what: `the id “${id}” stands twice on ${page.path}`,
    how: "Give one of the two another id.",
  }));
};
