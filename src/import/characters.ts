import { IDEOGRAPH_OF_RADICAL } from "../search/radicals.ts";

/** How often a kind of character was replaced or left out, for the report. */
export interface CharacterCounts {
  radicals: number;
  presentationForms: number;
  composed: number;
  invisible: number;
}

export const noCounts = (): CharacterCounts => ({ radicals: 0, presentationForms: 0, composed: 0, invisible: 0 });

/**
 * Radicals that do not have the shape of the ideograph to which Unicode's EquivalentUnifiedIdeograph leads: mapped,
 * they would put another character into a word (⺼, the meat of 胸, is not 肉; ⻏, the right of 郡, is not 邑).
 */
const OTHER_SHAPE = new Set([..."⺈⺌⺍⺎⺗⺜⺧⺫⺴⺶⺼⻏⻊⺪"]);

const RADICAL = /[\u2E80-\u2EFF\u2F00-\u2FDF]/gu;

/** @returns the ideograph that the radical stands for in a word, or the radical where there is none */
function ideographOf(radical: string): string {
  if (OTHER_SHAPE.has(radical)) return radical;
  return IDEOGRAPH_OF_RADICAL.get(radical) ?? radical.normalize("NFKC");
}

/**
 * Forms for vertical setting with the punctuation that they are forms of (Unicode, Vertical Forms U+FE10–FE19 and CJK
 * Compatibility Forms U+FE30–FE48). NFKC would give the ASCII brackets for some of them.
 */
const VERTICAL_FORMS = new Map(
  [
    "︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰‥︱—︲–︳＿︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］",
  ].flatMap((pairs) => {
    const characters = [...pairs];
    return characters.flatMap((form, index): [string, string][] =>
      index % 2 === 0 ? [[form, characters[index + 1] ?? form]] : [],
    );
  }),
);
const VERTICAL_FORM = /[\uFE10-\uFE19\uFE30-\uFE44\uFE47\uFE48]/gu;

/** Latin ligatures, and the contextual forms of Arabic letters: fonts' business, which PDF files leave in the text. */
const PRESENTATION_FORM = /[\uFB00-\uFB06\uFB50-\uFBB1\uFBD3-\uFD3D\uFD50-\uFDC7\uFE70-\uFEFC]/gu;

/**
 * What no reader sees and no search finds: zero-width spaces, soft hyphens, word joiners, marks of byte order and of
 * direction's end, control characters, noncharacters. Joiners (U+200C, U+200D) are letters of some scripts and stay there.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u200B\u2060\uFEFF\u00AD\uFDD0-\uFDEF\uFFFE\uFFFF]/gu;
const JOINER =
  /(?<=[\p{sc=Latin}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\u200C\u200D]|[\u200C\u200D](?=[\p{sc=Latin}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu;

/** A letter with combining marks that Unicode has as one character. */
const COMBINING = /[^\n]\p{Mn}+/gu;

/** Most texts hold nothing of all that: one look tells. */
const MAY_NEED_MENDING = new RegExp(
  [INVISIBLE, /[\u200C\u200D]/u, RADICAL, VERTICAL_FORM, PRESENTATION_FORM, /\p{Mn}/u]
    .map(({ source }) => source)
    .join("|"),
  "u",
);

/**
 * Gives a text the characters that it means: ideographs for radicals, punctuation for its vertical forms, composed
 * letters; nothing invisible. Full-width letters, ① and （） stay: NFKC of the whole would change them.
 *
 * @param counts is added to
 */
export function mendCharacters(text: string, counts: CharacterCounts = noCounts()): string {
  if (!MAY_NEED_MENDING.test(text)) return text;
  const count = (kind: keyof CharacterCounts, before: string, after: string) => {
    if (before !== after) counts[kind] += 1;
    return after;
  };
  return text
    .replaceAll(INVISIBLE, (found) => count("invisible", found, ""))
    .replaceAll(JOINER, (found) => count("invisible", found, ""))
    .replaceAll(RADICAL, (found) => count("radicals", found, ideographOf(found)))
    .replaceAll(VERTICAL_FORM, (found) => count("presentationForms", found, VERTICAL_FORMS.get(found) ?? found))
    .replaceAll(PRESENTATION_FORM, (found) => count("presentationForms", found, found.normalize("NFKC")))
    .replaceAll(COMBINING, (found) => count("composed", found, found.normalize("NFC")));
}

/** @returns the radicals that stay, each once: a person has to say what they are */
export const unmappedRadicals = (text: string): string[] => [...new Set(text.match(RADICAL) ?? [])];

/** Characters of the private use areas: a font's own, which mean nothing without it. */
export const privateCharacters = (text: string): string[] => [...new Set(text.match(/\p{Co}/gu) ?? [])];

/** Scripts that are written without spaces between words, and their punctuation. */
const UNSPACED_CLASS = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\u30FB\u30FC\uFF00-\uFFEF`;
export const UNSPACED = new RegExp(`[${UNSPACED_CLASS}]`, "u");

/** @returns whether the character belongs to a script that is written without spaces */
export const isUnspaced = (character: string | undefined): boolean =>
  character !== undefined && UNSPACED.test(character);

/** Ends of sentences, with the brackets and quotation marks that may close after them. */
export const SENTENCE_END = /[。．.！？!?…‥:：؟۔।]["'”’»›」』）)\]】〕〉》\uFDD0]*$/u;

const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];
const isWide = (code: number): boolean => code >= 0x1100 && WIDE.some(([first, last]) => code >= first && code <= last);

/** @returns how many columns the text takes in a typewriter's setting, where an ideograph takes two */
export function columns(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  return width;
}
