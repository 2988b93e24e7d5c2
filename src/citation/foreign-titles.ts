import type { Language } from "../essay/language.ts";
import { isInLatinScript } from "../essay/scripts.ts";
import type { CslItem } from "../schemas/references.ts";

/**
 * Prepares a source for readers of another language. For those who read Latin letters, what is written in others is
 * given in Latin ones, and the title in both; its translation follows in brackets (The Chicago Manual of Style, 17th
 * edition, 11.9 and 11.90).
 *
 * @param language of the readers
 */
export function forReadersOf(language: Language, item: CslItem): CslItem {
  const { romanised, translation, ...rest } = item;
  if (new Intl.Locale(item.language).language === new Intl.Locale(language).language) return item;
  const { title: latinTitle, ...latin } = romanised ?? {};
  const translated = translation?.[language];
  const title = [isInLatinScript(language) && latinTitle, item.title, translated && `[${translated}]`];
  return {
    ...rest,
    ...(isInLatinScript(language) && latin),
    title: title.filter((part) => part).join(" "),
  };
}
