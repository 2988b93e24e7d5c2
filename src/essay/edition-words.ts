import type { Language } from "./language.ts";
import type { Essay, EssayText, Note } from "./model.ts";
import { once } from "./once.ts";

/** What stands at an anchor in one edition. */
export interface AnchorWords {
  readonly anchor: string;
  /** Of what is not in a section the slug of its page. */
  readonly section: string;
  readonly text: string;
  /** Of a paragraph or a block the notes whose first mark stands there. */
  readonly notes: readonly Note[];
  /** Ids of the references that it cites itself, and that its notes cite. */
  readonly sources: readonly string[];
}

/** Slugs of the pages of annotations. */
const GLOSSARY = "glossary";
const TIMELINE = "timeline";

/** @returns what stands at every anchor of an edition in one language, in the order of the text */
export function editionWords(essay: Essay, language: Language): ReadonlyMap<string, AnchorWords> {
  const text = essay.texts[language];
  return text ? wordsOf(essay)(text) : new Map();
}

const wordsOf = once((essay: Essay) => once((text: EssayText) => wordsIn(essay, text)));

function wordsIn({ annotations }: Essay, { language, sections }: EssayText): ReadonlyMap<string, AnchorWords> {
  const words = new Map<string, AnchorWords>();
  const add = (one: AnchorWords) => {
    if (!words.has(one.anchor)) words.set(one.anchor, one);
  };
  for (const { id: section, title, paragraphs, blocks, notes } of sections) {
    const at = Map.groupBy(notes, ({ marks }) => marks[0]?.paragraph ?? section);
    const of = (anchor: string, text: string, own: readonly string[] = []): AnchorWords => {
      const attached = at.get(anchor) ?? [];
      const sources = [...new Set([...own, ...attached.flatMap((note) => note.sources)])];
      return { anchor, section, text, notes: attached, sources };
    };
    add(of(section, title));
    for (const paragraph of paragraphs) add(of(paragraph.anchor, paragraph.text, paragraph.sources));
    for (const { anchor, text } of blocks) add(of(anchor, text));
    for (const { anchor, text, sources } of notes) add({ anchor, section, text, notes: [], sources });
  }
  for (const { anchor, section, title, caption, sources } of annotations.figures)
    add({ anchor, section, text: [title[language], caption[language]].join("\n"), notes: [], sources });
  for (const { anchor, term, definition } of annotations.glossary)
    add({ anchor, section: GLOSSARY, text: [term[language], definition[language]].join("\n"), notes: [], sources: [] });
  for (const { anchor, date, end, text, sources } of annotations.timeline) {
    const period = [date, end].filter(Boolean).join("/");
    add({ anchor, section: TIMELINE, text: [period, text[language]].join("\n"), notes: [], sources });
  }
  return words;
}

/** A step of a history: what an edition said, and what the next one says in its place. */
export interface WordsChange {
  readonly from: string;
  readonly to: string;
  /** Absent where there was nothing before, or is nothing after. */
  readonly before?: AnchorWords;
  readonly after?: AnchorWords;
}

/** An edition to compare. */
interface Compared {
  readonly edition: { readonly version: string };
  readonly essay: Essay;
}

/**
 * @param editions in order of time, the present one last
 * @returns the changes of each anchor that stood in more than one edition or does not stand in the last, the latest
 *   first. A paragraph changes with its notes.
 */
export function wordsChanges(
  editions: readonly Compared[],
  language: Language,
): ReadonlyMap<string, readonly WordsChange[]> {
  const changes = new Map<string, WordsChange[]>();
  editions.slice(1).forEach((later, index) => {
    const earlier = editions[index] as Compared;
    const [before, after] = [editionWords(earlier.essay, language), editionWords(later.essay, language)];
    const step = { from: earlier.edition.version, to: later.edition.version };
    for (const anchor of new Set([...before.keys(), ...after.keys()])) {
      const [one, other] = [before.get(anchor), after.get(anchor)];
      // What is new has nothing to be compared with.
      if (!one || (other && isSame(one, other))) continue;
      changes.set(anchor, [{ ...step, before: one, ...(other && { after: other }) }, ...(changes.get(anchor) ?? [])]);
    }
  });
  return changes;
}

/** Whether two editions say the same at an anchor, to the letter; only how lines are broken does not count. */
const isSame = (one: AnchorWords, other: AnchorWords): boolean => fullText(one) === fullText(other);

const fullText = ({ text, notes }: AnchorWords): string =>
  [text, ...notes.map((note) => `${note.anchor} ${note.text}`)].join("\n").replaceAll(/\s+/gu, " ");
