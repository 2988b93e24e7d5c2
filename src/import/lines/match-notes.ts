import { excerpt } from "../findings.ts";
import { type MarkedText, REMOVED } from "../marked-text.ts";
import { keyOf, type Line, placeOf } from "./line.ts";
import { chainMarks, type MarkCandidate, markCandidates, placeMarks, signCandidates } from "./note-marks.ts";
import type { NoteGroup, NoteLines } from "./note-texts.ts";
import { joinLines } from "./paragraphs.ts";
import type { Context, Piece } from "./pieces.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** @returns the signs that end words of the head: their notes may stand anywhere */
export const signsAfter = (front: readonly Piece[]): ReadonlySet<string> =>
  new Set(
    signCandidates(
      front.map(({ marked }) => marked),
      new Set(),
    ).flatMap(({ sign }) => sign ?? []),
  );

interface MatchedNote {
  readonly label: string;
  /** Absent where the note's text is missing. */
  readonly marked?: MarkedText;
  /** “Notes”, where it stands over this note and those that follow it. */
  readonly title?: Line | undefined;
}

/** Finds the notes' marks, group by group, and gives the notes one count. */
export function matchNotes(
  pieces: Piece[],
  groups: readonly NoteGroup[],
  lines: readonly Line[],
  { vocabulary, findings, hasPages }: Context & { vocabulary: Vocabulary },
): MatchedNote[] {
  const lineIndex = new Map(lines.map((line, index) => [line, index]));
  // Names have figures that lead to their institutes, and a title may end with a number of its own.
  const mayMark = ({ paragraph, style }: MarkCandidate) => {
    const piece = pieces[paragraph];
    return piece?.kind !== "front" || (style !== "glued" && piece.isTitle === true);
  };
  const candidates = new PlacedCandidates(markCandidates(pieces.map(({ marked }) => marked)).filter(mayMark), (one) => {
    const piece = pieces[one.paragraph];
    const at = piece && lineAt(piece, one.start);
    return at ? (lineIndex.get(at) ?? 0) : 0;
  });
  const chosen: { candidate: MarkCandidate; label: string }[] = [];
  const notes: MatchedNote[] = [];
  let counter = 0;
  let from = 0;
  const tell = (candidate: MarkCandidate, written: string) => {
    const piece = pieces[candidate.paragraph];
    const at = piece && lineAt(piece, candidate.start);
    if (!piece || !at) return true;
    const text = piece.marked.text;
    return (
      findings.decide({
        key: `mark ${keyOf(at, hasPages)}#${candidate.number}`,
        place: placeOf(at, hasPages),
        text: `${text.slice(Math.max(0, candidate.start - 14), candidate.start)}[${written}]${text.slice(candidate.end, candidate.end + 6)}`,
        taken: "mark",
        confidence: candidate.score > 0.9 ? 0.98 : candidate.score + 0.1,
        answers: ["mark", "text"],
      }) === "mark"
    );
  };
  const labelled = new Set(groups.flatMap(({ notes: own }) => own.flatMap(({ sign }) => sign ?? [])));
  const signs = new SignMarks(pieces, labelled);
  const timesOfSigns = new Map(
    [
      ...Map.groupBy(
        groups.flatMap(({ notes: own }) => own.flatMap(({ sign }) => sign ?? [])),
        (sign) => sign,
      ),
    ].map(([sign, same]) => [sign, same.length] as const),
  );
  const sayUnmarked = (note: NoteLines, written: string) => {
    const [line] = note.lines;
    const words = excerpt(
      noteText(note.lines, note.written, { vocabulary, findings: findings.quiet(), hasPages }).words,
    );
    findings.open.push({
      place: line ? placeOf(line, hasPages) : `note ${written}`,
      text: `the mark of note ${written} (“${words}”) was not found; the note hangs on the paragraph before it`,
    });
  };
  const allowed = (candidate: MarkCandidate): boolean => {
    const piece = pieces[candidate.paragraph];
    const at = piece && lineAt(piece, candidate.start);
    return !at || findings.answer(`mark ${keyOf(at, hasPages)}#${candidate.number}`) !== "text";
  };

  // Signs begin anew on each page.
  for (const { note, title } of groups.flatMap((group) =>
    group.notes.flatMap((note, index) => (note.sign ? [{ note, title: index === 0 ? group.title : undefined }] : [])),
  )) {
    counter += 1;
    const label = String(counter);
    const place = signs.take(note);
    if (!place) sayUnmarked(note, note.sign ?? "");
    chosen.push({ candidate: place ?? endOfPage(pieces, note), label });
    for (const candidate of signs.takeOthers(note, timesOfSigns)) chosen.push({ candidate, label });
    findings.count("note marks");
    findings.count("notes with their text");
    notes.push({ label, marked: noteText(note.lines, note.written, { vocabulary, findings, hasPages }), title });
  }

  // Notes at feet of pages that count on through the whole are one group: marks may stand on the page before.
  const merged = mergeContinuing(
    groups
      .map((group) => ({ ...group, notes: group.notes.filter(({ sign }) => !sign) }))
      .filter((group) => group.notes.length > 0),
  );
  const windows = merged.map((group) => {
    const last = group.afters
      .map((line) => (line ? (lineIndex.get(line) ?? 0) : -1))
      .reduce((a, b) => Math.max(a, b), -1);
    return { group, last: group.atFoot ? last + 2 : last, end: last };
  });
  const isLabelled = [...labelled].some((label) => label.startsWith("["));
  const sources =
    windows.length > 0 || isLabelled
      ? windows
      : [{ group: undefined, last: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY }];
  const taken = new Set<MarkCandidate>();
  for (const { group, last, end } of sources) {
    const inside = candidates.between(from, last).filter((one) => !taken.has(one) && allowed(one));
    const numbers = group?.notes.map(({ number }) => number) ?? [];
    const chain = chainMarks(inside, numbers);
    const labels = new Map<number, string>();
    const order = group
      ? [...new Set([...numbers, ...chain.map(({ number }) => number)])].sort((a, b) => a - b)
      : chain.map(({ number }) => number);
    for (const number of order) {
      counter += 1;
      labels.set(number, String(counter));
    }
    for (const candidate of chain) {
      const label = labels.get(candidate.number);
      const piece = pieces[candidate.paragraph];
      if (!label || !piece || !tell(candidate, String(candidate.number))) continue;
      chosen.push({ candidate, label });
      taken.add(candidate);
      findings.count("note marks");
    }
    const raised = new Set(chain.flatMap(({ style, number }) => (style === "raised" ? [number] : [])));
    // The same raised number again is the same note again; beyond the page of its note it is another's.
    const used = new Set(chain);
    const mayRepeat = new Set(candidates.between(from, end));
    for (const candidate of inside.filter((one) => mayRepeat.has(one))) {
      const label = labels.get(candidate.number);
      if (!label || used.has(candidate) || candidate.style !== "raised" || candidate.score < 0.9) continue;
      const isTaken = ({ candidate: one }: (typeof chosen)[number]) =>
        one.paragraph === candidate.paragraph && one.start < candidate.end && one.end > candidate.start;
      if (!raised.has(candidate.number) || chosen.some(isTaken)) continue;
      chosen.push({ candidate, label });
      taken.add(candidate);
      findings.count("note marks");
    }
    const marked = new Set(chain.map(({ number }) => number));
    let title: Line | undefined;
    for (const number of order) {
      const label = labels.get(number) ?? "";
      const note = group?.notes.find((one) => one.number === number);
      if (!note) {
        findings.open.push({ place: `note ${label}`, text: "its text was not found; it stands as missing" });
        notes.push({ label, title });
        title = undefined;
        continue;
      }
      const whole = noteText(note.lines, note.written, { vocabulary, findings, hasPages });
      title = group?.titles.get(note) ?? title;
      if (!marked.has(number)) {
        sayUnmarked(note, String(number));
        hangUnmarked(pieces, chosen, label, number, chain);
      }
      findings.count("notes with their text");
      notes.push({ label, marked: whole, title });
      title = undefined;
    }
    from = Number.isFinite(last) && !(group?.atFoot ?? false) ? last + 1 : from;
    if (group?.atFoot) from = Math.max(from, last - 1);
  }

  for (const [index, own] of Map.groupBy(chosen, ({ candidate }) => candidate.paragraph)) {
    const piece = pieces[index];
    if (piece)
      piece.marked = placeMarks(
        piece.marked,
        own.sort((a, b) => a.candidate.start - b.candidate.start),
      );
  }
  return notes;
}

/** The places that may be marks, by the lines in which they stand. */
class PlacedCandidates {
  /** In the order of their lines. */
  readonly #placed: readonly { readonly candidate: MarkCandidate; readonly index: number; readonly position: number }[];

  /** @param positionOf which line of the text a candidate stands in */
  constructor(candidates: readonly MarkCandidate[], positionOf: (candidate: MarkCandidate) => number) {
    this.#placed = candidates
      .map((candidate, index) => ({ candidate, index, position: positionOf(candidate) }))
      .sort((one, other) => one.position - other.position);
  }

  /** @returns those of the lines from the first to the last, in the order of the text */
  between(first: number, last: number): MarkCandidate[] {
    return this.#placed
      .slice(this.#countBefore(first), this.#countBefore(last + 1))
      .sort((one, other) => one.index - other.index)
      .map(({ candidate }) => candidate);
  }

  #countBefore(position: number): number {
    let [low, high] = [0, this.#placed.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#placed[middle]?.position ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A note whose mark was not found hangs on the end of the paragraph in which the one before it stands. */
function hangUnmarked(
  pieces: readonly Piece[],
  chosen: { candidate: MarkCandidate; label: string }[],
  label: string,
  number: number,
  chain: readonly MarkCandidate[],
): void {
  const before = chain.findLast((one) => one.number < number);
  const after = chain.find((one) => one.number > number);
  const paragraph = before?.paragraph ?? after?.paragraph ?? pieces.findLastIndex(({ kind }) => kind === "paragraph");
  const piece = pieces[paragraph];
  if (!piece) return;
  const end = piece.marked.text.length;
  chosen.push({ candidate: { paragraph, start: end, end, number, style: "raised", score: 0 }, label });
}

/** The marks by signs, each of which marks one note. */
class SignMarks {
  readonly #free: { readonly candidate: MarkCandidate; readonly page: number }[];

  constructor(pieces: readonly Piece[], labels: ReadonlySet<string>) {
    this.#free = signCandidates(
      pieces.map(({ marked }) => marked),
      labels,
    ).flatMap((candidate) => {
      const piece = pieces[candidate.paragraph];
      const line = piece && lineAt(piece, candidate.start);
      return line ? [{ candidate, page: line.page }] : [];
    });
  }

  /** @returns the first mark with the note's sign that is left on its page or the one before */
  take({ sign, lines }: NoteLines): MarkCandidate | undefined {
    const page = lines[0]?.page ?? 1;
    for (const own of [page, page - 1]) {
      const index = this.#free.findIndex(({ candidate, page: at }) => at === own && candidate.sign === sign);
      if (index >= 0) return this.#free.splice(index, 1)[0]?.candidate;
    }
    // A label of its own marks one note, however far it is: notes at the end of a part.
    if (!/\d/u.test(sign ?? "")) return undefined;
    const far = this.#free.findIndex(({ candidate, page: at }) => at <= page && candidate.sign === sign);
    return far < 0 ? undefined : this.#free.splice(far, 1)[0]?.candidate;
  }

  /** @returns the other marks of a label, which lead to the same note */
  takeOthers({ sign }: NoteLines, labels: ReadonlyMap<string, number>): MarkCandidate[] {
    if (!sign || !/^\p{L}+\d+$/u.test(sign) || labels.get(sign) !== 1) return [];
    const others = this.#free.filter(({ candidate }) => candidate.sign === sign);
    for (const one of others) this.#free.splice(this.#free.indexOf(one), 1);
    return others.map(({ candidate }) => candidate);
  }
}

/** The end of the last paragraph that has begun on the note's page or before. */
function endOfPage(pieces: readonly Piece[], { lines, number }: NoteLines): MarkCandidate {
  const page = lines[0]?.page ?? 1;
  const found = pieces.findLastIndex(
    (piece) =>
      piece.kind === "paragraph" && (piece.lines[0]?.page ?? 1) <= page && piece.lines[0]?.role?.kind !== "table",
  );
  const paragraph = Math.max(0, found);
  const end = pieces[paragraph]?.marked.text.length ?? 0;
  return { paragraph, start: end, end, number, style: "sign", score: 0 };
}

interface MergedGroup {
  readonly notes: NoteGroup["notes"][number][];
  readonly afters: (Line | undefined)[];
  readonly atFoot: boolean;
  /** What stands over notes, by the first of them. */
  readonly titles: Map<NoteLines, Line>;
}

function mergeContinuing(groups: readonly NoteGroup[]): MergedGroup[] {
  const merged: MergedGroup[] = [];
  for (const group of groups) {
    const last = merged.at(-1);
    const first = group.notes[0]?.number ?? 1;
    const previous = last?.notes.at(-1)?.number ?? 0;
    const [opening] = group.notes;
    const titles = opening && group.title ? [[opening, group.title] as const] : [];
    if (last?.atFoot && group.atFoot && first > previous) {
      last.notes.push(...group.notes);
      last.afters.push(group.after);
      for (const [note, title] of titles) last.titles.set(note, title);
    } else
      merged.push({
        notes: [...group.notes],
        afters: [group.after],
        atFoot: group.atFoot,
        titles: new Map(titles),
      });
  }
  return merged;
}

function lineAt(piece: Piece, offset: number): Line | undefined {
  const span = piece.marked.spans.find(({ kind, start, end }) => kind === "line" && start <= offset && end > offset);
  const found = span?.kind === "line" ? span : undefined;
  return piece.lines.find((line) => line.number === found?.line && line.page === found.page) ?? piece.lines.at(-1);
}

function noteText(
  lines: readonly Line[],
  written: string,
  { vocabulary, findings, hasPages }: Context & { vocabulary: Vocabulary },
): MarkedText {
  const whole = joinLines(lines, vocabulary, findings, hasPages);
  return whole.replace([{ start: 0, end: written.length, by: REMOVED, span: { kind: "removed", written } }]);
}
