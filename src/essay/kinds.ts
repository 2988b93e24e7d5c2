/**
 * Whose the words of an essay are: its authors' own; those of its authors, for another's argument; or those of its
 * translators, for another's work.
 */
export const ESSAY_KINDS = ["original", "restatement", "translation"] as const;
export type EssayKind = (typeof ESSAY_KINDS)[number];
