import { loadStemmer } from "./stemmers.ts";
import type { WordRules } from "./word-rules.ts";

/** Languages with rules of their own. */
const LOADERS: Readonly<Record<string, () => Promise<{ rules: WordRules }>>> = {
  ar: () => import("./arabic.ts"),
  de: () => import("./german.ts"),
  fa: () => import("./arabic.ts"),
  ko: () => import("./korean.ts"),
  ur: () => import("./arabic.ts"),
};

/** @param code primary language subtag, `en` */
export async function loadRules(code: string): Promise<WordRules> {
  const own = await LOADERS[code]?.();
  return own?.rules ?? { stem: await loadStemmer(code) };
}
