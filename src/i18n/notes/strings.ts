/** What is said around a note or a definition that is open where its mark stands. */
export interface NotesStrings {
  readonly close: string;
  /** To where what is open in place stands with all that belongs to it. */
  readonly toList: Readonly<Record<"note" | "term", string>>;
  /** In the place of what could not be loaded. */
  readonly notLoaded: string;
}
