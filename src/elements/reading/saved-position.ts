/** Where a reader was last. */
export interface ReadingPosition {
  /** Path of the page. */
  readonly path: string;
  /** Anchor of the paragraph. */
  readonly anchor: string;
  /** The paragraph's number. */
  readonly number: string;
}

const KEY = "place";

/** Keeps the position in the browser. */
export function savePosition(position: ReadingPosition): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(position));
  } catch {
    // A browser that keeps nothing has no position to return to.
  }
}

/** @returns the position that was kept, or `undefined` */
export function savedPosition(): ReadingPosition | undefined {
  try {
    const position = JSON.parse(localStorage.getItem(KEY) ?? "null") as Partial<ReadingPosition> | null;
    return position?.path && position.anchor && position.number ? (position as ReadingPosition) : undefined;
  } catch {
    return undefined;
  }
}
