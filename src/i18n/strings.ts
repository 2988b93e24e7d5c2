import type { NoteOrigin } from "../essay/model.ts";
/** Every string of the interface. A language that lacks one does not compile. */
export interface Strings {
  /** The language's name in itself. */
  readonly languageName: string;
  readonly skipToText: string;
  readonly siteNavigation: string;
  readonly contents: string;
  readonly fullText: string;
  readonly notes: string;
  readonly search: string;
  readonly about: string;
  /** As it stands in the line above every page. */
  readonly aboutShort: string;
  /** Opens the reading settings. */
  readonly display: string;
  readonly cover: string;
  readonly bibliography: string;
  /** How this text stands to the work that it restates; a reader must not miss it. */
  readonly restatement: (author: string, affiliation: string, date: string) => string;
  readonly restatementShort: (author: string) => string;
  readonly argumentBy: string;
  readonly sourceWork: string;
  readonly edition: (version: string, date: string) => string;
  readonly editionLabel: string;
  readonly licenceText: string;
  readonly licenceCode: string;
  readonly licenceLabel: string;
  /** From the first page to the text in this language. */
  readonly enter: string;
  readonly inPreparation: string;
  /** The same, for a reader who chose this language before. */
  readonly enterAgain: string;
  /** Name of the navigation to the other languages. */
  readonly languages: string;
  /** A page's title with the essay's. */
  readonly pageTitle: (page: string, work: string) => string;
  readonly fullTitle: (title: string, subtitle: string) => string;
  /** The section is shown in another language, because its own text is not finished. */
  readonly draftNotice: (shownLanguage: string) => string;
  /** Shows a paragraph in another language. The sign that one sees comes first: WCAG 2.5.3. */
  readonly peek: (number: string, language: string, code: string) => string;
  readonly peekFailed: string;
  /** The way to a section in two languages side by side. */
  readonly parallelLink: (language: string) => string;
  readonly parallelTitle: (section: string) => string;
  readonly parallel: string;
  readonly parallelIntroduction: (language: string) => string;
  /** The way back from the two languages to the one. */
  readonly parallelBack: string;
  /** The way to the same columns with the other language first. */
  readonly parallelTurn: (language: string) => string;
  readonly searchIn: (language: string) => string;
  readonly startReading: string;
  readonly readEverything: string;
  readonly sectionLabel: (depth: 1 | 2, ordinal: number | undefined) => string;
  readonly paragraphRange: (first: string, last: string) => string;
  readonly paragraphLink: (number: string) => string;
  readonly sectionLink: (title: string) => string;
  readonly minutes: (minutes: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly sectionNavigation: string;
  readonly position: (index: number, count: number) => string;
  /** What a mark is called aloud; what is seen of it is in its name (WCAG 2.5.3). */
  readonly noteMark: (number: number, origin: NoteOrigin) => string;
  /** What stands in the text as the mark, and beside the note. */
  readonly noteNumber: (number: number, origin: NoteOrigin) => string;
  readonly editorNotes: string;
  readonly editorNotesIntroduction: string;
  /** The date up to which an editors' note was checked. */
  readonly asOf: (date: string) => string;
  readonly glossary: string;
  readonly glossaryIntroduction: string;
  /** Name of the navigation to the terms by what they begin with. */
  readonly glossaryIndex: string;
  /** Before the paragraphs that use a term, tell of an event or belong to a figure. */
  readonly usedIn: string;
  readonly timeline: string;
  readonly timelineIntroduction: string;
  /** Between an event's date and its words. */
  readonly eventSeparator: string;
  /** The essay's own moment among the events. */
  readonly essayWritten: string;
  readonly figures: string;
  /** Over the events that the essay could know of, and over those that came later. */
  readonly beforeEssay: string;
  readonly afterEssay: string;
  /** Under the drawing of the events. */
  readonly timelineLegend: string;
  readonly figure: (number: number) => string;
  readonly figureLink: (number: number) => string;
  readonly asTable: string;
  readonly downloadCsv: string;
  /** Over the list, at the end of a section, of what is linked to its paragraphs. */
  readonly annotations: string;
  readonly backToMark: (paragraph: string) => string;
  readonly notesIntroduction: string;
  readonly bibliographyIntroduction: string;
  readonly citedIn: string;
  readonly separator: string;
  readonly searchLabel: string;
  readonly searchButton: string;
  readonly searchHint: string;
  readonly searchAllKinds: string;
  readonly searchParagraphs: string;
  readonly searchKinds: string;
  readonly searchFailed: string;
  readonly searchRetry: string;
  readonly close: string;
  readonly searchWithoutScript: string;
  readonly searchWithoutScriptLink: string;
  readonly fullIntroduction: string;
  readonly notFound: string;
  readonly notFoundText: string;
  readonly footerSource: (author: string) => string;
}
