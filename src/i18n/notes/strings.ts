/** Strings of the popover that shows a note or a definition. */
export interface NotesStrings {
  readonly close: string;
  /** Link to the note in the list, or to the term in the glossary. */
  readonly toList: Readonly<Record<"note" | "term", string>>;
  /** Shown where the content could not be loaded. */
  readonly notLoaded: string;
}
