/**
 * What the codes below a space are in TeX's encoding T1 (Cork, 1990): a file that holds its letters as pictures names them
 * by nothing else.
 */
const T1: Readonly<Record<string, string>> = {
  "\u0010": "“",
  "\u0011": "”",
  "\u0012": "„",
  "\u0013": "«",
  "\u0014": "»",
  "\u0015": "–",
  "\u0016": "—",
  "\u0019": "ı",
  "\u001B": "ff",
  "\u001C": "fi",
  "\u001D": "fl",
  "\u001E": "ffi",
  "\u001F": "ffl",
};

/** And in its first encoding, OT1, which has none of the above. */
const OT1: Readonly<Record<string, string>> = {
  "\u000B": "ff",
  "\u000C": "fi",
  "\u000D": "fl",
  "\u000E": "ffi",
};

/** What letters and signs of other codes are there, where they are not those of Latin-1. */
const PICTURED: Readonly<Record<string, string>> = {
  "'": "’",
  "`": "‘",
  "\u009F": "§",
  "\u00D7": "Œ",
  "\u00F7": "œ",
  "\u00FF": "ß",
};
/** The signs of notes in TeX's encoding of symbols, TS1, which a run of nothing else is in. */
const PICTURED_SIGNS: Readonly<Record<string, string>> = { "\u0084": "†", "\u0085": "‡", "\u0086": "‖" };
const SIGNS_ALONE = /^[\u0084-\u0086]{1,3}$/u;
const PICTURED_CODE = /['`\u009F\u00D7\u00F7\u00FF]/gu;

/** The codes of a bullet in TeX's fonts of symbols, where one opens a run. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const BULLET = /^[\u000F\u0088](?=\s|$)/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CODE = /[\u000B-\u000E\u0010-\u0016\u0019\u001B-\u001F]/gu;

/**
 * @param isPictured whether the font holds its letters as pictures, which have no names: there a straight quotation mark
 *   is a curved one
 * @returns the text with the letters that its codes stand for
 */
export const writeTexCodes = (text: string, isPictured = false): string => {
  const written = text.replace(BULLET, "•").replaceAll(CODE, (code) => T1[code] ?? OT1[code] ?? code);
  if (isPictured && SIGNS_ALONE.test(written.trim()))
    return written.replaceAll(/./gu, (code) => PICTURED_SIGNS[code] ?? code);
  return isPictured ? written.replaceAll(PICTURED_CODE, (code) => PICTURED[code] ?? code) : written;
};
