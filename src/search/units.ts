import type { Annotations } from "../essay/annotations.ts";
import { needsReading } from "../essay/glossary.ts";
import { profileOf } from "../essay/language-profile.ts";
import type { UnitKind } from "../essay/locators.ts";
import type { EssayText, Section } from "../essay/model.ts";
import { findSection } from "../essay/navigate.ts";
import { routes } from "../essay/routes.ts";
import { strings } from "../i18n/index.ts";
import { formatPeriod } from "../i18n/period.ts";
import { sectionLabel } from "../i18n/section-label.ts";

/** A piece of text that is found and linked as one. */
export interface SearchUnit {
  readonly kind: UnitKind;
  /** Fragment of its address. */
  readonly anchor: string;
  /** What a reader sees as its number; empty for a title. */
  readonly number: string;
  readonly text: string;
  /** Where references to sources stand in the text, in order: two offsets each, in UTF-16 units. Absent where there are none. */
  readonly references?: readonly (readonly [start: number, end: number])[];
}

/** A section as the search knows it: what is loaded and shown together. */
export interface SearchSection {
  /** Address below the base path. */
  readonly route: string;
  /** Position in reading order, from 0. */
  readonly order: number;
  /** Label and title, after those of the sections of which it is a part. */
  readonly title: string;
  readonly units: readonly SearchUnit[];
}

/**
 * @param annotations those of the essay
 * @returns the sections of a text with all that can be found in them, in reading order, then the pages of annotations
 */
export function searchSections(text: EssayText, annotations: Annotations): SearchSection[] {
  const { language } = text;
  const label = strings(language);
  const pages = [
    { route: routes.glossary(language), title: label.glossary, units: termUnits(annotations, language) },
    { route: routes.timeline(language), title: label.timeline, units: eventUnits(annotations, language) },
  ].filter(({ units }) => units.length > 0);
  const sections = text.sections.map((section) => ({
    route: routes.section(language, section.id),
    title: titleWithin(text, section),
    units: [...sectionUnits(section), ...figureUnits(section, annotations)],
  }));
  return [...sections, ...pages].map((section, order) => ({ ...section, order }));
}

function titleWithin(text: EssayText, section: Section): string {
  const whole = section.parent === undefined ? undefined : findSection(text, section.parent);
  const own = [sectionLabel(section, text.language), section.title].filter(Boolean).join(" ");
  return whole ? titleWithin(text, whole) + strings(text.language).eventSeparator + own : own;
}

function sectionUnits({ id, title, paragraphs, blocks, notes }: Section): SearchUnit[] {
  return [
    { kind: "title", anchor: id, number: "", text: title },
    ...paragraphs.map(({ anchor, number, text }): SearchUnit => ({ kind: "paragraph", anchor, number, text })),
    ...blocks.map(({ anchor, text }): SearchUnit => ({ kind: "block", anchor, number: "", text })),
    ...notes.map(
      ({ anchor, number, origin, text, references = [] }): SearchUnit => ({
        kind: origin === "editor" ? "editor-note" : "note",
        anchor,
        number: String(number),
        text,
        ...(references.length > 0 && { references: placesIn(text, references) }),
      }),
    ),
  ];
}

/** @returns where parts of a text stand in it, one after the other */
function placesIn(text: string, parts: readonly string[]): (readonly [number, number])[] {
  let from = 0;
  return parts.flatMap((part) => {
    const start = text.indexOf(part, from);
    if (start < 0) return [];
    from = start + part.length;
    return [[start, from] as const];
  });
}

const figureUnits = ({ id, language }: Section, { figures }: Annotations): SearchUnit[] =>
  figures
    .filter(({ section }) => section === id)
    .map(({ anchor, number, title, caption }) => ({
      kind: "figure",
      anchor,
      number: String(number),
      text: `${title[language] ?? ""}\n${caption[language] ?? ""}`,
    }));

/** A Japanese term is found by the reading that it shows, and every term by what it is called in the other languages. */
const termUnits = ({ glossary }: Annotations, language: string): SearchUnit[] =>
  glossary.map(({ anchor, term, reading, definition }) => {
    const others = Object.keys(term).filter((other) => other !== language);
    const own = term[language] ?? "";
    const isRead = profileOf(language).isSortedByReading && needsReading(own);
    const words = [own, isRead && reading, ...others.map((other) => term[other]), definition[language]];
    return { kind: "term", anchor, number: "", text: words.filter(Boolean).join("\n") };
  });

/** An event is found by its date too. */
const eventUnits = ({ timeline }: Annotations, language: string): SearchUnit[] =>
  timeline.map(({ anchor, date, end, text }) => ({
    kind: "event",
    anchor,
    number: "",
    text: `${formatPeriod(date, end, language)}\n${text[language] ?? ""}`,
  }));
