import { CITATION_FORMATS, FORMAT_NAMES, MEDIA_TYPES } from "../citation/record.ts";
import {
  type FormatsByLanguage,
  PDF_TYPE,
  SECTION_FORMATS,
  SECTION_FORMS,
  sectionRoute,
  type WorkFormat,
} from "../essay/formats.ts";
import type { Language } from "../essay/language.ts";
import type { Essay } from "../essay/model.ts";
import { routes, WORK_NAME } from "../essay/routes.ts";
import { booksIn, printsIn } from "../export/formats.ts";
import { EXPORT_TYPES } from "./headers.ts";

/**
 * @param withPdf whether PDF files will be there too
 * @returns every form of the whole essay, by language
 */
export const workFormats = (essay: Pick<Essay, "id" | "languages">, withPdf: boolean): FormatsByLanguage =>
  Object.fromEntries(essay.languages.map((language) => [language, formatsIn(essay.id, language, withPdf)]));

/** @returns the addresses of all files to which the page of formats leads, in every language */
export const routesOfFormats = (essay: Pick<Essay, "id" | "languages" | "outline">, withPdf: boolean): string[] =>
  Object.entries(workFormats(essay, withPdf)).flatMap(([language, formats]) => [
    ...formats.map(({ route }) => route),
    ...essay.outline.flatMap(({ id }) => SECTION_FORMS.map((form) => sectionRoute(language, id, form))),
  ]);

function formatsIn(essay: string, language: Language, withPdf: boolean): WorkFormat[] {
  const books = booksIn(essay, language);
  const prints = withPdf ? printsIn(essay, language) : [];
  return [
    ...books.map(({ writing, route }) => ({
      kind: "book" as const,
      extension: "epub" as const,
      route,
      name: "EPUB",
      type: EXPORT_TYPES.epub,
      writing: books.length > 1 ? writing : undefined,
    })),
    ...prints.map(({ writing, route }) => ({
      kind: "book" as const,
      extension: "pdf" as const,
      route,
      name: "PDF",
      type: PDF_TYPE,
      writing: prints.length > 1 ? writing : undefined,
    })),
    ...(["txt", "md"] as const).map((extension) => ({
      kind: "text" as const,
      extension,
      route: routes.text(language, WORK_NAME, extension),
      name: SECTION_FORMATS[extension],
      type: EXPORT_TYPES[extension].replace(/;.*/u, ""),
    })),
    ...CITATION_FORMATS.map((format) => ({
      kind: "citation" as const,
      extension: format,
      route: routes.citation(language, WORK_NAME, format),
      name: FORMAT_NAMES[format],
      type: MEDIA_TYPES[format],
    })),
  ];
}
