import { FALLBACK_LANGUAGE, type Language } from "../essay/language.ts";
import { type LanguageProfile, profileOf } from "../essay/language-profile.ts";
import { strings } from "../i18n/index.ts";
import { cssString } from "../styles/css-string.ts";

/**
 * Kinds of languages, which stylesheets name as languages for private use: `:lang(x-vertical)` are those of the essay
 * that may be set in columns. What a sheet says of a kind is sent for the languages that the essay has, and no other.
 */
const KINDS: Readonly<Record<string, (profile: LanguageProfile) => boolean>> = {
  "x-vertical": ({ writingModes }) => writingModes.includes("vertical"),
  "x-unspaced": ({ isSpaced }) => !isSpaced,
  "x-spaced": ({ isSpaced }) => isSpaced,
  "x-indented": ({ isIndented }) => isIndented,
  "x-upright": ({ hasUprightRuns }) => hasUprightRuns,
  "x-full-width": ({ punctuation }) => punctuation === "full-width",
  "x-half-width": ({ punctuation }) => punctuation === "half-width",
  "x-italic": ({ emphasis }) => emphasis === "italic",
  "x-dotted": ({ emphasis }) => emphasis === "dots",
  "x-bold": ({ emphasis }) => emphasis === "bold",
};

/** A tag that no text has: “no linguistic content” (ISO 639-2). */
const NONE = "zxx";
const KIND = /:lang\((x-[a-z-]+)\)/gu;

/**
 * @param selector may name kinds of languages
 * @returns the selector with the languages of these kinds in their place
 * @throws where there is no such kind
 */
export const withLanguages = (selector: string, languages: readonly Language[]): string =>
  selector.replaceAll(KIND, (_whole, kind: string) => {
    const isOfKind = KINDS[kind];
    if (!isOfKind)
      throw new Error(`There is no kind of languages “${kind}”. There are ${Object.keys(KINDS).join(", ")}.`);
    const tags = languages.filter((language) => isOfKind(profileOf(language)));
    if (tags.length < 2) return `:lang(${tags[0] ?? NONE})`;
    return `:is(${tags.map((tag) => `:lang(${tag})`).join(", ")})`;
  });

/** @returns the type of each language as custom properties; that of the essay's first holds on pages of no language */
export function typeOfLanguages(languages: readonly Language[]): string {
  const [first = FALLBACK_LANGUAGE, ...others] = languages;
  const { serif, sans, leading, measure } = profileOf(first).typography;
  // Words of another language in a text without spaces are set in the type of a text of their own.
  const latin = profileOf(FALLBACK_LANGUAGE).typography.serif;
  const rules = [
    `:root { --serif: ${serif}; --gothic: ${sans}; --latin: ${latin}; --leading: ${leading}; --measure: ${measure}; }`,
  ];
  for (const language of others) {
    const { typography } = profileOf(language);
    if (typography === profileOf(first).typography) continue;
    rules.push(
      `[lang]:lang(${language}) { --serif: ${typography.serif}; }`,
      `:root:lang(${language}) { --gothic: ${typography.sans}; --leading: ${typography.leading}; --measure: ${typography.measure}; }`,
    );
  }
  // Of the first language's words on the pages of another.
  if (rules.length > 1) rules.push(`:root [lang]:lang(${first}) { --serif: ${serif}; }`);
  return rules.join("\n");
}

/**
 * @returns for each language what opens a folded note as a custom property, and a counter style for the editors' notes,
 *   where there are any, which numbers them as the text does
 */
export function wordsOfNotes(languages: readonly Language[], hasEditorsNotes: boolean): string {
  const [first, ...others] = languages.map((language) => ({
    language,
    prefix: strings(language).noteNumber(1, "editor").replace(/1.*$/u, ""),
  }));
  const counter = (name: string, prefix: string) =>
    `@counter-style ${name} { system: extends decimal; prefix: ${JSON.stringify(prefix)}; suffix: " "; }`;
  const different = others.filter(({ prefix }) => prefix !== first?.prefix);
  const more = languages.map(
    (language, index) =>
      `${index === 0 ? ":root" : `:lang(${language})`} { --more: ${cssString(strings(language).moreOfNote)}; }`,
  );
  if (!hasEditorsNotes) return more.join("\n");
  return [
    ...more,
    counter("editors", first?.prefix ?? ""),
    ...different.flatMap(({ language, prefix }) => [
      counter(`editors-${language}`, prefix),
      `.editor-notes .note-list:lang(${language}) { --editors: editors-${language}; }`,
    ]),
  ].join("\n");
}

/** @returns the title of the work in each language as a custom property, for the running heads of paper */
export const worksOfLanguages = (titles: Readonly<Record<Language, string>>): string =>
  Object.entries(titles)
    .map(([language, title]) => `:root:lang(${language}) { --work: ${cssString(title)}; }`)
    .join("\n");

/** What only the editors' notes have, by its class. */
const EDITORS = /\.editor-(?:mark|notes)\b/u;

/** @returns whether there can be anything that a selector selects */
function isPossible(selector: string, hasEditorsNotes: boolean): boolean {
  const wanted = selector.replaceAll(/:not\((?::lang\([\w-]+\)|[.\w-]+)\)/gu, "");
  return !wanted.includes(`:lang(${NONE})`) && (hasEditorsNotes || !EDITORS.test(wanted));
}

/** What PostCSS hands to a plugin, as far as it is used here. */
interface StyleRule {
  selectors: string[];
  remove(): void;
}
interface StyleAtRule {
  readonly name: string;
  readonly source?: { readonly input: { readonly file?: string } };
  replaceWith(...nodes: readonly unknown[]): void;
}
interface StyleRoot {
  walkAtRules(visit: (atRule: StyleAtRule) => void): void;
  walkRules(visit: (rule: StyleRule) => void): void;
}
interface StyleHelpers {
  readonly postcss: { parse(css: string, options: { from: string | undefined }): unknown };
}

/**
 * A plugin for PostCSS: puts the essay's languages in the place of kinds of languages, leaves out what
 * is said of a kind that the essay has not and of editors' notes where it has none, and puts the languages' type in the place of
 * `@type-of-languages`, their words of notes in the place of `@words-of-notes`, and
 * the titles of the work in the place of `@works-of-languages`.
 *
 * @param languages those of the essay, as last read; waits until it is
 * @param titles of the essay by language, in the same way
 * @param hasEditorsNotes whether a page may have notes of editors, in the same way
 */
export const languageStyles = (
  languages: () => Promise<readonly Language[]>,
  titles: () => Promise<Readonly<Record<Language, string>>>,
  hasEditorsNotes: () => Promise<boolean>,
) => ({
  postcssPlugin: "language-styles",
  async Once(root: StyleRoot, { postcss }: StyleHelpers): Promise<void> {
    const [tags, works, hasEditors] = [await languages(), await titles(), await hasEditorsNotes()];
    const words: Readonly<Record<string, () => string>> = {
      "type-of-languages": () => typeOfLanguages(tags),
      "works-of-languages": () => worksOfLanguages(works),
      "words-of-notes": () => wordsOfNotes(tags, hasEditors),
    };
    root.walkAtRules((atRule) => {
      const write = words[atRule.name];
      if (write) atRule.replaceWith(postcss.parse(write(), { from: atRule.source?.input.file }));
    });
    root.walkRules((rule) => {
      const selectors = rule.selectors
        .map((selector) => withLanguages(selector, tags))
        .filter((selector) => isPossible(selector, hasEditors));
      if (selectors.length === 0) rule.remove();
      else if (String(selectors) !== String(rule.selectors)) rule.selectors = selectors;
    });
  },
});
