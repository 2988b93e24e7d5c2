import { readFileSync } from "node:fs";
import wordListPath from "word-list";
import { FALLBACK_LANGUAGE } from "../essay/language.ts";
import { isInLatinScript } from "../essay/scripts.ts";
import { OWN_LANGUAGES } from "../i18n/index.ts";
import { greatest } from "./lists.ts";

/** Little words by which languages of one script are told apart. */
const LITTLE_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ["the", "of", "and", "to", "in", "that", "is", "was", "with", "for", "as", "it"],
  de: ["der", "die", "und", "das", "nicht", "ist", "den", "von", "mit", "ein", "zu", "auch"],
  fr: ["le", "les", "et", "des", "est", "une", "dans", "que", "qui", "du", "pour", "pas"],
  es: ["el", "los", "las", "que", "del", "por", "una", "con", "para", "como", "más", "es"],
  it: ["il", "che", "di", "per", "non", "una", "sono", "della", "con", "gli", "nel", "più"],
  nl: ["het", "een", "van", "dat", "niet", "zijn", "voor", "met", "ook", "maar", "door", "aan"],
  pt: ["o", "os", "não", "uma", "com", "para", "mais", "dos", "como", "ao", "pelo", "são"],
};

/** @returns the language of a text by its script and its little words; undefined where that does not tell */
export function guessLanguage(text: string): string | undefined {
  const sample = text.slice(0, 200_000);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const scripts: readonly (readonly [string, number])[] = [
    ["kana", count(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu)],
    ["han", count(/\p{sc=Han}/gu)],
    ["hangul", count(/\p{sc=Hangul}/gu)],
    ["latin", count(/\p{sc=Latin}/gu) / 3],
    ["arabic", count(/\p{sc=Arabic}/gu) / 2],
    ["cyrillic", count(/\p{sc=Cyrillic}/gu) / 2],
    ["hebrew", count(/\p{sc=Hebrew}/gu) / 2],
    ["greek", count(/\p{sc=Greek}/gu) / 2],
    ["devanagari", count(/\p{sc=Devanagari}/gu) / 2],
  ];
  const of = new Map(scripts);
  const kana = of.get("kana") ?? 0;
  const han = of.get("han") ?? 0;
  if (kana > 0 && kana + han >= greatest([...of.values()]) && kana > (kana + han) * 0.12) return "ja";
  const [script] = [...of].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (script === "kana") return "ja";
  if (script === "han")
    return /[们这个国说时来为会对]/u.test(sample) && count(/[们这说时来为会对]/gu) > count(/[們這說時來為會對]/gu)
      ? "zh-Hans"
      : "zh-Hant";
  if (script === "hangul") return "ko";
  if (script === "arabic") return /[پچژگ]/u.test(sample) ? (/[ٹڈڑے]/u.test(sample) ? "ur" : "fa") : "ar";
  if (script === "cyrillic") return /[іїєґ]/u.test(sample) ? "uk" : "ru";
  if (script === "hebrew") return "he";
  if (script === "greek") return "el";
  if (script === "devanagari") return "hi";
  if (script !== "latin") return undefined;
  const words = Map.groupBy(sample.toLowerCase().match(/\p{L}+/gu) ?? [], (word) => word);
  const scores = Object.entries(LITTLE_WORDS)
    .map(([language, little]) => ({
      language,
      score: little.reduce((sum, word) => sum + (words.get(word)?.length ?? 0), 0),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  return best && best.score >= 3 && best.score > (second?.score ?? 0) * 1.15 ? best.language : undefined;
}

/**
 * Ideographs alone are of several languages: a short title of them is in the essay's language where that is written with
 * them, else in the one that the sources around it are in.
 *
 * @param language BCP 47 tag of the essay
 * @param around words of all the sources
 * @returns undefined where the script does not tell
 */
function languageOfTitle(title: string, language: string, around: string): string | undefined {
  const guess = guessLanguage(title);
  if (guess !== "zh-Hant") return guess;
  if (/^(?:ja|zh|yue)\b/u.test(language)) return language;
  return guessLanguage(around.replaceAll(/[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+/gu, "")) ?? guess;
}

/** What a source tells of its language beside its little words: how words end, where it appeared and by whom. */
interface SourceSigns {
  /** Words that no other of these languages has. */
  readonly words: string;
  readonly endings: RegExp;
  readonly letters?: RegExp;
  readonly places: RegExp;
  readonly houses: RegExp;
}

const SOURCE_SIGNS: Readonly<Record<string, SourceSigns>> = {
  en: {
    words: "the of and to is was with for from its an as by on at how why what their between toward towards",
    endings: /(?:ing|ness|ity|ship|hood|ment|ology|ism|[a-z]{2}'s|’s|ed)$/u,
    places:
      /\b(?:London|New York|Oxford|Cambridge|Chicago|Princeton|New Haven|Boston|Berkeley|Edinburgh|Washington)\b/u,
    houses: /\b(?:University Press|Press|Publishers|Books|University of|Routledge|Macmillan|Penguin)\b/u,
  },
  de: {
    words:
      "der die und das nicht ist den von mit ein eine einer zu zur zum auch im des dem über für als bei nach aus vom",
    endings:
      /(?:ung|ungen|keit|keiten|heit|heiten|schaft|schaften|lich|liche[nmrs]?|isch|ische[nmrs]?|tümer|recht|geschichte)$/u,
    letters: /[äöüß]/u,
    places:
      /\b(?:Berlin|München|Leipzig|Hamburg|Köln|Frankfurt|Stuttgart|Göttingen|Tübingen|Darmstadt|Heidelberg|Freiburg|Wien|Zürich|Basel|Bern|Bonn|Jena|Weimar|Wiesbaden|Halle|Marburg|Graz|Innsbruck)\b/u,
    houses: /(?:[Vv]erlag|Suhrkamp|Buchhandlung|Zeitschrift|Archiv für|Jahrbuch)/u,
  },
  fr: {
    words: "le les et des est une dans que qui du pour pas la au aux sur par entre leur leurs ou où à l d",
    endings: /(?:ique|iques|eux|euse|té|tés|aire|aires|ée|ées|isme|ismes|oire|oires)$/u,
    letters: /[éèêàçœëîû]/u,
    places: /\b(?:Paris|Lyon|Toulouse|Bordeaux|Rennes|Lausanne|Montréal|Grenoble|Strasbourg|Marseille)\b/u,
    houses: /\b(?:Éditions|Presses|Gallimard|Seuil|Fayard|Flammarion|PUF|Librairie|Revue)(?!\p{L})/u,
  },
  es: {
    words: "el los las que del por una con para como más y entre al en su sus desde",
    endings: /(?:ción|ciones|dad|dades|ismo|ista)$/u,
    letters: /[ñ¿¡óíú]/u,
    places: /\b(?:Madrid|Barcelona|México|Buenos Aires|Bogotá|Sevilla|Valencia|Santiago|Lima)(?!\p{L})/u,
    houses: /\b(?:Editorial|Ediciones|Revista de|Siglo XXI)(?!\p{L})/u,
  },
  it: {
    words: "il che di per non una sono della delle dei con gli nel nella più e tra fra",
    endings: /(?:zione|zioni|ità|ismo|aggio|mento)$/u,
    letters: /[òìù]/u,
    places: /\b(?:Milano|Roma|Torino|Bologna|Firenze|Napoli|Venezia|Padova)\b/u,
    houses: /\b(?:Einaudi|Laterza|Feltrinelli|Editore|Edizioni|Mulino|Mondadori|Rivista)\b/u,
  },
  nl: {
    words: "het een van dat niet zijn voor met ook maar door aan de en tussen over",
    endings: /(?:heid|heden|lijk|lijke|ing|ingen|schap)$/u,
    places: /\b(?:Amsterdam|Leiden|Utrecht|Rotterdam|Antwerpen|Den Haag|Groningen|Gent)\b/u,
    houses: /\b(?:Uitgeverij|Tijdschrift)\b/u,
  },
  pt: {
    words: "o os não uma com para mais dos das como ao pelo pela são e em no na",
    endings: /(?:ção|ções|dade|dades|ismo)$/u,
    letters: /[ãõ]/u,
    places: /\b(?:Lisboa|Porto|São Paulo|Rio de Janeiro|Coimbra)(?!\p{L})/u,
    houses: /\b(?:Editora|Companhia das|Revista da)(?!\p{L})/u,
  },
};

/** The names by which programs for sources call a language, where they are no tags. */
const NAMES: Readonly<Record<string, string>> = {
  ngerman: "de",
  naustrian: "de",
  nswissgerman: "de",
  austrian: "de",
  german: "de",
  ger: "de",
  deutsch: "de",
  english: "en",
  american: "en",
  usenglish: "en",
  british: "en",
  ukenglish: "en",
  french: "fr",
  francais: "fr",
  français: "fr",
  fre: "fr",
  japanese: "ja",
  日本語: "ja",
  spanish: "es",
  español: "es",
  italian: "it",
  italiano: "it",
  dutch: "nl",
  dut: "nl",
  portuguese: "pt",
  português: "pt",
  brazilian: "pt-BR",
  russian: "ru",
  korean: "ko",
  한국어: "ko",
  chinese: "zh",
  chi: "zh",
  中文: "zh",
  arabic: "ar",
  latin: "la",
  greek: "el",
  gre: "el",
  polish: "pl",
};

/** @returns the tag of a language that a source names, as a tag, a code of three letters or a word */
export function tagOfLanguage(named: string): string | undefined {
  const plain = named.trim().replaceAll("_", "-");
  const known = NAMES[plain.toLowerCase()];
  if (known !== undefined) return known;
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(plain)) return undefined;
  try {
    return Intl.getCanonicalLocales(plain)[0];
  } catch {
    return undefined;
  }
}

/** What a source says of itself. */
interface SourceWords {
  readonly title: string;
  /** The work that holds it. */
  readonly container?: string | undefined;
  readonly place?: string | undefined;
  readonly publisher?: string | undefined;
}

/**
 * The language of a source's title by its script, its words, and where and by whom it was published. The signs of its words
 * count double: a German press publishes English books.
 *
 * @param language BCP 47 tag of the essay
 * @param around words of all the sources
 * @returns undefined where nothing tells it
 */
export function languageOfSource(
  { title, container = "", place = "", publisher = "" }: SourceWords,
  language: string,
  around: string,
): string | undefined {
  if (
    !/^[\p{sc=Latin}\p{sc=Common}\p{sc=Inherited}]*\p{sc=Latin}[\p{sc=Latin}\p{sc=Common}\p{sc=Inherited}]*$/u.test(
      title,
    )
  )
    return languageOfTitle(title, language, around);
  const scores = Object.entries(SOURCE_SIGNS)
    .map(([tag, signs]) => {
      const score =
        2 * signsIn(title, signs) +
        signsIn(container, signs) +
        Number(signs.places.test(place)) +
        Number(signs.houses.test(`${publisher} ${container}`));
      return { tag, score };
    })
    .sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  return best && best.score > 0 && best.score > (second?.score ?? 0) ? best.tag : undefined;
}

function signsIn(text: string, { words, endings, letters }: SourceSigns): number {
  const little = new Set(words.split(" "));
  const found = text.toLowerCase().match(/[\p{L}\p{M}]+(?:['’]s(?!\p{L}))?/gu) ?? [];
  return found.reduce(
    (sum, word) =>
      sum +
      (little.has(word) ? 1 : 0) +
      (word.length > 5 && endings.test(word) ? 0.5 : 0) +
      (letters?.test(word) ? 0.5 : 0),
    0,
  );
}

let dictionary: ReadonlySet<string> | undefined;

/** @returns whether all words of a title are in the dictionary, which is of the language of what has no other */
function isInDictionary(title: string): boolean {
  dictionary ??= new Set(readFileSync(wordListPath, "utf8").split("\n"));
  const words = title.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  return words.length > 0 && words.every((word) => dictionary?.has(word));
}

/** @returns the language of a source that nothing tells, and how sure that is */
export function likelyLanguage(title: string, language: string): { language: string; confidence: number } {
  if (isInDictionary(title)) return { language: FALLBACK_LANGUAGE, confidence: 0.98 };
  return { language: isInLatinScript(language) ? language : FALLBACK_LANGUAGE, confidence: 0.5 };
}

/** Languages of sources that a question names. */
export const SOURCE_LANGUAGES: readonly string[] = [...new Set(Object.values(NAMES))];

/** Towns in which most publishers are, as the source of a pattern. */
export const KNOWN_PLACE = Object.values(SOURCE_SIGNS)
  .map(({ places }) => places.source)
  .join("|");

/** The script in which a language is written where nothing else is said. */
const scriptOf = (tag: string): string | undefined => new Intl.Locale(tag).maximize().script;

/**
 * @param tag what a file says of its language, a BCP 47 tag
 * @returns the language of the site's own that it is, whatever country the file names with it: `ko` for `ko-KR`, `zh-Hans` for
 *   `zh-CN`; the tag itself where the site has no such language
 */
export function siteLanguage(tag: string): string {
  const script = scriptOf(tag);
  return (
    OWN_LANGUAGES.find((own) => own === tag) ??
    OWN_LANGUAGES.find(
      (own) => new Intl.Locale(own).language === new Intl.Locale(tag).language && scriptOf(own) === script,
    ) ??
    tag
  );
}

/** Texts of ideographs alone do not tell which of these they are in. */
const IDEOGRAPHIC = new Set(["Jpan", "Hans", "Hant", "Hani"]);

/** @returns whether a language is written in another script than the one that words were taken for */
export function isOtherScript(tag: string, guessed: string): boolean {
  const [own, other] = [scriptOf(tag) ?? "", scriptOf(guessed) ?? ""];
  return own !== other && !(IDEOGRAPHIC.has(own) && IDEOGRAPHIC.has(other));
}
