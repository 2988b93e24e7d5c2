/** Anchors by the path of their page below the language's folder. */
export type AnchorsOfPages = Readonly<Record<string, readonly string[]>>;

/**
 * @param id as an address has it, which may have been typed or dictated
 * @returns the anchor that is meant, and its page: the very one, else the only one that is read alike; `undefined` where
 *   there is none
 */
export function findAnchor(
  id: string,
  pages: AnchorsOfPages,
): { readonly page: string; readonly anchor: string } | undefined {
  const all = Object.entries(pages).flatMap(([page, anchors]) => anchors.map((anchor) => ({ page, anchor })));
  const very = all.find(({ anchor }) => anchor === id);
  if (very) return very;
  const alike = all.filter(({ anchor }) => folded(anchor) === folded(id));
  return new Set(alike.map(({ anchor }) => anchor)).size === 1 ? alike[0] : undefined;
}

/** @returns the id without what does not tell one from another in speech: `¶ 014`, `P14` and `14` are paragraph 14 */
const folded = (id: string): string =>
  id
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s._-]+/gu, "-")
    .replace(/^-|-$/gu, "")
    .replace(/^(?:¶-?|p-?)?0*(?=\d+[a-z]*$)/u, "p");
