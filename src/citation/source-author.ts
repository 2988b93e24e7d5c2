import { type Language, maybeInLanguage } from "../essay/language.ts";
import type { Essay } from "../essay/model.ts";
import { creditsIn } from "../essay/people.ts";
import { listNames } from "./names.ts";

/** @returns whose the source work is, as running text in a language names them; empty where there is none */
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
