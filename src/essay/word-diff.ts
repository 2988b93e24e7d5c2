import { diffArrays } from "diff";
import type { Language } from "./language.ts";

/** A run of words: in both texts, in the earlier one alone, or in the later one alone. */
export interface DiffPart {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** Differences beyond which two texts have nothing to do with each other, and the search for what they share ends. */
const MOST_EDITS = 1000;

/**
 * Compares two texts word by word; Japanese, which has no spaces, by the words that its dictionary knows.
 *
 * @param language in which both are written
 * @returns the parts in order: what is gone before what is new in its place. Words that the texts share by chance between
 *   longer changes count as changed, so that a sentence that was written anew is shown whole.
 */
export function diffWords(earlier: string, later: string, language: Language): DiffPart[] {
  const segmenter = segmenterOf(language);
  const words = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);
  const changes = diffArrays(words(earlier), words(later), { maxEditLength: MOST_EDITS });
  const parts: DiffPart[] = changes
    ? changes.map(({ added, removed, value }) => ({
        kind: added ? "new" : removed ? "gone" : "same",
        text: value.join(""),
      }))
    : [
        { kind: "gone", text: earlier },
        { kind: "new", text: later },
      ];
  return inOrder(withoutChance(parts)).filter(({ text }) => text !== "");
}

const segmenters = new Map<Language, Intl.Segmenter>();

function segmenterOf(language: Language): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "word" });
  segmenters.set(language, known);
  return known;
}

/** Makes of a shared run a change where what changed on both sides of it is longer than it is. */
function withoutChance(parts: readonly DiffPart[]): DiffPart[] {
  const kept: DiffPart[] = [];
  let before = 0;
  parts.forEach((part, index) => {
    if (part.kind !== "same") {
      before += part.text.length;
      kept.push(part);
      return;
    }
    let after = 0;
    for (let next = index + 1; next < parts.length && parts[next]?.kind !== "same"; next += 1)
      after += parts[next]?.text.length ?? 0;
    if (before > 0 && after > 0 && 2 * part.text.length < Math.min(before, after))
      kept.push({ kind: "gone", text: part.text }, { kind: "new", text: part.text });
    else {
      kept.push(part);
      before = 0;
    }
  });
  return kept;
}

/** Joins what is gone and what is new between two shared runs. */
function inOrder(parts: readonly DiffPart[]): DiffPart[] {
  const ordered: DiffPart[] = [];
  let [gone, added] = ["", ""];
  const flush = () => {
    ordered.push({ kind: "gone", text: gone }, { kind: "new", text: added });
    [gone, added] = ["", ""];
  };
  for (const part of parts) {
    if (part.kind === "gone") gone += part.text;
    else if (part.kind === "new") added += part.text;
    else {
      flush();
      ordered.push(part);
    }
  }
  flush();
  return ordered;
}
