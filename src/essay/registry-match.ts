import { align, alignExactly } from "./align.ts";
import type { Language } from "./language.ts";
import { type AnchorRecord, type CurrentSection, type CurrentText, lastRevision, type Registry } from "./registry.ts";

/** A paragraph of the essay with its text in every language. */
export interface Row {
  readonly section: string;
  /** Position in its section, from 0. */
  readonly index: number;
  /** The id of the recorded paragraph that it continues; absent where it is new. */
  readonly id?: string;
  readonly texts: Readonly<Record<Language, string>>;
}

/** The first position of a section at which two languages have different paragraphs. */
export interface Disagreement {
  readonly section: string;
  readonly index: number;
  readonly sides: readonly [Side, Side];
}

/** One language's part in a disagreement. */
export interface Side {
  readonly language: Language;
  readonly file: string;
  /** Line of the paragraph; of the section's last one where it has none at this position. */
  readonly line: number;
  /** How many paragraphs the language has in the section. */
  readonly count: number;
  /** The id of the recorded paragraph with this text; absent where the paragraph is new or missing. */
  readonly id?: string | undefined;
}

/** The current paragraphs, identified by the registry. */
interface RegistryMatch {
  /** In reading order; empty where languages disagree. */
  readonly rows: readonly Row[];
  readonly disagreements: readonly Disagreement[];
}

/** Statements of the author that override the match by words. */
export interface AuthorDecisions {
  /** Recorded paragraphs with their position in the current text. */
  readonly paragraphs: ReadonlyMap<string, Pick<Row, "section" | "index">>;
  /** Recorded sections, notes and blocks with their current id, which is their own where only the words changed. */
  readonly labels: ReadonlyMap<string, string>;
  /** Recorded ids that no longer exist. */
  readonly gone: ReadonlySet<string>;
}

/** No statements. */
export const NO_DECISIONS: AuthorDecisions = { paragraphs: new Map(), labels: new Map(), gone: new Set() };

/** Ids of one language's paragraphs, by section; the absent ones are new. */
type Ids = ReadonlyMap<string, readonly (string | undefined)[]>;

/**
 * Identifies the current paragraphs: which recorded paragraph each one is. Each language is matched by itself, so that
 * a paragraph inserted in one language alone is noticed; a paragraph rewritten in one language is identified by
 * another.
 *
 * @param decisions override what the words suggest
 */
export function matchRegistry(
  registry: Registry,
  current: CurrentText,
  decisions: AuthorDecisions = NO_DECISIONS,
): RegistryMatch {
  const ids = new Map(
    current.languages.map(({ language, sections }) => [
      language,
      matchLanguage(registry, language, sections, decisions),
    ]),
  );
  const [first] = current.languages;
  if (!first) return { rows: [], disagreements: [] };

  const allIds = new Map([...ids].map(([language, bySection]) => [language, new Set([...bySection.values()].flat())]));
  const disagreements = current.languages.slice(1).flatMap((other) =>
    first.sections.flatMap((section, index): Disagreement[] => {
      const counterpart = other.sections[index];
      // Nothing of a draft is published, so nothing links to its paragraphs.
      if (!counterpart || counterpart.draft || section.draft) return [];
      const [a, b] = [ids.get(first.language), ids.get(other.language)];
      const isIn = (language: Language) => (id: string) => allIds.get(language)?.has(id) ?? false;
      const place =
        a && b
          ? firstDifference(
              a.get(section.id) ?? [],
              b.get(section.id) ?? [],
              isIn(first.language),
              isIn(other.language),
            )
          : undefined;
      if (place === undefined) return [];
      return [
        {
          section: section.id,
          index: place,
          sides: [side(first.language, section, place, a), side(other.language, counterpart, place, b)],
        },
      ];
    }),
  );
  if (disagreements.length > 0) return { rows: [], disagreements };

  const rows = first.sections.flatMap((section, sectionIndex) => {
    const finished = current.languages.filter(({ sections }) => !sections[sectionIndex]?.draft);
    return (finished[0]?.sections[sectionIndex]?.paragraphs ?? []).map((_, index): Row => {
      const id = finished.map(({ language }) => ids.get(language)?.get(section.id)?.[index]).find(Boolean);
      const texts = finished.map(({ language, sections }): [Language, string] => [
        language,
        sections[sectionIndex]?.paragraphs[index]?.text ?? "",
      ]);
      return { section: section.id, index, ...(id && { id }), texts: Object.fromEntries(texts) };
    });
  });
  return { rows, disagreements };
}

function matchLanguage(
  registry: Registry,
  language: Language,
  sections: readonly CurrentSection[],
  decisions: AuthorDecisions,
): Ids {
  const decided = (id: string) => decisions.paragraphs.has(id) || decisions.gone.has(id);
  const records = registry.anchors.filter(
    (record) => record.kind === "paragraph" && !record.retired && !decided(record.id) && lastRevision(record, language),
  );
  const placed = sections.flatMap(({ id, paragraphs }) =>
    paragraphs.map(({ text }, index) => ({ section: id, index, text })),
  );
  const matched: (string | undefined)[] = placed.map(
    ({ section, index }) =>
      [...decisions.paragraphs].find(([, place]) => place.section === section && place.index === index)?.[0],
  );
  const open = [...placed.keys()].filter((index) => matched[index] === undefined);
  align(
    records.map((record) => ({ section: record.section ?? "", text: lastRevision(record, language)?.text ?? "" })),
    open.map((index) => placed[index] ?? { section: "", text: "" }),
  ).forEach((record, position) => {
    const index = open[position];
    if (record !== undefined && index !== undefined) matched[index] = records[record]?.id;
  });
  restoreRetired(registry, language, placed, matched, decided);

  let offset = 0;
  return new Map(
    sections.map(({ id, paragraphs }) => {
      offset += paragraphs.length;
      return [id, matched.slice(offset - paragraphs.length, offset)];
    }),
  );
}

/** Gives a paragraph that was removed and is back, word for word, its id again; changes `matched`. */
function restoreRetired(
  registry: Registry,
  language: Language,
  placed: readonly { section: string; text: string }[],
  matched: (string | undefined)[],
  decided: (id: string) => boolean,
): void {
  const retired = registry.anchors.filter(
    (record: AnchorRecord) =>
      record.kind === "paragraph" && record.retired && !decided(record.id) && lastRevision(record, language),
  );
  const free = [...placed.keys()].filter((index) => matched[index] === undefined);
  if (retired.length === 0 || free.length === 0) return;
  const byText = alignExactly(
    retired.map((record) => ({ section: record.section ?? "", text: lastRevision(record, language)?.text ?? "" })),
    free.map((index) => placed[index] ?? { section: "", text: "" }),
  );
  byText.forEach((record, position) => {
    const index = free[position];
    if (record !== undefined && index !== undefined) matched[index] = retired[record]?.id;
  });
}

/**
 * @param left the ids of the section's paragraphs in one language, `right` in the other
 * @param isLeft whether the language has the paragraph, in any section
 * @returns the first position of the section at which the two languages have different paragraphs. A paragraph that one
 *   language alone can identify is no difference, unless the other has it at another position.
 */
function firstDifference(
  left: readonly (string | undefined)[],
  right: readonly (string | undefined)[],
  isLeft: (id: string) => boolean,
  isRight: (id: string) => boolean,
): number | undefined {
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    if (index >= left.length || index >= right.length) return index;
    const [one, other] = [left[index], right[index]];
    if (one === other) continue;
    if (one && other) return index;
    if ((one && isRight(one)) || (other && isLeft(other))) return index;
  }
  return undefined;
}

function side(language: Language, section: CurrentSection, index: number, ids: Ids | undefined): Side {
  const paragraph = section.paragraphs[index] ?? section.paragraphs.at(-1);
  return {
    language,
    file: section.file,
    line: paragraph?.line ?? 1,
    count: section.paragraphs.length,
    id: ids?.get(section.id)?.[index],
  };
}
