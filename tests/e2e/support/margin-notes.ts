import { expect, type Page } from "@playwright/test";

/** A note in the margin, in pixels along the direction in which lines follow each other. */
interface Placed {
  readonly id: string;
  /** Beginning and end of the note. */
  readonly start: number;
  readonly end: number;
  /** Beginning of the line of its mark, and the size of that line. */
  readonly line: number;
  readonly lineSize: number;
  /** How far the note's first baseline is from that of the line. */
  readonly offBaseline: number;
  /** LayoutSize between the text and the note, and between the note and the edge of the page. */
  readonly inside: number;
  readonly outside: number;
}

/** How far apart notes stand, and what a note may be moved on beyond that to keep the baselines. */
const LARGEST_GAP_IN_LINES = 1.2;
const BASELINE_TOLERANCE_IN_PX = 2;

/**
 * Fails where the notes of a page in the margin overlap one another or a figure, leave their column, are out of order, or
 * are further from their marks than the notes and figures around them make them.
 *
 * @returns how many notes stand beside their mark, and how many had to move on
 */
export async function expectNotesInTheMargin(page: Page): Promise<{ beside: number; moved: number }> {
  await expect(page.locator("html")).toHaveAttribute("data-notes", "margin");
  const { notes, figures } = await page.evaluate(measure);
  expect(notes.length).toBeGreaterThan(0);
  let beside = 0;
  let moved = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const note of notes) {
    const where = `${note.id}: ${JSON.stringify(note)}, after ${end}`;
    expect(note.start, `does not overlap, ${where}`).toBeGreaterThanOrEqual(end);
    const over = figures.filter((figure) => figure.start < note.end && figure.end > note.start);
    expect(over, `lies on no figure, ${where}`).toEqual([]);
    expect(note.end, `has a size, ${where}`).toBeGreaterThan(note.start + 10);
    expect(note.inside, `keeps off the text, ${where}`).toBeGreaterThan(16);
    expect(note.outside, `keeps on the page, ${where}`).toBeGreaterThanOrEqual(0);
    const isMoved = note.start - note.line > note.lineSize / 2;
    if (isMoved) {
      moved += 1;
      const before = Math.max(end, ...figures.map((figure) => figure.end).filter((edge) => edge <= note.start));
      expect(note.start - before, `follows what is before, ${where}`).toBeLessThan(
        note.lineSize * LARGEST_GAP_IN_LINES,
      );
    } else if (note.offBaseline < -BASELINE_TOLERANCE_IN_PX) {
      // It begins above its mark, to end before a figure, and no further above than it has to.
      const figure = figures.find((one) => one.start > note.line);
      const last = notes.findLast((one) => one.end <= (figure?.start ?? 0));
      expect(figure?.start, `is followed by a figure, ${where}`).toBeGreaterThan(note.end);
      expect((figure?.start ?? 0) - (last?.end ?? 0), `has to, ${where}`).toBeLessThan(note.lineSize * 3);
    } else {
      beside += 1;
      expect(Math.abs(note.start - note.line), `within a line of its mark, ${where}`).toBeLessThan(note.lineSize);
      expect(Math.abs(note.offBaseline), `on the baseline, ${where}`).toBeLessThan(BASELINE_TOLERANCE_IN_PX);
    }
    end = note.end;
  }
  return { beside, moved };
}

/** Runs in the page. */
function measure(): { readonly notes: readonly Placed[]; readonly figures: readonly Pick<Placed, "start" | "end">[] } {
  const article = document.querySelector("article");
  const text = document.querySelector(".prose");
  if (!article || !text) throw new Error("The page has no text.");
  const vertical = getComputedStyle(article).writingMode === "vertical-rl";
  const start = (box: DOMRect) => (vertical ? -box.right : box.top);
  const end = (box: DOMRect) => (vertical ? -box.left : box.bottom);
  // A box without size stands on the baseline of the line that it is put into. All are put in before one is measured: each
  // that came after a measurement would have the page laid out anew.
  const baselineOf = (parent: Element) => {
    const probe = document.createElement("span");
    probe.style.display = "inline-block";
    parent.prepend(probe);
    return probe;
  };
  const page = document.body.getBoundingClientRect();
  const column = text.getBoundingClientRect();
  const firstMark = ({ id }: HTMLElement) => document.querySelector(`.note-mark a[href="#${CSS.escape(id)}"]`);
  const byMarks = (one: HTMLElement, other: HTMLElement) => {
    const [first, second] = [firstMark(one), firstMark(other)];
    return first && second && first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  };
  const notes = [...document.querySelectorAll<HTMLElement>(".notes .note")].filter((note) => note.checkVisibility());
  const reaching = [...document.querySelectorAll(".figure")]
    .map((figure) => figure.getBoundingClientRect())
    .filter((box) => (vertical ? box.bottom > column.bottom + 1 : box.right > column.right + 1))
    .map((box) => ({ start: start(box), end: end(box) }));
  const lineSize = Number.parseFloat(getComputedStyle(article).lineHeight);
  const boxes = notes.sort(byMarks).map((note) => {
    const noted = firstMark(note)?.closest(".noted");
    const words = note.querySelector(".note-body > p");
    if (!noted || !words) throw new Error(`${note.id} has no mark or no text.`);
    return { note, noted, words, box: note.getBoundingClientRect(), line: noted.getBoundingClientRect() };
  });
  const probes = boxes.map(({ words, noted }) => [baselineOf(words), baselineOf(noted)] as const);
  const offBaseline = probes.map(
    ([ofNote, ofMark]) => end(ofNote.getBoundingClientRect()) - end(ofMark.getBoundingClientRect()),
  );
  for (const probe of probes.flat()) probe.remove();
  const placed = boxes.map(({ note, box, line }, index) => ({
    id: note.id,
    start: start(box),
    end: end(box),
    line: start(line),
    lineSize,
    offBaseline: offBaseline[index] ?? Number.NaN,
    inside: vertical ? box.top - column.bottom : box.left - column.right,
    outside: vertical ? page.bottom - box.bottom : page.right - box.right,
  }));
  return { notes: placed, figures: reaching };
}
