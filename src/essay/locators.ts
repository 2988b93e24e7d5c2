import type { EssayKind } from "./kinds.ts";

/** What a citation can point to inside a section. */
export const LOCATOR_KINDS = ["paragraph", "note", "editor-note", "figure"] as const;
export type LocatorKind = (typeof LOCATOR_KINDS)[number];

/** What the search finds and links to as one: what can be cited, and headings, blocks, terms and events. */
export type UnitKind = "title" | "block" | LocatorKind | "term" | "event";

/**
 * @returns whether what stands there is the editors' and not the essay's: an editors' note always, a figure where the
 *   essay is another's work; a whole section is not
 */
export const isEditorial = (kind: LocatorKind | undefined, essay: EssayKind): boolean =>
  kind === "editor-note" || (kind === "figure" && essay !== "original");
