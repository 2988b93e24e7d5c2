/** The accents that Aozora Bunko writes after a letter, as the marks that combine with it. */
const MARKS: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "'": "\u0301",
  "^": "\u0302",
  "~": "\u0303",
  ":": "\u0308",
  "&": "\u030A",
  ",": "\u0327",
  _: "\u0304",
};

/** Written in two or three signs and no letter with a mark that combines. */
const OTHERS: Readonly<Record<string, string>> = {
  "AE&": "Æ",
  "ae&": "æ",
  "OE&": "Œ",
  "oe&": "œ",
  "s&": "ß",
  "O/": "Ø",
  "o/": "ø",
  "!@": "¡",
  "?@": "¿",
};

const ACCENT = /AE&|ae&|OE&|oe&|s&|[Oo]\/|[!?]@|[AEIOUaeiou][`'^:_]|[ANOano]~|[Aa]&|[Cc],|[Yy]'|y:/gu;

/** @returns Latin words with the accents that are written after their letters: `e'tude` is étude */
export const writeAccents = (words: string): string =>
  words.replaceAll(
    ACCENT,
    (written) => OTHERS[written] ?? `${written[0]}${MARKS[written[1] ?? ""] ?? ""}`.normalize("NFC"),
  );
