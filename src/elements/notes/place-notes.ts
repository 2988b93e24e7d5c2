import { oncePerFrame } from "../once-per-frame.ts";
import { type MeasuredNote, placesOf } from "./note-places.ts";

/**
 * Ascent of horizontal type, as a share of the em; 0.80 to 0.88 in the fonts of the stylesheet. Vertical type is
 * aligned by its centre.
 */
const ASCENT = 0.84;
/** How far from its mark a note may be pushed by one that is shown whole, in lines of the text. */
const SLACK = 8;

/** A note and its first mark. */
interface MarginNote {
  readonly note: HTMLElement;
  readonly mark: HTMLElement;
}

/**
 * Positions notes in the margin beside their first marks: see `placesOf`. A folded note is opened by a press, by the
 * focus in it and by its address. A figure that would part a note from its mark reaches into the margin no more. It is
 * done again when the article, a note or a font changes its size.
 * All lengths are measured along the block axis, for horizontal and vertical writing alike.
 *
 * @param article that has the notes, each once
 * @returns what gives them their places, or takes these where notes are a list. Cost: one layout for all notes; two where
 *   a note is folded otherwise than before, and one more for each figure that keeps to the text
 */
export function notesOf(article: HTMLElement): () => void {
  const marks = new Map<HTMLElement, HTMLElement>();
  for (const mark of article.querySelectorAll<HTMLAnchorElement>(".note-mark a")) {
    const note = article.querySelector<HTMLElement>(`.notes > .note-list > #${CSS.escape(mark.hash.slice(1))}`);
    if (note && !marks.has(note)) marks.set(note, mark);
  }
  // In the order of their marks, whoever wrote them.
  const notes = [...marks].map(([note, mark]): MarginNote => ({ note, mark }));

  const placeSoon = oncePerFrame(() => place(notes, article));
  // A note may change its size without the text, e.g. by a reader's own stylesheet.
  const sizes = new ResizeObserver(placeSoon);
  for (const element of [article, ...marks.keys()]) sizes.observe(element);
  document.fonts.addEventListener("loadingdone", placeSoon);
  addEventListener("hashchange", placeSoon);
  article.addEventListener("focusin", placeSoon);
  for (const note of marks.keys())
    note.addEventListener("click", () => {
      if (!("folded" in note.dataset)) return;
      note.dataset["open"] = "";
      placeSoon();
    });
  return () => {
    for (const figure of article.querySelectorAll<HTMLElement>(".figure")) figure.style.inlineSize = "";
    place(notes, article);
  };
}

function place(all: readonly MarginNote[], article: HTMLElement): void {
  const page = article.closest("main");
  if (document.documentElement.dataset["notes"] !== "margin") {
    for (const { note } of all) {
      note.style.insetBlockStart = "";
      delete note.dataset["folded"];
    }
    page?.style.removeProperty("--notes-size");
    return;
  }
  const notes = all.filter(({ note }) => note.checkVisibility());
  const vertical = getComputedStyle(article).writingMode.startsWith("vertical");
  const origin = article.getBoundingClientRect();
  const text = getComputedStyle(article);
  const line = Number.parseFloat(text.lineHeight);
  const ascent = vertical ? 0.5 : ASCENT;
  const blockStart = (box: DOMRect) => (vertical ? origin.right - box.right : box.top - origin.top);
  const blockSize = (box: DOMRect) => (vertical ? box.width : box.height);

  // All reads come before all writes: one layout.
  const measured = notes.map(({ note, mark }): MeasuredNote => {
    const box = (mark.closest(".noted") ?? mark).getBoundingClientRect();
    const style = getComputedStyle(note);
    const type = blockSize(box);
    const noteType = (type * Number.parseFloat(style.fontSize)) / Number.parseFloat(text.fontSize);
    const noteLine = Number.parseFloat(style.lineHeight);
    const toBaseline = ascent * (type - noteType) - (noteLine - noteType) / 2;
    const body = note.querySelector(".note-body");
    const [shown = 0, whole = 0] = vertical
      ? [body?.clientWidth, body?.scrollWidth]
      : [body?.clientHeight, body?.scrollHeight];
    return {
      wanted: blockStart(box) + toBaseline,
      lines: Math.round(whole / noteLine),
      line: noteLine,
      rest: blockSize(note.getBoundingClientRect()) - shown,
      isOpen: "open" in note.dataset || note.matches(":target, :has(:focus-visible)"),
    };
  });
  const figures = [...article.querySelectorAll<HTMLElement>(".figure")].flatMap((figure) => {
    const box = figure.getBoundingClientRect();
    const isWider = vertical ? box.height > origin.height : box.width > origin.width;
    return isWider ? [{ figure, start: blockStart(box), end: blockStart(box) + blockSize(box) }] : [];
  });
  // What the notes stand beside: the text, and the way on.
  const beside = [article, ...(page?.querySelectorAll(".section-navigation") ?? [])].map((element) => {
    const box = element.getBoundingClientRect();
    return blockStart(box) + blockSize(box);
  });
  const places = placesOf(measured, figures, line / 2, SLACK * line, Math.max(...beside));
  // A figure keeps to the text rather than part a note from its mark.
  const parting = figures.find(
    ({ figure, end }) =>
      !figure.style.inlineSize &&
      places.some(({ start }, index) => {
        const { wanted = start } = measured[index] ?? {};
        return wanted < end && start > end && start - wanted > SLACK * line;
      }),
  );
  if (parting) {
    parting.figure.style.inlineSize = "100%";
    place(all, article);
    return;
  }
  const late = notes.find(({ note }) => !note.style.insetBlockStart && note.matches(":target"));
  let end = 0;
  for (const [index, { start, lines }] of places.entries()) {
    const { note } = notes[index] as MarginNote;
    const { lines: all = 0, line: noteLine = 0, rest = 0 } = measured[index] ?? {};
    note.style.insetBlockStart = `${start}px`;
    note.toggleAttribute("data-folded", lines < all);
    note.style.setProperty("--lines", String(lines));
    end = start + lines * noteLine + rest;
  }
  page?.style.setProperty("--notes-size", `${end}px`);
  article.dataset["placed"] = "";
  // A browser has gone to where it stood before.
  late?.note.scrollIntoView();
}
