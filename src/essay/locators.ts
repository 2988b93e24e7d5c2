/** What a citation can point to inside a section. */
export type LocatorKind = "paragraph" | "note" | "editor-note" | "figure";

/** What the search finds and links to as one: what can be cited, and headings, blocks, terms and events. */
export type UnitKind = "title" | "block" | LocatorKind | "term" | "event";

/** Kinds whose words are the editors' and not the essay's. */
const EDITORIAL: readonly LocatorKind[] = ["editor-note", "figure"];

/** @returns whether the words there are the editors'; a whole section's are not */
export const isEditorial = (kind: LocatorKind | undefined): boolean => kind !== undefined && EDITORIAL.includes(kind);
