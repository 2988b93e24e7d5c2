import type { Language } from "./language.ts";

/** The paths of all pages below the base path. No other module builds one. */
export const routes = {
  cover: (language: Language) => `${language}/`,
  section: (language: Language, id: string) => `${language}/${id}/`,
  full: (language: Language) => `${language}/full/`,
  /** A part of the full text of a long work, by its first section. */
  volume: (language: Language, id: string) => `${language}/full/${id}/`,
  /** Which volume has which anchor. */
  volumeAnchors: (language: Language) => `${language}/full/anchors.json`,
  /** Which page has which anchor. */
  anchors: (language: Language) => `${language}/anchors.json`,
  notes: (language: Language) => `${language}/notes/`,
  sources: (language: Language) => `${language}/sources/`,
  glossary: (language: Language) => `${language}/glossary/`,
  timeline: (language: Language) => `${language}/timeline/`,
  search: (language: Language) => `${language}/search/`,
  about: (language: Language) => `${language}/about/`,
  /** @param pair `LanguagePair.path` */
  parallel: (id: string, pair?: string) => `parallel/${id}/${pair === undefined ? "" : `${pair}/`}`,
  /** The data of a figure. */
  data: (figure: string) => `data/${figure}.csv`,
  /** A section as plain text (`txt`) or Markdown (`md`); the whole goes by the name of its page. */
  text: (language: Language, name: string, extension: "txt" | "md") => `${language}/${name}.${extension}`,
  /** The folder of all citation files. */
  citations: "cite/",
  /** A source as a file for reference managers, and all of them. */
  source: (id: string, extension: string) => `cite/sources/${id}.${extension}`,
  allSources: (extension: string) => `cite/sources.${extension}`,
  /** The citation file of a section, or of the whole (`WORK_NAME`). */
  citation: (language: Language, name: string, extension: string) => `cite/${language}/${name}.${extension}`,
} as const;

/**
 * @param basePath where the site stands on its host, as Astro gives it (`/`, `/essay` or `/essay/`)
 * @param route a path below it
 */
export const address = (basePath: string, route: string): string => `${basePath.replace(/\/$/u, "")}/${route}`;
