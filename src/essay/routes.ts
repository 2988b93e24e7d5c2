import type { Language } from "./language.ts";

/** The file name of a section to hand out. */
export const HANDOUT = "handout.html";
/** Base name of the files of the whole. It is a reserved slug; the essay's id is not, and a section may have it. */
export const WORK_NAME = "full";

/** The paths of all pages below the base path. No other module builds one. */
export const routes = {
  cover: (language: Language) => `${language}/`,
  section: (language: Language, id: string) => `${language}/${id}/`,
  full: (language: Language) => `${language}/full/`,
  /** A part of the full text of a long work, by its first section. */
  volume: (language: Language, id: string) => `${language}/full/${id}/`,
  /** The running heads of the full text on paper, or of one of its volumes. */
  chapterHeads: (language: Language, volume?: string) =>
    `${language}/full/${volume === undefined ? "" : `${volume}/`}heads.css`,
  /** Which volume has which anchor. */
  volumeAnchors: (language: Language) => `${language}/full/anchors.json`,
  /** Which page has which anchor. */
  anchors: (language: Language) => `${language}/anchors.json`,
  /** All paragraphs by section. */
  scale: (language: Language) => `${language}/scale.json`,
  notes: (language: Language) => `${language}/notes/`,
  sources: (language: Language) => `${language}/sources/`,
  glossary: (language: Language) => `${language}/glossary/`,
  timeline: (language: Language) => `${language}/timeline/`,
  editions: (language: Language) => `${language}/editions/`,
  /** What changed in a section, or in a page of annotations. */
  changes: (language: Language, id: string) => `${language}/editions/${id}/`,
  /** An edition that is not the present one, and its sections. */
  edition: (language: Language, version: string) => `${language}/${version}/`,
  editionSection: (language: Language, version: string, id: string) => `${language}/${version}/${id}/`,
  /** What became of every anchor in every edition. */
  editionsMap: "editions.json",
  /** All forms of the essay as files. */
  formats: (language: Language) => `${language}/formats/`,
  /** What changes, for programs that tell their readers. */
  feed: (language: Language) => `${language}/feed.xml`,
  /** How browsers search the essay. */
  openSearch: (language: Language) => `${language}/opensearch.xml`,
  search: (language: Language) => `${language}/search/`,
  /** The service worker of readers who keep a language for offline, and what it would keep. */
  offlineWorker: (language: Language) => `${language}/offline-worker.js`,
  offline: (language: Language) => `${language}/offline.json`,
  /** The worker for pages of no language's own. */
  offlineRootWorker: "offline-worker.js",
  /** What a device shows of the site where it is installed. */
  manifest: (language: Language) => `${language}/manifest.webmanifest`,
  /** The page for what is missing below a language's folder. */
  missing: (language: Language) => `${language}/404.html`,
  about: (language: Language) => `${language}/about/`,
  /** @param pair `LanguagePair.path` */
  parallel: (id: string, pair?: string) => `parallel/${id}/${pair === undefined ? "" : `${pair}/`}`,
  /** The list of figures. */
  figures: (language: Language) => `${language}/figures/`,
  /** A figure as a picture to take along. */
  picture: (language: Language, figure: string) => `${language}/figures/${figure}.svg`,
  /** The data of a figure. */
  data: (figure: string) => `data/${figure}.csv`,
  /** What these data are and whose, where programs look for it (Tabular Data Model, W3C, 5.3). */
  dataDescription: (figure: string) => `data/${figure}.csv-metadata.json`,
  /** A section as plain text (`txt`) or Markdown (`md`); the whole goes by the name of its page. */
  text: (language: Language, name: string, extension: "txt" | "md") => `${language}/${name}.${extension}`,
  /** A section as one file to hand out. Beside its page: some hosts would show `przewodow.html` in place of `przewodow/`. */
  handout: (language: Language, id: string) => `${language}/${id}/${HANDOUT}`,
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

/** The site's sign as devices show it, by its file; what is `maskable` is cut to the device's own shape. */
export const ICONS = {
  "apple-touch-icon.png": { size: 180, purpose: "maskable" },
  "icon-192.png": { size: 192, purpose: "any" },
  "icon-512.png": { size: 512, purpose: "any" },
} as const;
