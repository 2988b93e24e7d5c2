/** The fragment identifiers of the site. Everything that makes or reads one comes here. */

/** @returns the anchor of the paragraph with this number, `p23` for `23`. */
export const paragraphAnchor = (number: string): string => `p${number}`;

/** @returns what a reader sees and cites of a paragraph's anchor: `12a` of `p12a`. */
export const paragraphNumber = (anchor: string): string => anchor.replace(/^p/u, "");

/** @returns the anchor of the note with this label, `note-biden-2021`. */
export const noteAnchor = (label: string): string => `note-${label}`;

/**
 * @param label the note's label
 * @param occurrence which of the note's marks this is, from 1
 * @returns the anchor of the mark; the first needs no number, so that it stays when others are added
 */
export const markAnchor = (label: string, occurrence: number): string =>
  occurrence === 1 ? `mark-${label}` : `mark-${label}-${occurrence}`;

/** @returns the anchor of a reference in the bibliography, `source-nato-2022`. */
export const sourceAnchor = (id: string): string => `source-${id}`;
