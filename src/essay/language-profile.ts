import type { TextStyle } from "./citation-styles.ts";
import { type Language, lookUp } from "./language.ts";
import { direction, scriptOf } from "./scripts.ts";
import { isSpaced } from "./spaces.ts";

/** How lines run. */
export type WritingMode = "horizontal" | "vertical";

/** The type in which a language is set. */
export interface Typography {
  /** Font stacks, as CSS writes them. */
  readonly serif: string;
  readonly sans: string;
  /** Line height as a factor, and the length of a line. */
  readonly leading: number;
  readonly measure: string;
}

/**
 * All in which languages differ, besides their words (`src/i18n`) and the stems that the search makes of them
 * (`src/search/words`). Nothing else asks for a language by its name: it asks for one of these.
 */
export interface LanguageProfile {
  readonly direction: "ltr" | "rtl";
  /** Whether spaces part its words. */
  readonly isSpaced: boolean;
  /** How its lines may run; a book's run as the first says. */
  readonly writingModes: readonly WritingMode[];
  /** The width of its brackets and commas. */
  readonly punctuation: "full-width" | "half-width";
  /** Where the mark of a note stands that belongs to the end of a sentence; where both are usual, nothing is refused. */
  readonly noteMark: "before-stop" | "after-stop" | "either";
  /** How it emphasises: by leaning letters, by dots beside them, or by heavier ones. */
  readonly emphasis: "italic" | "dots" | "bold";
  /** Whether a new paragraph is told by its indented first line, even after a space. */
  readonly isIndented: boolean;
  /** Whether its words are sorted by how they are read, in kana, which the author has to give. */
  readonly isSortedByReading: boolean;
  /** What cuts a text that has no spaces into words: the lines of its headings end between them, and are read by them. */
  readonly analyser?: "japanese";
  /** Whether numbers and abbreviations stand upright in its vertical lines. */
  readonly hasUprightRuns: boolean;
  /** Locales of its dates and lists (CLDR), of references in a text, and of citations of the text itself (both CSL). */
  readonly locale: string;
  readonly referenceLocale: string;
  readonly citationLocale: string;
  /** Quotation marks of references in a text, outer and inner, where its own are not those of the locale. */
  readonly referenceQuotes?: readonly [string, string, string, string];
  /** Styles in which its readers may cite; its notes cite in the first, where they have no form of their own. */
  readonly citationStyles: readonly TextStyle[];
  /** The form of the references in its notes, where no CSL style has it. */
  readonly noteReferences?: "japanese";
  /** How fast it is read. */
  readonly readingSpeed: ReadingSpeed;
  readonly typography: Typography;
  /** Encodings in which its texts were written before UTF-8, the likelier first (names of the Encoding Standard). */
  readonly legacyEncodings: readonly string[];
  /** The list of its words by which an import knows a word that a line has parted. */
  readonly wordList?: "english";
  /**
   * Conjunctions before which a word leaves to a later one what both end with, and keeps its hyphen: `pre- and post-war`,
   * `Vor- und Nachteile`.
   */
  readonly conjunctions: readonly string[];
  /** Articles that do not count at the head of a title in a list, with what parts them from the next word; lower case. */
  readonly articles: readonly string[];
  /** Whether styles that ask for headlines’ capitals get them in its titles; others keep a title as it is written (CSL). */
  readonly hasHeadlines?: true;
}

/** How many of its units a reader takes in a minute. */
export interface ReadingSpeed {
  readonly unit: "characters" | "words";
  readonly perMinute: number;
}

const INTERNATIONAL: readonly TextStyle[] = ["chicago", "apa", "mla"];

/** The mean for non-fiction (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). */
const BY_WORDS: ReadingSpeed = { unit: "words", perMinute: 238 };
/** The middle of the usual range for adults (400–600). */
const BY_CHARACTERS: ReadingSpeed = { unit: "characters", perMinute: 500 };

// P052, which Linux has in three forms, is found by Chromium for some weights and not for others: two faces in a text.
const LATIN_SERIF =
  '"Iowan Old Style", "Palatino Linotype", Palatino, "TeX Gyre Pagella", "Libertinus Serif", "Noto Serif", Georgia';
const LATIN_SANS = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans"';

const LATIN_TYPE: Typography = {
  serif: `${LATIN_SERIF}, "Noto Serif CJK JP", serif`,
  sans: `${LATIN_SANS}, sans-serif`,
  leading: 1.65,
  measure: "34em",
};

/** The type of each script; in others the reader's system chooses. */
const TYPOGRAPHY: Readonly<Record<string, Typography>> = {
  Jpan: {
    serif:
      '"Hiragino Mincho ProN", "Yu Mincho", YuMincho, "Noto Serif CJK JP", "Noto Serif JP", "Source Han Serif JP", "BIZ UDPMincho", serif',
    sans: '"Hiragino Sans", "Hiragino Kaku Gothic ProN", "Yu Gothic Medium", YuGothic, "Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans JP", "BIZ UDPGothic", Meiryo, sans-serif',
    leading: 1.9,
    measure: "38em",
  },
  Hans: {
    serif:
      '"Songti SC", "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Source Han Serif CN", SimSun, serif',
    sans: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif',
    leading: 1.9,
    measure: "38em",
  },
  Hant: {
    serif: '"Songti TC", "Noto Serif CJK TC", "Noto Serif TC", "Source Han Serif TC", PMingLiU, serif',
    sans: '"PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", sans-serif',
    leading: 1.9,
    measure: "38em",
  },
  Kore: {
    serif: '"Apple Myungjo", AppleMyungjo, "Noto Serif CJK KR", "Noto Serif KR", "Nanum Myeongjo", Batang, serif',
    sans: '"Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", "Noto Sans KR", sans-serif',
    leading: 1.8,
    measure: "38em",
  },
  Arab: {
    serif: '"Noto Naskh Arabic", "Amiri", "Scheherazade New", "Geeza Pro", "Traditional Arabic", serif',
    sans: '"SF Arabic", "Segoe UI", "Noto Sans Arabic", "Geeza Pro", Tahoma, sans-serif',
    leading: 1.9,
    measure: "34em",
  },
  Hebr: {
    serif: '"Frank Ruhl Libre", "Noto Serif Hebrew", "New Peninim MT", David, serif',
    sans: 'system-ui, "Segoe UI", "Noto Sans Hebrew", Arial, sans-serif',
    leading: 1.75,
    measure: "34em",
  },
  Latn: LATIN_TYPE,
};

const ENGLISH_CONJUNCTIONS = ["and", "or", "to"];

/** What is not as the script says. */
const PROFILES: Readonly<Record<Language, Partial<LanguageProfile>>> = {
  ja: {
    writingModes: ["vertical", "horizontal"],
    isSortedByReading: true,
    analyser: "japanese",
    hasUprightRuns: true,
    referenceLocale: "ja-JP",
    citationLocale: "ja-JP",
    citationStyles: ["sist02", ...INTERNATIONAL],
    noteReferences: "japanese",
    legacyEncodings: ["shift_jis", "euc-jp"],
  },
  // The text is in British English, and the styles of citation are American.
  en: {
    locale: "en-GB",
    referenceLocale: "en-GB",
    citationLocale: "en-US",
    referenceQuotes: ["“", "”", "‘", "’"],
    wordList: "english",
    articles: ["the ", "an ", "a "],
    conjunctions: ENGLISH_CONJUNCTIONS,
    hasHeadlines: true,
  },
  de: {
    referenceLocale: "de-DE",
    citationLocale: "de-DE",
    articles: ["der ", "die ", "das ", "ein ", "eine "],
    conjunctions: ["und", "oder", "sowie", "bzw", "beziehungsweise"],
  },
  es: { articles: ["el ", "la ", "los ", "las ", "un ", "una "], conjunctions: ["y", "o", "e", "u"] },
  fr: {
    articles: ["le ", "la ", "les ", "l’", "l'", "un ", "une ", "des "],
    noteMark: "either",
    referenceLocale: "fr-FR",
    citationLocale: "fr-FR",
    conjunctions: ["et", "ou"],
  },
  it: {
    articles: ["il ", "lo ", "la ", "i ", "gli ", "le ", "l’", "l'", "un ", "uno ", "una ", "un’"],
    conjunctions: ["e", "o", "ed"],
  },
  nl: { articles: ["de ", "het ", "een ", "’t "], conjunctions: ["en", "of"] },
  pt: { articles: ["o ", "a ", "os ", "as ", "um ", "uma "], conjunctions: ["e", "ou"] },
  zh: {
    referenceLocale: "zh-CN",
    citationLocale: "zh-CN",
    citationStyles: ["gb7714", ...INTERNATIONAL],
    legacyEncodings: ["gb18030", "big5"],
  },
  "zh-Hant": {
    writingModes: ["horizontal", "vertical"],
    hasUprightRuns: true,
    referenceLocale: "zh-TW",
    citationLocale: "zh-TW",
    legacyEncodings: ["big5", "gb18030"],
  },
  ko: { referenceLocale: "ko-KR", citationLocale: "ko-KR", legacyEncodings: ["euc-kr"] },
  ru: { referenceLocale: "ru-RU", citationLocale: "ru-RU", legacyEncodings: ["windows-1251", "koi8-r"] },
  // Without a Unicode extension the digits of its dates would depend on the region, and differ from those of its notes.
  ar: {
    articles: ["ال"],
    locale: "ar-u-nu-latn",
    referenceLocale: "ar",
    citationLocale: "ar",
    legacyEncodings: ["windows-1256"],
  },
  he: { referenceLocale: "he-IL", citationLocale: "he-IL" },
  fa: { locale: "fa-u-nu-latn", referenceLocale: "fa-IR", citationLocale: "fa-IR" },
};

const HAN = new Set(["Hans", "Hant", "Jpan"]);
const ITALIC = new Set(["Cyrl", "Grek", "Latn"]);

/** @returns what follows for a language from its script */
function ofScript(language: Language): LanguageProfile {
  const script = scriptOf(language);
  const isHan = HAN.has(script);
  const isDotted = isHan || script === "Kore";
  return {
    direction: direction(language),
    isSpaced: isSpaced(language),
    writingModes: ["horizontal"],
    punctuation: isHan ? "full-width" : "half-width",
    noteMark: script === "Jpan" ? "before-stop" : isHan ? "either" : "after-stop",
    emphasis: isDotted ? "dots" : ITALIC.has(script) ? "italic" : "bold",
    isIndented: isHan,
    isSortedByReading: false,
    hasUprightRuns: false,
    locale: language,
    referenceLocale: language,
    citationLocale: language,
    citationStyles: INTERNATIONAL,
    readingSpeed: isHan ? BY_CHARACTERS : BY_WORDS,
    legacyEncodings: [],
    articles: [],
    // Where a text of another script has hyphens at its lines' ends, they are most often of English.
    conjunctions: script === "Latn" ? [] : ENGLISH_CONJUNCTIONS,
    typography: TYPOGRAPHY[script] ?? { ...LATIN_TYPE, serif: "serif", sans: "system-ui, sans-serif" },
  };
}

const known = new Map<Language, LanguageProfile>();

/** @returns the profile of a language: what is said of its tag or the nearest parent's, else what its script says */
export function profileOf(language: Language): LanguageProfile {
  const found = known.get(language) ?? { ...ofScript(language), ...lookUp(PROFILES, language) };
  known.set(language, found);
  return found;
}
