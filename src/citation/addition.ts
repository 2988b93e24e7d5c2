import type { PlaceKind } from "../i18n/citation/strings.ts";

/** Places at which the editors speak, and not the essay. */
const ADDITIONS: readonly PlaceKind[] = ["editor-note", "figure"];

/** @returns whether what stands at such a place is the editors' addition */
export const isAddition = (kind: PlaceKind | undefined): boolean => kind !== undefined && ADDITIONS.includes(kind);
