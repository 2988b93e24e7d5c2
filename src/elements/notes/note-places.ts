/** Least distance between two notes, and between a note and a figure, in CSS pixels. */
export const GAP = 12;
/** Lines that a folded note shows at least. */
export const LEAST_LINES = 4;
/** No fold hides fewer lines than these: of a note that cannot be shown whole, so many are hidden. */
export const WORTH_FOLDING = 3;

/** What is measured of a note, along the direction in which lines follow each other, in CSS pixels from the text’s start. */
export interface MeasuredNote {
  /** Where it would stand on the line of its mark. */
  readonly wanted: number;
  /** Lines of its text, the size of each, and what stands below them. */
  readonly lines: number;
  readonly line: number;
  readonly rest: number;
  /** Whether its reader has opened it: it is shown whole. */
  readonly isOpen: boolean;
}

/** A figure that reaches into the margin. */
export interface Barrier {
  readonly start: number;
  readonly end: number;
}

/** Where a note stands, and how many of its lines are shown. */
export interface NotePlace {
  readonly start: number;
  readonly lines: number;
}

/**
 * Gives every note its place: beside its mark, in the order of the marks, apart from each other and from figures. A long
 * note is folded where the next one, or a figure, needs the room that it would take. A note that a figure leaves no room
 * below its mark begins above it; where there is no room before the figure at all, it follows the figure. What is opened
 * begins where it began, and moves what comes after it.
 *
 * @param notes in the order of their marks
 * @param barriers in the order in which they stand
 * @param step notes are moved by multiples of it, so that their lines keep the grid of the text
 * @param slack how far from its mark a note may be pushed before the one that pushes it is folded
 * @param end of what they stand beside: one that would go on beyond it is folded
 */
export function placesOf(
  notes: readonly MeasuredNote[],
  barriers: readonly Barrier[],
  step: number,
  slack: number,
  end = Number.POSITIVE_INFINITY,
): NotePlace[] {
  const foldedLines = ({ lines }: MeasuredNote) => (lines < LEAST_LINES + WORTH_FOLDING ? lines : LEAST_LINES);
  const leastLines = (note: MeasuredNote) => (note.isOpen ? note.lines : foldedLines(note));
  const sizeOf = ({ rest, line }: MeasuredNote, lines: number) => rest + line * lines;
  const figureAfter = (place: number) => barriers.find(({ start }) => start > place)?.start ?? Number.POSITIVE_INFINITY;

  // Where each begins at the latest: so that all before a figure have room there, and so that none is pushed too far.
  const none = { forFigure: Number.POSITIVE_INFINITY, forSlack: end + GAP };
  const latest = [none];
  for (const note of notes.toReversed()) {
    const [next = none] = latest;
    const least = sizeOf(note, leastLines(note)) + GAP;
    // A step is what the grid may take.
    const forFigure = Math.min(next.forFigure, figureAfter(note.wanted)) - least - step;
    const folded = sizeOf(note, foldedLines(note)) + GAP;
    const forSlack = Math.max(note.wanted, Math.min(note.wanted + slack, next.forSlack - folded));
    latest.unshift({ forFigure, forSlack: Math.min(forFigure, forSlack) });
  }

  let free = 0;
  return notes.map((note, index) => {
    const { wanted, lines } = note;
    const least = leastLines(note);
    const onGrid = (place: number) => wanted + step * Math.ceil((place - wanted) / step);
    let start = Math.max(wanted, onGrid(free));
    const { forFigure } = latest[index] ?? none;
    if (start > forFigure + step) start = Math.max(onGrid(free), onGrid(forFigure));
    for (const barrier of barriers)
      if (start < barrier.end + GAP && start + sizeOf(note, least) + GAP > barrier.start)
        start = Math.max(wanted, onGrid(barrier.end + GAP));

    const following = latest[index + 1] ?? none;
    const roomBefore = (end: number) => Math.floor((end - GAP - start - note.rest) / note.line + 0.01);
    const room = roomBefore(Math.min(figureAfter(start), following.forFigure));
    const wished = roomBefore(following.forSlack);
    const isWhole = lines <= room && lines < wished + WORTH_FOLDING;
    const shown = isWhole ? lines : Math.max(least, Math.min(room, wished, lines - WORTH_FOLDING));
    free = start + sizeOf(note, shown) + GAP;
    return { start, lines: shown };
  });
}
