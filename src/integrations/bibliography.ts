import type { FormattedReferences, ListStyle } from "../citation/csl-engine.ts";
import { familyOf, givenOf, isoDate } from "../citation/names.ts";
import type { Name } from "../essay/bibliographic.ts";
import type { Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import type { Citing, Reference, Section } from "../essay/model.ts";
import { isInLatinScript } from "../essay/scripts.ts";
import type { IsKnown } from "../markdown/citations.ts";
import type { CslItem } from "../schemas/references.ts";
import type { AnnotationFiles } from "./read-annotations.ts";

/** @returns what tells the ids of sources from others */
export function isSourceOf(references: readonly CslItem[]): IsKnown {
  const ids = new Set(references.map(({ id }) => id));
  return (id) => ids.has(id);
}

/** @returns the sources of the text, its notes and annotations, in the order of a list in the language */
export function bibliography(
  language: Language,
  sections: readonly Section[],
  { timeline, figures }: AnnotationFiles,
  references: readonly CslItem[],
  written: Pick<FormattedReferences, "full" | "listed" | "list" | "seen">,
): Reference[] {
  const byId = new Map(references.map((item) => [item.id, item]));
  const citations = new Map<string, Citing[]>();
  const placesOf = (id: string) => {
    const known = citations.get(id) ?? [];
    citations.set(id, known);
    return known;
  };
  for (const { anchor: note, marks, sources } of sections.flatMap(({ notes }) => notes))
    for (const id of sources) placesOf(id).push(...marks.map(({ paragraph }) => ({ note, paragraph })));
  for (const { anchor: paragraph, sources } of sections.flatMap(({ paragraphs }) => paragraphs))
    for (const id of sources) placesOf(id).push({ paragraph });
  for (const { sources } of [...figures.entries, ...timeline.entries]) for (const id of sources) placesOf(id);
  // Unknown sources are reported by `linkAnnotations`.
  const cited = [...citations].flatMap(([id, citedBy]) => {
    const item = byId.get(id);
    return item ? [{ item, citedBy }] : [];
  });
  const { full, listed } = written;
  return cited
    .map(({ item, citedBy }) => ({ item, citedBy, html: full.get(item.id) ?? "", listed: listed.get(item.id) ?? "" }))
    .map((one) => ({ ...one, keys: sortKeys(language, written.seen(one.item), one.listed, written.list) }))
    .sort(byKeys(language))
    .map(({ item, citedBy, html, listed }) => ({ id: item.id, html, listed, language: item.language, citedBy }));
}

/** Quotation marks at the head of a title do not count. */
const MARKS = /^[“‘"'«„「『《〈]+/u;

/**
 * By what a work is sorted, one after the other: where it stands beside the works in the reader's own script, its writers,
 * each by the family and then the rest, or what the list sets in their place; its date and title. Word by word: `Li, Wei`
 * comes before `Lincoln, Anna`.
 */
function sortKeys(language: Language, item: CslItem, listed: string, list: ListStyle): readonly string[] {
  const writers = item.author ?? item.editor;
  const { reading } = item;
  const title = withoutArticle(item.title, item.language);
  const rest = list.within === "title" ? [title, isoDate(item.issued)] : [isoDate(item.issued), title];
  // Its own works come first in a language that is not written in Latin letters, for readers of kana by how they are read.
  const isOwn = !isInLatinScript(language) && baseOf(item.language) === baseOf(language);
  const group = isOwn ? "0" : "1";
  const nameKeys = (name: Name) =>
    "literal" in name
      ? [withoutArticle(name.literal, item.language)]
      : [list.demotesParticles ? name.family : familyOf(name), givenOf(name), name.suffix ?? ""];
  if (isOwn && reading && profileOf(language).isSortedByReading)
    return [group, ...reading.split(/[ \u3000]/u), "", ...rest];
  if (writers) return [group, ...writers.flatMap(nameKeys), "", ...rest];
  const words = withoutArticle(listed.replaceAll(/<[^>]+>/gu, ""), item.language);
  const head = [item["container-title"], item.publisher, item.title]
    .map((name) => name && withoutArticle(name, item.language))
    .find((name) => name && words.toLowerCase().startsWith(name.toLowerCase()));
  return [group, head ?? words, "", ...rest];
}

const withoutArticle = (words: string, language: Language): string => {
  const bare = words.replace(MARKS, "");
  const lower = bare.toLowerCase();
  const article = profileOf(language).articles.find((one) => lower.startsWith(one) && lower.length > one.length);
  return bare.slice(article?.length ?? 0).replace(MARKS, "");
};

/** Readings are kana: what has none and is written in ideographs comes after them, as the collation of Japanese has it. */
function byKeys(language: Language): (a: { keys: readonly string[] }, b: { keys: readonly string[] }) => number {
  const { compare } = new Intl.Collator(language, { ignorePunctuation: true, numeric: true });
  return ({ keys: a }, { keys: b }) => {
    for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
      const order = compare(a[index] ?? "", b[index] ?? "");
      if (order !== 0) return order;
    }
    return a.length - b.length;
  };
}

const baseOf = (language: Language): string => new Intl.Locale(language).language;
