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

/**
 * Ligatures of Latin and Armenian, Hebrew letters with their points or drawn wide, and the contextual forms of Arabic
 * letters: fonts' business, which PDF files leave in the text.
 */
const PRESENTATION_FORM = /[\uFB00-\uFB06\uFB13-\uFB17\uFB1D-\uFBB1\uFBD3-\uFD3D\uFD50-\uFDC7\uFE70-\uFEFC]/gu;

/** Arabic vowels and other marks as signs that stand alone: Unicode reads them as marks over a space. */
const MARKS_ALONE = /^[\uFC5E-\uFC63\uFE70\uFE72\uFE74\uFE76\uFE78\uFE7A\uFE7C\uFE7E]$/u;

/** @returns the marks that a sign stands for which is none but marks, as ﱠ; any other character as it is */
export const marksOfForm = (character: string): string =>
  MARKS_ALONE.test(character) ? character.normalize("NFKC").trim() : character;

/** @returns the letters and marks of a form that a font has of them */
const lettersOfForm = (form: string): string => (MARKS_ALONE.test(form) ? marksOfForm(form) : form.normalize("NFKC"));

/**
 * What no reader sees and no search finds: zero-width spaces, soft hyphens, word joiners, marks of byte order and of
 * direction's end, control characters, noncharacters. Joiners (U+200C, U+200D) are letters of some scripts and stay there.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u200B\u2060\uFEFF\u00AD\uFDD0-\uFDEF\uFFFE\uFFFF]/gu;
const JOINER =
  /(?<=[\p{sc=Latin}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\u200C\u200D]|[\u200C\u200D](?=[\p{sc=Latin}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu;

/** A zero-width non-joiner, which parts letters of one word that would join. */
export const NON_JOINER = "\u200C";

/** The contextual forms that a font has of an Arabic letter, by the signs for them. */
const JOINING_FORMS: ReadonlyMap<string, "isolated" | "final" | "initial" | "medial"> = new Map(
  [...dualJoining().values()].flatMap((forms) =>
    forms.map((form, index) => [form, (["isolated", "final", "initial", "medial"] as const)[index] ?? "isolated"]),
  ),
);
const DUAL_JOINING: ReadonlySet<string> = new Set([...dualJoining().keys()]);

/** @returns the letters that join at both sides, each with its four forms: Unicode has them one after the other */
function dualJoining(): Map<string, string[]> {
  const codes = [
    [0xfb50, 0xfbb1],
    [0xfbd3, 0xfbff],
    [0xfe80, 0xfef4],
  ].flatMap(([first = 0, last = 0]) => Array.from({ length: last - first + 1 }, (_, index) => first + index));
  const forms = codes.map((code) => String.fromCodePoint(code));
  const byLetter = Map.groupBy(forms, (form) => form.normalize("NFKC"));
  return new Map([...byLetter].filter(([letter, own]) => own.length === 4 && letter.length === 1));
}

/**
 * @returns whether two letters of a word stand side by side that would join, and do not, as their forms say: a
 * zero-width non-joiner parts them, which shows nothing and is seldom in a file
 */
export function areParted(letter: string, next: string): boolean {
  const [one = "", other = ""] = [[...letter][0], [...next][0]];
  if (!DUAL_JOINING.has(one.normalize("NFKC")) || !/^\p{L}/u.test(other) || !/^\p{sc=Arabic}/u.test(other))
    return false;
  const [form, nextForm] = [JOINING_FORMS.get(one), JOINING_FORMS.get(other)];
  const ends = form === "final" || form === "isolated";
  const begins = nextForm === "initial" || nextForm === "isolated";
  return ends ? nextForm !== "medial" && nextForm !== "final" : form === undefined && begins;
}

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
    .replaceAll(PRESENTATION_FORM, (found) => count("presentationForms", found, lettersOfForm(found)))
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

/** @returns how many columns the text takes in a typewriter's setting, where an ideograph takes two and a mark none */
export function columns(text: string): number {
  let width = 0;
  for (const character of text)
    if (!/[\p{Mn}\u200C\u200D]/u.test(character)) width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  return width;
}
