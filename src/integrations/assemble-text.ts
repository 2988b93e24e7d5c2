import { toHtml } from "hast-util-to-html";
import type { FootnoteDefinition } from "mdast";
import {
  type CitationSystem,
  type FormattedReferences,
  formatReferences,
  joinReferences,
} from "../citation/csl-engine.ts";
import { markAnchor, noteAnchor, originOf, paragraphNumber } from "../essay/anchors.ts";
import type { Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import type { EssayText, Note, NoteMark, NoteOrigin, Paragraph, Section } from "../essay/model.ts";
import { openingWords, paragraphsOf } from "../essay/opening-words.ts";
import { withoutFallbackSigns, writeFallback } from "../i18n/fallback.ts";
import { formatDate, strings } from "../i18n/index.ts";
import { markingFallback } from "../i18n/merge.ts";
import { asOfDates } from "../markdown/as-of.ts";
import {
  citationUnits,
  isCitationUnit,
  markedBlocks,
  noteDefinitions,
  noteLabel,
  noteMarks,
} from "../markdown/citation-units.ts";
import { findCitations } from "../markdown/citations.ts";
import { citeInText, textSources } from "../markdown/cite-in-text.ts";
import { explicitId } from "../markdown/heading-ids.ts";
import { blockId, textBlocks } from "../markdown/name-blocks.ts";
import { renderNote } from "../markdown/note-html.ts";
import { plainText } from "../markdown/plain-text.ts";
import type { CslItem } from "../schemas/references.ts";
import { bibliography, isSourceOf } from "./bibliography.ts";
import { type EssaySettings, withoutAbsent } from "./essay-settings.ts";
import type { ParsedSection } from "./parsed-section.ts";
import type { AnnotationFiles } from "./read-annotations.ts";
import type { ParagraphIds } from "./read-registry.ts";

/**
 * Builds the text of one language: numbers paragraphs and notes, renders notes, formats references.
 *
 * @param parsed its sections in order; a draft is replaced by the section of another language
 * @param ids the anchors of each section's paragraphs
 * @param system how the essay cites; citations in the text are written out in the trees, which are changed
 */
export async function assembleText(
  { ofTheEssay, ofTheTexts }: EssaySettings,
  language: Language,
  parsed: readonly ParsedSection[],
  references: readonly CslItem[],
  annotations: AnnotationFiles,
  ids: ParagraphIds,
  system: CitationSystem,
): Promise<EssayText> {
  const isKnown = isSourceOf(references);
  const formatted = new Map<Language, FormattedReferences>();
  for (const used of new Set([language, ...parsed.map((section) => section.language)]))
    formatted.set(used, await formatReferences(references, used, system));
  const format = (id: string, used = language, place?: string) => {
    const found = formatted.get(used);
    return (place === undefined ? found?.full.get(id) : found?.at(id, place)) ?? "";
  };

  for (const { tree, language: used } of system === "author-date" ? parsed : [])
    citeInText(tree, used, (formatted.get(used) as FormattedReferences).short, isKnown);

  const noteCounts: Record<NoteOrigin, number> = { essay: 0, editor: 0 };
  const sections = parsed.map(({ entry, language: textLanguage, file, frontmatter, titleNotes, tree }): Section => {
    const units = citationUnits(tree);
    const anchors = ids(entry.id);
    const paragraphs = units.map((unit, index): Paragraph => {
      const anchor = anchors[index] ?? "";
      return {
        anchor,
        number: paragraphNumber(anchor),
        section: entry.id,
        text: plainText(unit),
        line: unit.position?.start.line ?? 1,
        sources: textSources(unit),
      };
    });

    const marks = new Map<string, NoteMark[]>();
    const addMark = (label: string, place: Omit<NoteMark, "anchor">) => {
      const earlier = marks.get(label) ?? [];
      marks.set(label, [...earlier, { anchor: markAnchor(label, earlier.length + 1), ...place }]);
    };
    for (const title of ["essay", "section"] as const)
      for (const label of titleNotes[title]) addMark(label, { paragraph: entry.id, title });
    let unitsBefore = 0;
    for (const block of markedBlocks(tree)) {
      const anchor = isCitationUnit(block)
        ? (paragraphs[unitsBefore++]?.anchor ?? "")
        : ((block.type === "heading" ? explicitId(block) : blockId(block)) ?? entry.id);
      for (const mark of noteMarks(block)) addMark(noteLabel(mark), { paragraph: anchor });
    }

    const definitions = new Map(noteDefinitions(tree).map((node) => [noteLabel(node), node]));
    const notes = [...marks].map(([label, places]): Note => {
      const origin = originOf(label);
      noteCounts[origin] += 1;
      const definition = definitions.get(label) as FootnoteDefinition;
      const [asOf] = asOfDates(definition);
      const rendered = markingFallback(() =>
        renderNote(definition, textLanguage, {
          citation: ({ works }) =>
            joinReferences(
              works.map(({ id, prefix, locator }) =>
                [prefix && asHtml(prefix), format(id, textLanguage, locator)].filter(Boolean).join(" "),
              ),
            ),
          isKnown,
          asOf: (date) => strings(textLanguage).asOf(formatDate(date, textLanguage)),
          missing: strings(textLanguage).missingNote,
        }),
      );
      const html = writeFallback(rendered.html);
      return {
        label,
        anchor: noteAnchor(label),
        origin,
        number: noteCounts[origin],
        section: entry.id,
        marks: places,
        html: textLanguage === language ? html : `<div lang="${textLanguage}">${html}</div>`,
        text: withoutFallbackSigns(rendered.text),
        references: rendered.references.map(withoutFallbackSigns),
        sources: [...new Set(findCitations(definition, isKnown).flatMap(({ works }) => works.map(({ id }) => id)))],
        ...(asOf && { asOf }),
      };
    });

    const words = paragraphs.map(({ text }) => text).join("\n");
    return {
      ...entry,
      language,
      ...(textLanguage !== language && { textLanguage }),
      file,
      title: frontmatter.title ?? openingWords(words, UNTITLED_LENGTH),
      ...(frontmatter.title === undefined && { isUntitled: true }),
      summary: frontmatter.summary,
      paragraphs,
      blocks: textBlocks(tree),
      notes,
      minutes: readingMinutes(words, textLanguage),
    };
  });

  const { title, subtitle } = ofTheEssay.titles[language] ?? { title: "" };
  const { description, abstract, keywords, notes, about } = ofTheTexts;
  const reference = ofTheEssay.source?.reference;
  const written = description?.[language] ?? abstract?.[language] ?? firstWords(sections);
  return withoutAbsent<EssayText>({
    language,
    title,
    subtitle,
    description: description?.[language] ?? openingWords(written, DESCRIPTION_LENGTH),
    abstract: abstract?.[language] && paragraphsOf(abstract[language]).join("\n\n"),
    keywords: keywords?.[language] ?? [],
    notesIntroduction: notes?.introduction?.[language],
    editorNotesIntroduction: notes?.editors?.[language],
    about: about?.[language],
    sections,
    bibliography: bibliography(
      language,
      sections,
      annotations,
      references,
      formatted.get(language) as FormattedReferences,
    ),
    ...(reference !== undefined && { sourceReference: format(reference) }),
  });
}

const asHtml = (value: string): string => toHtml({ type: "text", value });

/** Characters that search engines show of a description, about; and of what names a section without a title. */
const DESCRIPTION_LENGTH = 160;
const UNTITLED_LENGTH = 32;

const firstWords = (sections: readonly Section[]): string =>
  sections.flatMap(({ paragraphs }) => paragraphs)[0]?.text ?? "";

/** @returns the length of a text in characters or words, as its language counts */
export function textLength(text: string, language: Language): number {
  return profileOf(language).readingSpeed.unit === "characters"
    ? [...text.replaceAll(/\s/gu, "")].length
    : text.split(/\s+/u).filter(Boolean).length;
}

/** @returns the estimated reading time in whole minutes, at least 1 */
export function readingMinutes(text: string, language: Language): number {
  const { perMinute } = profileOf(language).readingSpeed;
  return Math.max(1, Math.round(textLength(text, language) / perMinute));
}
