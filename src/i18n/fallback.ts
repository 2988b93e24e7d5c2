import { FALLBACK_LANGUAGE, type Language, type Localised } from "../essay/language.ts";
import { direction } from "../essay/scripts.ts";

/**
 * Words in another language than that of their page, where it lacks its own: English strings, a name that its author
 * gives in another language. Strings are plain text until a page is written: such words are enclosed in signs that nobody
 * sees, and the page makes elements of them that say their language.
 */

/** An isolate (Unicode UAX 9), with an invisible separator that tells it from an author's own. */
const OPEN = "\u2068\u2063";
const CLOSE = "\u2063\u2069";
/** Before a character of ASCII in a tag of Unicode, which is how a plain text tells its language. */
const TAGS = 0xe0000;
const SIGN = /(\u2068\u2063[\u{E0020}-\u{E007E}]*|\u2063\u2069)/u;
const SIGNS = new RegExp(SIGN, "gu");

/** @returns words of a language as such; numbers and signs are of no language */
export const wordsOf = (words: string, language: Language): string =>
  /\p{L}/u.test(words)
    ? `${OPEN}${[...language].map((letter) => String.fromCodePoint(TAGS + (letter.codePointAt(0) ?? 0))).join("")}${words}${CLOSE}`
    : words;

/** @returns the words as those of the fallback language, or of another that is named */
export const fallbackWords = (words: string, language: Language = FALLBACK_LANGUAGE): string =>
  wordsOf(words, language);

/** @returns what stands there in a language; in the essay's first, and as such, where it has none */
export function shownIn(texts: Localised, language: Language): string | undefined {
  const own = texts[language];
  const [first] = Object.entries(texts);
  return own ?? (first && wordsOf(first[1], first[0]));
}

/** @returns whether there are words of another language in a text */
export const hasFallback = (text: string): boolean => text.includes(OPEN);

/** @returns the text without the signs */
export const withoutFallbackSigns = (text: string): string => (hasFallback(text) ? text.replaceAll(SIGNS, "") : text);

/** Words of another language, and what stands in them. */
export interface ForeignWords {
  readonly language: Language;
  readonly parts: readonly TextPart[];
}

/** A stretch of text: words of the language around it, or of another. */
export type TextPart = string | ForeignWords;

/** @returns the text in its parts, without the signs */
export function partsOf(text: string): readonly TextPart[] {
  const open: { readonly language: Language; readonly parts: TextPart[] }[] = [{ language: "", parts: [] }];
  for (const piece of text.split(SIGN)) {
    if (piece.startsWith(OPEN)) {
      const words = { language: tagIn(piece.slice(OPEN.length)), parts: [] };
      open.at(-1)?.parts.push(words);
      open.push(words);
    } else if (piece === CLOSE) {
      if (open.length > 1) open.pop();
    } else if (piece) open.at(-1)?.parts.push(piece);
  }
  return open[0]?.parts ?? [];
}

/** @returns the language of the first words of another language */
const languageIn = (parts: readonly TextPart[]): Language | undefined =>
  parts.find((part) => typeof part !== "string")?.language;

/** @returns whether there are words beside those of another language */
const hasOwn = (parts: readonly TextPart[]): boolean =>
  parts.some((part) => typeof part === "string" && /\p{L}/u.test(part));

const tagIn = (characters: string): Language =>
  [...characters].map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? TAGS) - TAGS)).join("");

/** @returns the attributes that say a language */
export const languageAttributes = (language: Language): { lang: Language; dir: "ltr" | "rtl" } => ({
  lang: language,
  dir: direction(language),
});

/** Attributes of which a reader sees or hears the words. */
export const SAID_ATTRIBUTES = ["alt", "aria-label", "content", "placeholder", "title"] as const;

const COMMENT = "<!--[\\s\\S]*?-->";
const RAW = "<(?:script|style)\\b[\\s\\S]*?<\\/(?:script|style)>";
const TAG = "<(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>";
const TOKEN = new RegExp(`${COMMENT}|${RAW}|${TAG}|[^<]+|<`, "gu");
const START = /^<(?<name>[a-zA-Z][\w-]*)/u;
/** Elements that hold text and no elements. */
const TEXT_ONLY = new Set(["title", "option", "textarea"]);
/** Elements without an end, and those of them whose words all are in attributes. */
const EMPTY = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "source",
  "track",
  "wbr",
]);
const VOID = new Set(["img", "input", "link", "meta"]);
const SIGNED = new RegExp(` (?:${SAID_ATTRIBUTES.join("|")})="([^"]*)"`, "gu");

/**
 * @param html a page; or an XHTML page, where languages are said in XML's way too
 * @returns the page with an element around each stretch of words of another language, which says it. Where an attribute
 *   has them, its element says their language, and what stands in it that of the page.
 */
export function writeFallback(html: string, { isXml = false } = {}): string {
  if (!hasFallback(html)) return html;
  const tokens = html.match(TOKEN) ?? [];
  const page = /<html\b[^>]*?\slang="([^"]+)"/u.exec(html)?.[1] ?? FALLBACK_LANGUAGE;
  const nameOf = (token = ""): string => START.exec(token)?.groups?.["name"]?.toLowerCase() ?? "";
  const isEmpty = (token = ""): boolean => token.endsWith("/>") || EMPTY.has(nameOf(token));
  const attributes = (language: Language, withDirection = true): string => {
    const { lang, dir } = languageAttributes(language);
    return [`lang="${lang}"`, isXml && `xml:lang="${lang}"`, withDirection && `dir="${dir}"`].filter(Boolean).join(" ");
  };
  const withLanguage = (tag: string, said: string): string =>
    /\slang=/u.test(tag) ? tag : tag.replace(/\s*\/?>$/u, (end) => ` ${said}${end}`);
  const elementsOf = (parts: readonly TextPart[]): string =>
    parts
      .map((part) =>
        typeof part === "string" ? part : `<span ${attributes(part.language)}>${elementsOf(part.parts)}</span>`,
      )
      .join("");
  const written = tokens.map((token, index) => {
    const isText = !token.startsWith("<") && !TEXT_ONLY.has(nameOf(tokens[index - 1]));
    return isText && hasFallback(token) ? elementsOf(partsOf(token)) : withoutFallbackSigns(token);
  });
  /** The elements, and with `null` the words, that stand directly in the element that begins here. */
  const childrenOf = (start: number): (number | null)[] => {
    const children: (number | null)[] = [];
    if (isEmpty(tokens[start])) return children;
    for (let index = start + 1, depth = 0; index < tokens.length && depth >= 0; index += 1) {
      const token = tokens[index] ?? "";
      if (token.startsWith("</")) depth -= 1;
      else if (nameOf(token) && !/^<(?:script|style)\b/u.test(token)) {
        if (depth === 0) children.push(index);
        if (!isEmpty(token)) depth += 1;
      } else if (depth === 0 && hasOwn(partsOf(token))) children.push(null);
    }
    return children;
  };
  for (const [index, token] of tokens.entries()) {
    const name = nameOf(token);
    const inside = TEXT_ONLY.has(name) ? partsOf(tokens[index + 1] ?? "") : [];
    const said = [...token.matchAll(SIGNED)].map(([, value = ""]) => languageIn(partsOf(value)));
    const language = inside.length === 1 ? languageIn(inside) : said.find((one) => one !== undefined);
    if (!name || language === undefined || token.startsWith("<script")) continue;
    const children = childrenOf(index);
    // Words beside elements would need one of their own.
    if (children.includes(null) && inside.length === 0) continue;
    written[index] = withLanguage(written[index] ?? "", attributes(language, VOID.has(name) || inside.length > 0));
    for (const child of children)
      if (child !== null) written[child] = withLanguage(written[child] ?? "", attributes(page, false));
  }
  return written.join("");
}
