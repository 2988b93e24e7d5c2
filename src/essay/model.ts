import type { Annotations } from "./annotations.ts";
import type { BibliographicItem } from "./bibliographic.ts";
import type { ImageAsset } from "./images.ts";
import type { EssayKind } from "./kinds.ts";
import type { Language, Localised } from "./language.ts";
import type { OutlineEntry } from "./outline.ts";
import type { Contributor, People } from "./people.ts";
import type { Publication } from "./publication.ts";
import type { EarlierWords, Redirect, RetiredAnchor } from "./retired-anchors.ts";

/**
 * The essay as data: what the pages, the search index, the citations and the checks all read.
 * Plain values only, so that one essay can be handed from the build to the pages as JSON.
 */

export type { OutlineEntry } from "./outline.ts";

/** A dated version of the text; it stands in every citation. */
export interface Edition {
  /** Semantic version of the text, `1.0.0`. */
  readonly version: string;
  /** ISO 8601 date on which this edition was published. */
  readonly date: string;
  /** What it changed. */
  readonly summary?: Localised | undefined;
}

/** The work that an essay restates or translates. */
export interface SourceWork {
  readonly authors: readonly Contributor[];
  /** The author as running text names them, where the essay says so itself. */
  readonly author?: Localised | undefined;
  /** The author's position when the work was written. */
  readonly affiliation?: Localised | undefined;
  readonly title: Localised;
  /** ISO 8601 date, as exact as it is known (`2023-03`). */
  readonly date?: string | undefined;
  /** Id of the work in `references.json`. */
  readonly reference?: string | undefined;
  /** What is cited of it: the reference, or what is known without one. */
  readonly work: BibliographicItem;
}

/** A licence, with the address of its text where it has one. */
export interface Licence {
  readonly name: Localised;
  readonly url?: string | undefined;
}

/** The unit of citation, numbered through the whole essay. */
export interface Paragraph {
  /** `p23`: the id of the element and the fragment of its address. */
  readonly anchor: string;
  /** What a reader sees and cites: `23`. */
  readonly number: string;
  readonly section: string;
  /** The paragraph's words without marks, numbers, readings and markup. */
  readonly text: string;
  /** Line of the source file on which the paragraph begins, from 1. */
  readonly line: number;
  /** Ids of the references that its own words cite, not those of its notes. */
  readonly sources: readonly string[];
}

/** A block between paragraphs: a table, a list, a picture. It bears no number, and has an address of its own. */
export interface TextBlock {
  /** The id of the element and the fragment of its address. */
  readonly anchor: string;
  /** Its words, those of a picture's alternative included. */
  readonly text: string;
}

/** The title that a note hangs on: the essay's, or that of the note's own section. */
export type MarkedTitle = "essay" | "section";

/** One mark of a note in the text. */
export interface NoteMark {
  /** Id of the mark's element; the note's backlink leads to it. */
  readonly anchor: string;
  /** Anchor of the paragraph in which the mark stands, or of the block or the heading, which have no number. */
  readonly paragraph: string;
  /** The title on which it stands, where that is its place. */
  readonly title?: MarkedTitle;
}

/** Whose note it is: the essay’s own, or one that the editors added later. */
export type NoteOrigin = "essay" | "editor";

/** A note. Its anchor is made from its label and never changes. */
export interface Note {
  readonly label: string;
  /** `note-biden-2021` */
  readonly anchor: string;
  readonly origin: NoteOrigin;
  /** Position among the notes of its origin in the whole essay, from 1. */
  readonly number: number;
  readonly section: string;
  readonly marks: readonly NoteMark[];
  /** The note as HTML, citations formatted. */
  readonly html: string;
  /** The note's words, citations included, without markup. */
  readonly text: string;
  /** What of `text` is a reference to a source, in order. */
  readonly references?: readonly string[];
  /** Ids of the references that the note cites, in its order. */
  readonly sources: readonly string[];
  /** Of an editors' note, the ISO 8601 date of the day on which it was checked. */
  readonly asOf?: string;
}

/** One page of the essay in one language. */
export interface Section extends OutlineEntry {
  /** Language of the text that the section belongs to. */
  readonly language: Language;
  /** Language that its words are taken from, where its own text is still a draft. */
  readonly textLanguage?: Language;
  /** Never empty: a section without a title goes by the words with which it begins. */
  readonly title: string;
  readonly isUntitled?: true;
  readonly summary?: string | undefined;
  /** Path of the source file, relative to the project's root. */
  readonly file: string;
  readonly paragraphs: readonly Paragraph[];
  /** What stands between the paragraphs, in order. */
  readonly blocks: readonly TextBlock[];
  readonly notes: readonly Note[];
  /** Estimated time to read the section, in minutes, at least 1. */
  readonly minutes: number;
}

/** Where a source is cited: in a paragraph itself, or in a note to it. */
export interface Citing {
  readonly note?: string;
  readonly paragraph: string;
}

/** A source in the bibliography, with the places that cite it. Annotations list their sources themselves. */
export interface Reference {
  readonly id: string;
  /** The reference as notes have it, as HTML. */
  readonly html: string;
  /** The same as a list has it, by which it is sorted: the first name is turned round, with the family before. */
  readonly listed: string;
  /** Language of the work itself. */
  readonly language: Language;
  readonly citedBy: readonly Citing[];
}

/** The essay in one language. */
export interface EssayText {
  readonly language: Language;
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** One or two sentences; made from the abstract or the text where the author gives none. */
  readonly description: string;
  /** Its paragraphs are parted by blank lines. */
  readonly abstract?: string | undefined;
  readonly keywords: readonly string[];
  /** What the page of notes says before the essay's own, and before the editors'. */
  readonly notesIntroduction?: string | undefined;
  readonly editorNotesIntroduction?: string | undefined;
  /** What a reader should know of the site, where no file of its own says it; paragraphs as in the abstract. */
  readonly about?: string | undefined;
  readonly sections: readonly Section[];
  readonly bibliography: readonly Reference[];
  /** The source work's own reference, formatted, as HTML, where it is among the references. */
  readonly sourceReference?: string | undefined;
}

/** The whole essay. */
export interface Essay {
  readonly id: string;
  /** Whose the words are. */
  readonly kind: EssayKind;
  /** The present edition. */
  readonly edition: Edition;
  /** All editions that are known, the newest first. */
  readonly editions: readonly Edition[];
  readonly people: People;
  readonly publication: Publication;
  /** Absent of an original essay. */
  readonly source?: SourceWork;
  readonly licence: {
    readonly text?: Licence | undefined;
    /** Of figures and their data, where it is not that of the text: `essay/licences.ts`. */
    readonly figures?: Licence | undefined;
    readonly code?: Licence | undefined;
  };
  /** In the order in which a reader is offered them; the first is the default. */
  readonly languages: readonly Language[];
  /** Title and subtitle in every language the essay is announced in, also where its text is still to come. */
  readonly titles: Localised<{ readonly title: string; readonly subtitle?: string }>;
  readonly outline: readonly OutlineEntry[];
  readonly texts: Readonly<Record<Language, EssayText>>;
  /** The drawing of the cover, as HTML. */
  readonly cover?: string | undefined;
  /** The images that stand in the sections, by the address of each as its section has it. */
  readonly images: Readonly<Record<string, ImageAsset>>;
  /** The languages for which there is a picture that links are shown with (`shareImageRoute`). */
  readonly shareImages: readonly Language[];
  /** The sources of `references.json`, by id. */
  readonly references: Readonly<Record<string, BibliographicItem>>;
  readonly annotations: Annotations;
  /** Published anchors whose text is no longer there; each is an element that keeps the address. */
  readonly retiredAnchors: readonly RetiredAnchor[];
  /** Whether its addresses are registered, so that they are kept when the text changes. */
  readonly isRegistered: boolean;
  /** Pages of sections that have another slug now. */
  readonly redirects: readonly Redirect[];
  /** Superseded words, by language and anchor. */
  readonly earlierWords: Localised<Readonly<Record<string, readonly EarlierWords[]>>>;
}
