/** Length along the scale, in CSS pixels. */
type Pixels = number;

/** Most room of one paragraph that is marked by itself, and what one of the section that is read has where there is little. */
export const WIDEST: Pixels = 12;
const READ: Pixels = 8;
/** Room below which single paragraphs cannot be told apart: their section is one line then. */
export const NARROWEST: Pixels = 3;
/** Most room between two sections, and the share of the scale that all of these may take. */
const GAP: Pixels = 10;
const GAPS = 0.2;
/** Share of the scale that the section that is read may take where it is drawn larger. */
const LARGEST = 0.4;

/** A section's place on the scale. */
export interface ScalePart {
  readonly start: Pixels;
  readonly length: Pixels;
  /** Room of each of its paragraphs. */
  readonly pitch: Pixels;
}

/**
 * Lays sections out along a line. Where there is room all paragraphs have the same; where not, the section that is read
 * is drawn larger and the others share the rest.
 *
 * @param counts paragraphs of each section
 * @param room length of the line
 * @param read position of the section that is read; -1 where none is
 * @param widest most room of one paragraph
 * @returns a place for each, in the middle of the line
 */
export function layOutScale(
  counts: readonly number[],
  room: Pixels,
  read: number,
  widest: Pixels = WIDEST,
): ScalePart[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const gap = counts.length > 1 ? Math.min(GAP, (room * GAPS) / (counts.length - 1)) : 0;
  const left = room - gap * (counts.length - 1);
  const even = Math.min(widest, left / total);
  const own = counts[read] ?? 0;
  const isLarger = own > 0 && own < total && even < READ;
  const ownPitch = isLarger ? Math.max(even, Math.min(READ, (left * LARGEST) / own)) : even;
  const pitch = isLarger ? (left - ownPitch * own) / (total - own) : even;
  let start = Math.max(0, (room - (even * total + gap * (counts.length - 1))) / 2);
  return counts.map((count, position) => {
    const each = position === read ? ownPitch : pitch;
    const part = { start, length: each * count, pitch: each };
    start += part.length + gap;
    return part;
  });
}
