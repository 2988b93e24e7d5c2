import type { Language } from "./language.ts";

/** The pages of the site, as paths below the base path. Everything that links to a page asks here. */
export const routes = {
  cover: (language: Language) => `${language}/`,
  section: (language: Language, id: string) => `${language}/${id}/`,
  full: (language: Language) => `${language}/full/`,
  notes: (language: Language) => `${language}/notes/`,
  glossary: (language: Language) => `${language}/glossary/`,
  timeline: (language: Language) => `${language}/timeline/`,
  search: (language: Language) => `${language}/search/`,
  about: (language: Language) => `${language}/about/`,
  /** @param pair the languages, where they are not the essay's first two */
  parallel: (id: string, pair?: string) => `parallel/${id}/${pair === undefined ? "" : `${pair}/`}`,
  /** The data of a figure. */
  data: (figure: string) => `data/${figure}.csv`,
  /** A section's citation in a format, or that of the whole, which goes by the name of its page. */
  citation: (language: Language, name: string, extension: string) => `cite/${language}/${name}.${extension}`,
} as const;

/**
 * @param basePath where the site stands on its host, as Astro gives it (`/`, `/essay` or `/essay/`)
 * @param route a path below it
 */
export const address = (basePath: string, route: string): string => `${basePath.replace(/\/$/u, "")}/${route}`;
