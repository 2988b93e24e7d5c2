/**
 * Kinds of essay by authorship: `original`; `restatement` of the argument of another author; `translation` of a work of
 * another author.
 */
export const ESSAY_KINDS = ["original", "restatement", "translation"] as const;
export type EssayKind = (typeof ESSAY_KINDS)[number];
