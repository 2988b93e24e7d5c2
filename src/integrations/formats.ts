import { CITATION_FORMATS, FORMAT_NAMES, MEDIA_TYPES, WORK_NAME } from "../citation/record.ts";
import type { FormatsByLanguage, WorkFormat } from "../essay/formats.ts";
import type { Language } from "../essay/language.ts";
import type { Essay } from "../essay/model.ts";
import { routes } from "../essay/routes.ts";
import { booksIn } from "../export/formats.ts";
import { EXPORT_TYPES } from "./headers.ts";

/** @returns every form of the whole essay that a build makes, by language */
export const workFormats = (essay: Pick<Essay, "id" | "languages">): FormatsByLanguage =>
  Object.fromEntries(essay.languages.map((language) => [language, formatsIn(essay.id, language)]));

function formatsIn(essay: string, language: Language): WorkFormat[] {
  const books = booksIn(essay, language);
  return [
    ...books.map(({ writing, route }) => ({
      kind: "book" as const,
      route,
      name: "EPUB",
      type: EXPORT_TYPES.epub,
      writing: books.length > 1 ? writing : undefined,
    })),
    ...(["txt", "md"] as const).map((extension) => ({
      kind: "text" as const,
      route: routes.text(language, WORK_NAME, extension),
      name: { txt: "TXT", md: "Markdown" }[extension],
      type: EXPORT_TYPES[extension].replace(/;.*/u, ""),
    })),
    ...CITATION_FORMATS.map((format) => ({
      kind: "citation" as const,
      route: routes.citation(language, WORK_NAME, format),
      name: FORMAT_NAMES[format],
      type: MEDIA_TYPES[format],
    })),
  ];
}
