import { POSITION_KEY, type ReadingPosition } from "./saved-position.ts";

/** Saves the position in localStorage. */
export function savePosition(position: ReadingPosition): void {
  try {
    localStorage.setItem(POSITION_KEY, JSON.stringify(position));
  } catch {
    // Without storage there is no position to return to.
  }
}
