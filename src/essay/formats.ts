import type { Language } from "./language.ts";

/** What a form of the essay is for. */
export const FORMAT_KINDS = ["book", "text", "citation"] as const;
export type FormatKind = (typeof FORMAT_KINDS)[number];

/** Media type of PDF (RFC 8118). */
export const PDF_TYPE = "application/pdf";

/** A form in which the whole essay can be taken along, as a file. */
export interface WorkFormat {
  readonly kind: FormatKind;
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
