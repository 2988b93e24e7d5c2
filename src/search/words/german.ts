import { stemmer } from "@orama/stemmers/german";
import type { WordRules } from "./word-rules.ts";

/** Umlauts written with e, and ß. Both are folded on both sides, so that a `ue` which is no umlaut does no harm. */
const fold = (word: string): string => word.replaceAll(/([aou])e/gu, "$1").replaceAll("ß", "ss");

/** German is searched in its compounds: `Fähigkeit` finds `Vorstellungsfähigkeit`. */
export const rules: WordRules = { fold, stem: stemmer, inside: { least: 4, shorter: "whole", piece: 3 } };
