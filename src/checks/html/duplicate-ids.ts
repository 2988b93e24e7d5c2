import type { PageCheck } from "./page.ts";

/** Reports ids that a page has more than once. */
export const checkDuplicateIds: PageCheck = (page) => {
  const twice = new Set(page.ids.filter((id, index) => page.ids.indexOf(id) < index));
  return [...twice].map((id) => ({
    page,
    sourceTexts: [`id="${id}"`, `[#${id}]`, id],
    what: `the id “${id}” stands twice on ${page.path}`,
    how: "Give one of the two another id.",
  }));
};
