/** Media queries for notes in the margin, by writing direction. */
export const MARGIN_NOTES_MEDIA = { horizontal: "(width >= 70rem)", vertical: "(height >= 50rem)" } as const;
