import { type Language, maybeInLanguage } from "../essay/language.ts";
import type { Essay } from "../essay/model.ts";
import { creditsIn } from "../essay/people.ts";
import { listNames } from "./names.ts";

/** @returns the authors of the source work as running text of a language; empty where there are none */
export function sourceAuthor({ source }: Pick<Essay, "source">, language: Language): string {
  if (!source) return "";
  const written = maybeInLanguage(source.author, language);
  return (
    written ??
    listNames(
      creditsIn(source.authors, language).map(({ name }) => name),
      language,
    )
  );
}
