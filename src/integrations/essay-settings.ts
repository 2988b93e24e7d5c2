import { cslDate, isoDate } from "../citation/names.ts";
import type { BibliographicItem, Name, PersonName } from "../essay/bibliographic.ts";
import { FALLBACK_LANGUAGE, inLanguage, type Language, type Localised } from "../essay/language.ts";
import type { Edition, Essay, SourceWork } from "../essay/model.ts";
import { body, type Contributor, creditsIn } from "../essay/people.ts";
import { compareEditions } from "../essay/registry.ts";
import { readTitle } from "../essay/title-notes.ts";
import type { EssayFile } from "../schemas/essay.ts";

/** The settings of `essay.yaml`, for the essay and for the text of each language. */
export interface EssaySettings {
  readonly ofTheEssay: Pick<
    Essay,
    "id" | "kind" | "languages" | "titles" | "people" | "publication" | "source" | "licence" | "edition" | "editions"
  >;
  readonly ofTheTexts: Pick<EssayFile, "description" | "abstract" | "keywords" | "notes" | "about">;
  /** Labels of the notes that hang on the title, by language. */
  readonly titleNotes: Localised<readonly string[]>;
  /** Name of the file with the drawing of the cover. */
  readonly cover?: string;
}

/**
 * @param file `essay.yaml`, checked
 * @param references the works of `references.json`
 */
export const essaySettings = (file: EssayFile, references: readonly BibliographicItem[]): EssaySettings =>
  withoutAbsent(settingsOf(file, references));

function settingsOf(file: EssayFile, references: readonly BibliographicItem[]): EssaySettings {
  const { id, kind, languages, licence = {}, description, abstract, keywords, notes, about, cover } = file;
  const people = (list: readonly ContributorFile[] = []) => list.map((one) => contributorOf(one, languages));
  const editions = allEditions(file);
  const titles = Object.entries(file.title).map(([language, title]) => [language, readTitle(title)] as const);
  return {
    titleNotes: Object.fromEntries(titles.map(([language, { notes: labels }]) => [language, labels])),
    ofTheEssay: {
      id,
      kind,
      languages,
      titles: pairTitles(Object.fromEntries(titles.map(([language, { words }]) => [language, words])), file.subtitle),
      people: {
        authors: people(file.authors),
        editors: people(file.editors),
        translators: people(file.translators),
        contributors: people(file.contributors),
      },
      publication: {
        publisher: file.publisher,
        contact: file.contact,
        container: file.container,
        identifiers: file.identifiers ?? {},
        dates: file.dates ?? {},
        funding: file.funding ?? [],
      },
      ...(file.source && { source: sourceOf(file.source, languages, references) }),
      licence,
      edition: editions[0] as Edition,
      editions,
    },
    ofTheTexts: { description, abstract, keywords, notes, about },
    ...(cover !== undefined && { cover }),
  };
}

type ContributorFile = NonNullable<EssayFile["authors"]>[number];
type SourceFile = NonNullable<EssayFile["source"]>;

/** @returns all editions, the newest first; `edition` adds to the entry of the current one */
function allEditions({ edition, editions = [] }: EssayFile): Edition[] {
  const present = edition && { ...editions.find(({ version }) => version === edition.version), ...edition };
  const others = editions.filter(({ version }) => version !== present?.version);
  return [...(present ? [present] : []), ...others].toSorted((a, b) => compareEditions(b.version, a.version));
}

const PARTS = ["given", "dropping-particle", "non-dropping-particle", "suffix"] as const;

function contributorOf(file: ContributorFile, languages: readonly Language[]): Contributor {
  const { orcid, affiliation, email, url, role, into } = file;
  const whole = file.literal ?? file.family ?? {};
  const written = new Set([
    ...languages,
    ...[whole, ...PARTS.map((part) => file[part] ?? {})].flatMap((texts) => Object.keys(texts)),
  ]);
  const nameIn = (language: Language): Name => {
    const own = inLanguage(whole, language) ?? "";
    if (file.literal) return { literal: own };
    const parts = PARTS.flatMap((part) => {
      const text = file[part] && inLanguage(file[part], language);
      return text ? [[part, text]] : [];
    });
    return { family: own, ...Object.fromEntries(parts) } as PersonName;
  };
  return {
    name: Object.fromEntries([...written].map((language) => [language, nameIn(language)])),
    orcid,
    affiliation,
    email,
    url,
    role,
    into,
  };
}

/** @returns the source work; missing fields are taken from its reference, and a missing reference is made */
function sourceOf(
  { author, affiliation, title, date, reference }: SourceFile,
  languages: readonly Language[],
  references: readonly BibliographicItem[],
): SourceWork {
  const [language = FALLBACK_LANGUAGE] = languages;
  const listed = references.find(({ id }) => id === reference);
  const words = author && "words" in author ? author.words : undefined;
  const people = author && "people" in author ? author.people.map((one) => contributorOf(one, languages)) : [];
  const named = (listed?.author ?? []).map((name): Contributor => ({ name: { [listed?.language ?? language]: name } }));
  const authors = [people, named, words ? [body(words)] : []].find((some) => some.length > 0) ?? [];
  const titles = title ?? Object.fromEntries(languages.map((code) => [code, listed?.title ?? ""]));
  const year = date ?? (isoDate(listed?.issued) || undefined);
  const made = (): BibliographicItem => ({
    id: "source",
    type: "document",
    title: inLanguage(titles, language) ?? "",
    author: creditsIn(authors, language).map(({ name }) => name),
    ...(year && { issued: cslDate(year) }),
    language,
  });
  return { authors, author: words, affiliation, title: titles, date: year, reference, work: listed ?? made() };
}

function pairTitles(titles: Localised, subtitles: Localised | undefined): Essay["titles"] {
  return Object.fromEntries(
    Object.entries(titles).map(([language, title]) => {
      const subtitle = subtitles?.[language];
      return [language, { title, ...(subtitle && { subtitle }) }];
    }),
  );
}

/** @returns a copy without undefined values: the essay is passed on as JSON */
export function withoutAbsent<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutAbsent) as Value;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutAbsent(inner)])) as Value;
}
