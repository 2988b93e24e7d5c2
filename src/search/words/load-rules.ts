import { FUNCTION_WORDS } from "./function-words.ts";
import { RULE_MODULES } from "./rule-modules.ts";
import { type RuleModule, rulesOf } from "./rules-of.ts";
import type { WordRules } from "./word-rules.ts";

/**
 * Loads what is known of the words of a language. In a site another module stands in the place of this one, which knows
 * the languages of the essay only (`integrations/search-rules.ts`).
 *
 * @param code primary language subtag, `en`
 */
export async function loadRules(code: string): Promise<WordRules> {
  const module = RULE_MODULES[code];
  return rulesOf(
    module === undefined ? undefined : ((await import(/* @vite-ignore */ module)) as RuleModule),
    FUNCTION_WORDS[code],
  );
}
