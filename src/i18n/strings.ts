import type { NoteOrigin } from "../essay/model.ts";
/** All strings of the interface. A language that lacks one does not compile. */
export interface Strings {
  /** The language's name in the language itself. */
  readonly languageName: string;
  readonly skipToText: string;
  readonly siteNavigation: string;
  readonly contents: string;
  /** Name of the scale of all paragraphs beside the text. */
  readonly scale: string;
  readonly fullText: string;
  readonly notes: string;
  readonly search: string;
  readonly about: string;
  /** Short form for the header. */
  readonly aboutShort: string;
  /** Label of the button for the reading settings. */
  readonly display: string;
  readonly cover: string;
  readonly bibliography: string;
  /** How a restatement stands to the work that it restates; a reader must not miss it. */
  readonly restatement: (author: string, affiliation?: string, date?: string) => string;
  readonly restatementShort: (author: string) => string;
  readonly translationShort: (author: string) => string;
  /** Under the authors; the names are in a row already. */
  readonly translatedBy: (names: string) => string;
  readonly editedBy: (names: string) => string;
  readonly sourceWork: string;
  readonly edition: (version: string, date: string) => string;
  readonly editionLabel: string;
  readonly licenceText: string;
  readonly licenceCode: string;
  readonly licenceLabel: string;
  readonly abstract: string;
  readonly keywords: string;
  readonly publisher: string;
  /** Before the journal or the collection. */
  readonly publishedIn: string;
  /** Before the days on which a journal received and accepted it, and on which it appeared. */
  readonly received: string;
  readonly accepted: string;
  readonly published: string;
  readonly funding: string;
  /** Before the address at which readers write to the editors. */
  readonly contact: string;
  /** Before a contributor who has no role of their own. */
  readonly contributors: string;
  /** From the first page to the text in this language. */
  readonly enter: string;
  readonly inPreparation: string;
  /** Name of the navigation to the other languages. */
  readonly languages: string;
  /** The `<title>` of a page. */
  readonly pageTitle: (page: string, work: string) => string;
  readonly fullTitle: (title: string, subtitle: string) => string;
  /** Notice on a draft section that is shown in another language. */
  readonly draftNotice: (shownLanguage: string) => string;
  /** Accessible name of the link to a paragraph in another language; it begins with the visible code (WCAG 2.5.3). */
  readonly peek: (number: string, language: string, code: string) => string;
  /** Link to the section in two languages side by side. */
  readonly parallelLink: (language: string) => string;
  readonly parallelTitle: (section: string) => string;
  readonly parallel: string;
  readonly parallelIntroduction: (language: string) => string;
  /** Link from there to the section in one language. */
  readonly parallelBack: string;
  /** Link to the same page with the other language first. */
  readonly parallelTurn: (language: string) => string;
  readonly searchIn: (language: string) => string;
  readonly startReading: string;
  readonly readEverything: string;
  /** A decimal number with the signs of its level around it. */
  readonly sectionLabel: (depth: 1 | 2 | 3, number: string) => string;
  readonly appendix: (number: string) => string;
  readonly paragraphRange: (first: string, last: string) => string;
  readonly paragraphLink: (number: string) => string;
  readonly sectionLink: (title: string) => string;
  readonly minutes: (minutes: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly sectionNavigation: string;
  /** Accessible name of a note mark; it contains the visible text (WCAG 2.5.3). */
  readonly noteMark: (number: number, origin: NoteOrigin) => string;
  /** Visible text of a note mark, and number in the list. */
  readonly noteNumber: (number: number, origin: NoteOrigin) => string;
  readonly editorNotes: string;
  /** Opens the rest of a note that is folded. */
  readonly moreOfNote: string;
  /** States on which day an editors' note was checked. */
  readonly asOf: (date: string) => string;
  /** Stands in the place of a note whose text is missing. */
  readonly missingNote: string;
  readonly glossary: string;
  readonly glossaryIntroduction: string;
  /** Accessible name of the index of the glossary. */
  readonly glossaryIndex: string;
  /** Label of the paragraphs that a term, event or figure belongs to. */
  readonly usedIn: string;
  readonly timeline: string;
  readonly timelineIntroduction: string;
  /** Separator between an event's date and its text. */
  readonly eventSeparator: string;
  /** Label of the essay's publication in the timeline. */
  readonly essayWritten: string;
  readonly figures: string;
  /** Headings of the events before and after the essay. */
  readonly beforeEssay: string;
  readonly afterEssay: string;
  /** Legend of the timeline drawing. */
  readonly timelineLegend: string;
  readonly figure: (number: number) => string;
  /** Whose a figure is in another’s work, beside its sources. */
  readonly figureOfEditors: string;
  readonly figureLink: (number: number) => string;
  readonly asTable: string;
  /** Before the files of a figure as a picture. */
  readonly picture: string;
  readonly listOfFigures: string;
  readonly listOfFiguresIntroduction: string;
  /** Heading of the annotations at the end of a section. */
  readonly annotations: string;
  readonly backToMark: (paragraph: string) => string;
  /** The same from a note whose mark stands outside the numbered paragraphs. */
  readonly backToText: string;
  readonly bibliographyIntroduction: string;
  readonly citedIn: string;
  /** Before the files with all sources. */
  readonly allSources: string;
  readonly separator: string;
  readonly searchLabel: string;
  readonly searchButton: string;
  /** In the place of what a reader has pressed for: nothing answers, or the site was renewed and does not have it any more. */
  readonly loadFailed: string;
  readonly close: string;
  readonly searchWithoutScript: string;
  readonly searchWithoutScriptLink: string;
  readonly fullIntroduction: string;
  readonly notFound: string;
  readonly notFoundText: string;
  /** Before the pages with addresses like the one that has no page. */
  readonly nearestAddresses: string;
  /** Under every page of a restatement. */
  readonly footerSource: (author: string) => string;
  /** Under every page of a translation. */
  readonly footerTranslation: (author: string, translators: string) => string;
  /** What a book says of itself to readers who depend on it. */
  readonly bookAccessibility: string;
}
