import type { Language } from "../essay/language.ts";
import { strings } from "./index.ts";

/** @returns title and subtitle, joined as the language does */
export const workTitle = (
  { title, subtitle }: { readonly title: string; readonly subtitle?: string | undefined },
  language: Language,
): string => (subtitle ? strings(language).fullTitle(title, subtitle) : title);
