import type { Stem, WordRules } from "./word-rules.ts";

/** What a module of `RULE_MODULES` exports. */
export type RuleModule = { readonly rules: WordRules } | { readonly stemmer: Stem };

/**
 * @param functionWords those of the language, between spaces
 * @returns the rules of a module; where there is none, words are compared as they are
 */
export function rulesOf(module: RuleModule | undefined, functionWords = ""): WordRules {
  const rules = module && "rules" in module ? module.rules : { stem: module?.stemmer ?? ((word) => word) };
  return { ...rules, functionWords: new Set(functionWords.split(" ")) };
}
