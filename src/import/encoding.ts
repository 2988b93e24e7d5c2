import { profileOf } from "../essay/language-profile.ts";
import { ImportError } from "./import-error.ts";

/** A text with the encoding in which it was read. */
export interface DecodedText {
  readonly text: string;
  /** As the Encoding Standard names it. */
  readonly encoding: string;
  /** Whether several encodings could have been meant. */
  readonly isGuess: boolean;
}

/** Which encodings texts of a language are kept in, likeliest first. */
const CJK = ["shift_jis", "euc-jp", "gb18030", "big5", "euc-kr"];

const decode = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/**
 * @param declared the encoding that the file names itself, if it does
 * @param language BCP 47 tag of the text, if it is known
 * @throws {ImportError} where no encoding gives a text
 */
export function decodeText(
  bytes: Uint8Array,
  file: string,
  { declared, language }: { declared?: string | undefined; language?: string | undefined } = {},
): DecodedText {
  const [a, b, c] = bytes;
  const wide = bytes.subarray(0, 4).join(" ");
  if (wide === "255 254 0 0" || wide === "0 0 254 255")
    throw new ImportError(file, "is in UTF-32, which is not read", "Save it as UTF-8.");
  if (a === 0xff && b === 0xfe) return certain(bytes, "utf-16le");
  if (a === 0xfe && b === 0xff) return certain(bytes, "utf-16be");
  if (a === 0xef && b === 0xbb && c === 0xbf) return certain(bytes, "utf-8");

  const zeros = zeroShares(bytes);
  if (zeros.odd > 0.3 && zeros.even < 0.05) return certain(bytes, "utf-16le");
  if (zeros.even > 0.3 && zeros.odd < 0.05) return certain(bytes, "utf-16be");
  const utf16 = guessUtf16(bytes);
  if (utf16) return utf16;
  if (zeros.even + zeros.odd > 0.002)
    throw new ImportError(
      file,
      "is not a text: it holds binary data",
      "Give the manuscript as .txt, .md, .html, .docx, .epub or .pdf.",
    );

  const utf8 = decode(bytes, "utf-8");
  const isStateful = utf8?.includes("\u001B$") ?? false;
  if (utf8 !== undefined && !isStateful) return { text: utf8, encoding: "utf-8", isGuess: false };
  if (utf8 !== undefined) {
    const text = decode(bytes, "iso-2022-jp");
    if (text !== undefined) return { text, encoding: "iso-2022-jp", isGuess: false };
  }
  if (declared && declared.toLowerCase() !== "utf-8") {
    const text = tryLabel(bytes, declared);
    if (text !== undefined) return { text, encoding: declared.toLowerCase(), isGuess: false };
  }
  const ofLanguage = language === undefined ? [] : profileOf(language).legacyEncodings;
  const candidates = [...new Set([...ofLanguage, ...(ofLanguage.length > 0 ? [] : CJK)])]
    .flatMap((encoding) => {
      const text = decode(bytes, encoding);
      return text === undefined ? [] : [{ text, encoding, score: commonness(text) }];
    })
    .sort((one, other) => other.score - one.score);
  const [best, second] = candidates;
  if (best && best.score > 0.6)
    return { text: best.text, encoding: best.encoding, isGuess: (second?.score ?? 0) > best.score - 0.1 };
  const byScript = guessBySmallLetters(bytes, ofLanguage);
  if (byScript) return byScript;
  // Western European texts decode in any single-byte encoding: believe it where letters are what comes out.
  const western = decode(bytes, "windows-1252");
  const high = western?.match(/[\u0080-\uFFFF]/gu) ?? [];
  const letters = high.filter((one) => /[\p{L}‘’“”–—…«»°§·\u00A0]/u.test(one));
  if (
    western !== undefined &&
    !/[\u0080-\u009F]/u.test(western) &&
    letters.length >= high.length * 0.9 &&
    high.length < western.length * 0.3
  )
    return { text: western, encoding: "windows-1252", isGuess: true };
  throw new ImportError(
    file,
    "is in an encoding that could not be recognised",
    "Save it as UTF-8, or name the encoding: --encoding shift_jis.",
  );
}

/** Two bytes a character and no mark of their order: Chinese, Japanese and Korean, which have hardly a zero among them. */
function guessUtf16(bytes: Uint8Array): DecodedText | undefined {
  // Bytes that no UTF-8 has, or zeros: anything else is likelier.
  if (bytes.length < 8 || bytes.length % 2 !== 0 || (decode(bytes, "utf-8") !== undefined && !bytes.includes(0)))
    return undefined;
  const [best, second] = ["utf-16le", "utf-16be"]
    .flatMap((encoding) => {
      const text = decode(bytes, encoding);
      // A text has lines and points, and nothing that no text has.
      return text === undefined ||
        /(?![\t\n\f\r])\p{Cc}|\p{Cn}|\p{Co}/u.test(text) ||
        !/[\n\r]/u.test(text) ||
        !/[。、，．,. ]/u.test(text)
        ? []
        : [{ text, encoding, score: commonness(text) }];
    })
    .sort((one, other) => other.score - one.score);
  return best && best.score > 0.75 && (second?.score ?? 0) < best.score - 0.2
    ? { text: best.text, encoding: best.encoding, isGuess: true }
    : undefined;
}

/** Alphabets that have capital letters, by the encodings of one byte a letter in which they are kept. */
const SMALL_LETTERS: readonly (readonly [encoding: string, small: RegExp, script: RegExp])[] = [
  ["windows-1251", /[а-яёіїєґ]/gu, /\p{sc=Cyrillic}/gu],
  ["koi8-r", /[а-яё]/gu, /\p{sc=Cyrillic}/gu],
  ["windows-1253", /[α-ωά-ώς]/gu, /\p{sc=Greek}/gu],
  ["windows-1255", /\p{sc=Hebrew}/gu, /\p{sc=Hebrew}/gu],
  ["windows-1256", /\p{sc=Arabic}/gu, /\p{sc=Arabic}/gu],
];

/** A text of an alphabet of its own is nearly all letters of it, and nearly all of them small. */
function guessBySmallLetters(bytes: Uint8Array, likely: readonly string[]): DecodedText | undefined {
  const possible = SMALL_LETTERS.filter(([encoding]) => likely.length === 0 || likely.includes(encoding));
  const found = (possible.length > 0 ? possible : SMALL_LETTERS)
    .flatMap(([encoding, small, script]) => {
      const text = decode(bytes, encoding);
      if (text === undefined) return [];
      const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
      const high = count(/\P{ASCII}/gu);
      const letters = count(script);
      // Many of the signs between them stand for one letter of Western texts among ASCII: these are most of the text.
      const isMost = letters > count(/[A-Za-z]/gu);
      return high > 8 && isMost && letters > high * 0.8 ? [{ text, encoding, share: count(small) / letters }] : [];
    })
    .sort((one, other) => other.share - one.share);
  const [best] = found;
  return best && best.share > 0.8 ? { text: best.text, encoding: best.encoding, isGuess: true } : undefined;
}

/** @throws {ImportError} where the bytes are not in the encoding that was named */
export function decodeAs(bytes: Uint8Array, file: string, encoding: string): DecodedText {
  const text = tryLabel(bytes, encoding);
  if (text === undefined)
    throw new ImportError(file, `is not in the encoding “${encoding}”`, "Name another, or save the file as UTF-8.");
  return { text, encoding, isGuess: false };
}

const tryLabel = (bytes: Uint8Array, label: string): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

function certain(bytes: Uint8Array, encoding: string): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding, isGuess: false };
}

function zeroShares(bytes: Uint8Array): { even: number; odd: number } {
  let even = 0;
  let odd = 0;
  const length = Math.min(bytes.length, 1 << 16);
  for (let index = 0; index < length; index += 1) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = Math.max(1, length / 2);
  return { even: even / half, odd: odd / half };
}

/** @returns the share of the letters beyond ASCII that are common in East Asian texts: kana, frequent punctuation, unified ideographs */
function commonness(text: string): number {
  let points = 0;
  let all = 0;
  for (const character of text.slice(0, 1 << 16)) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    all += 1;
    if ((code >= 0x3000 && code <= 0x30ff) || (code >= 0xff01 && code <= 0xff5e)) points += 1;
    else if (code >= 0x4e00 && code <= 0x9fff) points += COMMON_HAN.has(character) ? 1 : 0.62;
    else if (code >= 0xac00 && code <= 0xd7a3) points += 0.9;
    else if (/\p{L}/u.test(character)) points += 0.1;
    else if ("—…‘’“”·".includes(character)) points += 0.8;
    else points -= 1;
  }
  return all === 0 ? 1 : points / all;
}

/** The ideographs that are most frequent in any Chinese or Japanese text. */
const COMMON_HAN = new Set([
  ..."的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日起还发成事只作当想看文无開関東西南北前後分間本長高新手力見行者方法同理性政民主義社会論戦後問題歴史現代科研究",
]);
