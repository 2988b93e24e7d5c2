import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { TokenizerBuilder } from "@patdx/kuromoji";
import NodeDictionaryLoader from "@patdx/kuromoji/node";
import anyAscii from "any-ascii";
import { toHiragana, toRomaji } from "wanakana";
import { profileOf } from "../essay/language-profile.ts";

/** How many words of a title make an id. */
const LONGEST = 6;

/** Little words that an id does without. */
const LITTLE = new Set([
  ..."a an the of and in on to for by with from at as is der die das und von zu im in des den dem ein eine le la les l de du et un une à au aux".split(
    " ",
  ),
  ..."el los las del y en il lo gli di da della delle dei degli nel nella os as dos das em".split(" "),
  ..."no wa ga wo o ni to de e ya mo ka".split(" "),
]);

/** A little word that has lost its vowel and stands with the next one: l’oubli, dell’oblio. */
const ELIDED = /(?<![a-z])(?:[cdjlmnst]|qu|jusqu|all|dall|dell|nell|sull|un)['’ʼ`](?=[aeiouyh][a-z])/gu;

/** Makes ids of titles: romanised where they are Japanese, transliterated where they are in another script. */
export class SlugMaker {
  readonly #language: string;
  readonly #taken = new Set<string>();
  /** The number that was last put behind words, as many sections have one title. */
  readonly #counted = new Map<string, number>();
  readonly #reserved: (id: string) => string | undefined;

  /** @param reserved says why an id is not free, where the site has it for itself */
  constructor(language: string, reserved: (id: string) => string | undefined = () => undefined) {
    this.#language = language;
    this.#reserved = reserved;
  }

  /** Keeps an id for what has it already. */
  keep(id: string): void {
    this.#taken.add(id);
  }

  /**
   * @param title the words that the id is made of
   * @param fallback what it is where the words give nothing Latin
   * @returns an id that nothing else has: lower-case Latin letters, digits and single hyphens, beginning with a letter
   */
  async make(title: string, fallback: string): Promise<string> {
    const words = (await this.#latin(title))
      .toLowerCase()
      .replaceAll(ELIDED, " ")
      .replaceAll(/['’ʼ`]/gu, "")
      .split(/[^a-z0-9]+/u)
      .filter(Boolean);
    // A number before a title counts it, and an id begins with a letter; a year is one of its words.
    if (words.length > 1 && /^\d{1,2}$/u.test(words[0] ?? "") && /^[a-z]/u.test(words[1] ?? "")) words.shift();
    const telling = words.filter((word) => !LITTLE.has(word));
    const chosen = (telling.length > 1 ? telling : words).slice(0, LONGEST);
    let slug = chosen
      .join("-")
      .slice(0, 60)
      .replaceAll(/^-+|-+$/gu, "");
    if (slug === "" || !/^[a-z]/u.test(slug)) slug = slug === "" ? fallback : `${fallback}-${slug}`;
    // Anchors of notes, figures and terms begin with these words, and no number behind changes that.
    const isFree = !this.#taken.has(slug) && this.#reserved(slug) === undefined;
    if (!isFree && this.#reserved(`${slug}-2`) !== undefined) slug = `on-${slug}`;
    let free = slug;
    for (
      let count = (this.#counted.get(slug) ?? 1) + 1;
      this.#taken.has(free) || this.#reserved(free) !== undefined;
      count += 1
    ) {
      free = `${slug}-${count}`;
      this.#counted.set(slug, count);
    }
    this.#taken.add(free);
    return free;
  }

  async #latin(title: string): Promise<string> {
    const plain = title.normalize("NFKC");
    if (!/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(plain)) return anyAscii(plain);
    if (profileOf(this.#language).analyser === undefined)
      return anyAscii(plain).replaceAll(/(?<=[a-z])(?=[A-Z])/gu, " ");
    const tokens = (await japanese()).tokenize(plain);
    const words: string[] = [];
    let glue = false;
    for (const { surface_form: surface, reading, pos } of tokens) {
      const latin = /^[\x20-\x7E]+$/u.test(surface) ? surface : toRomaji(reading ?? surface);
      // A verb's ending belongs to its verb: 高まる, 問われた.
      if (glue && pos === "助動詞") words.push(`${words.pop() ?? ""}${latin}`);
      else words.push(latin);
      glue = pos === "動詞" || pos === "形容詞" || pos === "助動詞";
    }
    return anyAscii(words.join(" "));
  }
}

/**
 * Parts a Japanese name where the dictionary knows both its halves: 山田太郎 is 山田 太郎.
 *
 * @returns undefined where it does not
 */
export async function nameOfJapanese(name: string): Promise<string | undefined> {
  if (!/^[\p{sc=Han}々][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー]{1,5}$/u.test(name)) return undefined;
  const [family, given, ...more] = (await japanese()).tokenize(name);
  const isWhole =
    more.length === 0 && family?.pos_detail_3 === "姓" && given?.pos_detail_2 === "人名" && given.pos_detail_3 === "名";
  return isWhole ? `${family.surface_form} ${given.surface_form}` : undefined;
}

/** @returns how Japanese words are read, in hiragana, by the dictionary; what it does not know stays as it is */
export async function readingOf(words: string): Promise<string> {
  const tokens = (await japanese()).tokenize(words);
  return toHiragana(tokens.map(({ surface_form: surface, reading }) => reading ?? surface).join(""));
}

type Tokenizer = Awaited<ReturnType<TokenizerBuilder["build"]>>;

/** Reading the dictionary takes seconds: it is done once, where a Japanese title asks for it. */
let tokenizer: Promise<Tokenizer> | undefined;
function japanese(): Promise<Tokenizer> {
  tokenizer ??= new TokenizerBuilder({ loader: new NodeDictionaryLoader({ dic_path: dictionary() }) }).build();
  return tokenizer;
}

const dictionary = (): string =>
  `${join(dirname(createRequire(import.meta.url).resolve("@patdx/kuromoji")), "..", "dict")}/`;
