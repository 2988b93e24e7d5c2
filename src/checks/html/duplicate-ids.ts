import type { PageCheck } from "./page.ts";

/** Reports ids that a page has more than once. */
export const checkDuplicateIds: PageCheck = (page) => {
  const seen = new Set<string>();
  const twice = new Set(page.ids.filter((id) => seen.size === seen.add(id).size));
  return [...twice].map((id) => ({
    page,
    sourceTexts: [`id="${id}"`, `[#${id}]`, id],
    what: `the id “${id}” stands twice on ${page.path}`,
    how: "Give one of the two another id.",
  }));
};
