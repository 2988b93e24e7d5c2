import type { NoteOrigin } from "./model.ts";

/** The fragment identifiers of the site. No other module builds one or takes one apart. */

/** @returns the anchor of the paragraph with this number, `p23` for `23`. */
export const paragraphAnchor = (number: string): string => `p${number}`;

/** @returns what a reader sees and cites of a paragraph's anchor: `12a` of `p12a`. */
export const paragraphNumber = (anchor: string): string => anchor.replace(/^p/u, "");

/** @returns the anchor of the note with this label, `note-biden-2021`. */
export const noteAnchor = (label: string): string => `note-${label}`;

/** What the label of an editors' note begins with. */
export const EDITOR_PREFIX = "ed-";

/** @returns whose note this label names: the essay's own, or the editors' */
export const originOf = (label: string): NoteOrigin => (label.startsWith(EDITOR_PREFIX) ? "editor" : "essay");

/**
 * @param label the note's label
 * @param occurrence which of the note's marks this is, from 1
 * @returns the anchor of the mark; the first needs no number, so that it stays when others are added
 */
export const markAnchor = (label: string, occurrence: number): string =>
  occurrence === 1 ? `mark-${label}` : `mark-${label}-${occurrence}`;

/** @returns the anchor of a reference in the bibliography, `source-nato-2022`. */
export const sourceAnchor = (id: string): string => `source-${id}`;

/** @returns the anchor of a term on the page of the glossary, `term-deterrence`. */
export const termAnchor = (id: string): string => `term-${id}`;

/** @returns the anchor of an event on the page of the timeline, `event-crimea-2014`. */
export const eventAnchor = (id: string): string => `event-${id}`;

/** @returns the anchor of a figure in the text, `figure-membership`. */
export const figureAnchor = (id: string): string => `figure-${id}`;
