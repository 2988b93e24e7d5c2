/** The last reading position. */
export interface ReadingPosition {
  /** Path of the page. */
  readonly path: string;
  /** Anchor of the paragraph. */
  readonly anchor: string;
  /** The paragraph's number. */
  readonly number: string;
}

const KEY = "place";

/** Saves the position in localStorage. */
export function savePosition(position: ReadingPosition): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(position));
  } catch {
    // Without storage there is no position to return to.
  }
}

/** @returns the saved position, or `undefined` */
export function savedPosition(): ReadingPosition | undefined {
  try {
    const position = JSON.parse(localStorage.getItem(KEY) ?? "null") as Partial<ReadingPosition> | null;
    return position?.path && position.anchor && position.number ? (position as ReadingPosition) : undefined;
  } catch {
    return undefined;
  }
}
