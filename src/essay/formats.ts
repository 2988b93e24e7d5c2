import type { Language } from "./language.ts";
import { routes } from "./routes.ts";

/** What a form of the essay is for. */
export const FORMAT_KINDS = ["book", "text", "citation"] as const;
export type FormatKind = (typeof FORMAT_KINDS)[number];

/** What files of the essay end on, and of what is cited. */
export const FILE_EXTENSIONS = ["epub", "pdf", "html", "txt", "md", "bib", "biblatex.bib", "ris", "csl.json"] as const;
export type FileExtension = (typeof FILE_EXTENSIONS)[number];

/** What readers call the forms in which a section is a file of its own. */
export const SECTION_FORMATS = { html: "HTML", md: "Markdown", txt: "TXT" } as const;
export type SectionForm = keyof typeof SECTION_FORMATS;
export const SECTION_FORMS: readonly SectionForm[] = ["html", "md", "txt"];

/** Media type of PDF (RFC 8118). */
export const PDF_TYPE = "application/pdf";

/** A form in which the whole essay can be taken along, as a file. */
export interface WorkFormat {
  readonly kind: FormatKind;
  readonly extension: FileExtension;
  /** Address below the base path. */
  readonly route: string;
  /** What it is called in every language. */
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** How its lines run, where there is the other one too. */
  readonly writing?: "horizontal" | "vertical" | undefined;
}

/** The formats of an essay by language. */
export type FormatsByLanguage = Readonly<Record<Language, readonly WorkFormat[]>>;

/** @returns the address of a section in a form in which it is a file of its own */
export const sectionRoute = (language: Language, section: string, form: SectionForm): string =>
  form === "html" ? routes.handout(language, section) : routes.text(language, section, form);

/** The class of what the editors have added, which a reader may leave out of a hand-out; their notes’ marks have it too. */
export const EDITORS = "editor";
