import type { Stem, WordRules } from "./word-rules.ts";

/** What a module of `RULE_MODULES` exports. */
export type RuleModule = { readonly rules: WordRules } | { readonly stemmer: Stem };

/** @returns the rules of a module; where there is none, words are compared as they are */
export function rulesOf(module: RuleModule | undefined): WordRules {
  if (module && "rules" in module) return module.rules;
  return { stem: module?.stemmer ?? ((word) => word) };
}
