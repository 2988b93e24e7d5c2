import type { Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import type { Writing } from "./epub/xhtml.ts";

/** A book of the essay. */
export interface BookFormat {
  readonly writing: Writing;
  /** Address below the base path. */
  readonly route: string;
}

/** @returns the books of a language, the usual one first */
export function booksIn(essay: string, language: Language): BookFormat[] {
  const name = `${language}/${essay}`;
  return profileOf(language).writingModes.map((writing, index) => ({
    writing,
    route: index === 0 ? `${name}.epub` : `${name}-${writing}.epub`,
  }));
}

/** A printed form of the essay. */
export interface PrintFormat {
  readonly writing: Writing;
  readonly paper: "A4" | "A5";
  /** Address below the base path. */
  readonly route: string;
}

/** @returns the PDF files of a language: for a desk or a printer, and where its lines may be vertical, as a small book */
export function printsIn(essay: string, language: Language): PrintFormat[] {
  const name = `${language}/${essay}`;
  const prints: PrintFormat[] = [{ writing: "horizontal", paper: "A4", route: `${name}.pdf` }];
  if (profileOf(language).writingModes.includes("vertical"))
    prints.push({ writing: "vertical", paper: "A5", route: `${name}-vertical.pdf` });
  return prints;
}
