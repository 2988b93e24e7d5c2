/** The last reading position. */
export interface ReadingPosition {
  /** Path of the page. */
  readonly path: string;
  /** Anchor of the paragraph. */
  readonly anchor: string;
  /** The paragraph's number. */
  readonly number: string;
  /** The section's title. */
  readonly section?: string;
}

/** Under which name it is kept in localStorage. */
export const POSITION_KEY = "place";
