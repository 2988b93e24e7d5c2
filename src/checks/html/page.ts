import type { Element } from "hast";
import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from "parse5";

/** What the checks need to know of a page's HTML; a page's tree would be a hundred times as large. */
export interface PageContent {
  /** All ids of the page in document order, duplicates included. */
  readonly ids: readonly string[];
  /** The address of every link, each once. */
  readonly links: readonly string[];
  /** The texts of its prose, as `isSuspect` let them through. */
  readonly suspects: readonly string[];
}

/** A built page, as the checks see it. */
export interface BuiltPage extends PageContent {
  /** Address within the site, without the base path: `/ja/przewodow/`, `/404.html`. */
  readonly path: string;
  /** Path of the file, relative to the site's folder. */
  readonly file: string;
}

/**
 * @param file of a page, relative to the site's folder, with `/` between folders
 * @returns its address within the site
 */
export const pathOfPage = (file: string): string => `/${file.replace(/(^|\/)index\.html$/u, "$1")}`;

/** The built site, as the checks see it. */
export interface BuiltSite {
  /** `/` or `/essay/`. */
  readonly basePath: string;
  readonly pages: ReadonlyMap<string, BuiltPage>;
  /** Every file of the site, relative to its folder, with `/` between folders. */
  readonly files: ReadonlySet<string>;
}

/** A mistake in a built page, before it is located in a source file. */
export interface PageFinding {
  readonly page: BuiltPage;
  /** Texts to look for in the source files, the most specific first. */
  readonly sourceTexts: readonly string[];
  readonly what: string;
  readonly how: string;
}

/** A check over the built site. */
export type PageCheck = (page: BuiltPage, site: BuiltSite) => PageFinding[];

/** @returns the element's attribute as text, or `undefined` where it is absent */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  return typeof value === "string" ? value : undefined;
}

/** Elements whose content is not the words of a page. */
const NOT_PROSE = new Set(["head", "script", "style", "code", "pre", "svg"]);

/** Elements in which a tag is text (HTML, 13.2.5): the tokenizer has to be told. */
const TEXT_MODES: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
};

/**
 * Reads a page token by token, without making a tree of it.
 *
 * @param isSuspect which texts of the page's prose are worth keeping
 */
export function readPage(html: string, isSuspect: (text: string) => boolean): PageContent {
  const ids: string[] = [];
  const links = new Set<string>();
  const suspects: string[] = [];
  let text = "";
  let outside = 0;
  const flush = () => {
    if (text && outside === 0 && isSuspect(text)) suspects.push(text);
    text = "";
  };
  const onText = ({ chars }: Token.CharacterToken) => {
    text += chars;
  };
  const handler: TokenHandler = {
    onStartTag: ({ tagName, attrs, selfClosing }) => {
      flush();
      for (const { name, value } of attrs) {
        if (name === "id") ids.push(value);
        else if (name === "href" && tagName === "a") links.add(value);
      }
      if (NOT_PROSE.has(tagName) && !selfClosing) outside += 1;
      // Inside a drawing a title holds what it shows, and tags there are tags.
      const mode = tagName === "title" && outside > 0 && !isHead ? undefined : TEXT_MODES[tagName];
      if (tagName === "head") isHead = true;
      if (mode !== undefined) tokenizer.state = mode;
    },
    onEndTag: ({ tagName }) => {
      flush();
      if (tagName === "head") isHead = false;
      if (NOT_PROSE.has(tagName) && outside > 0) outside -= 1;
    },
    onCharacter: onText,
    onWhitespaceCharacter: onText,
    onNullCharacter: onText,
    onComment: () => undefined,
    onDoctype: () => undefined,
    onEof: flush,
  };
  let isHead = false;
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, handler);
  tokenizer.write(html, true);
  return { ids, links: [...links], suspects };
}
