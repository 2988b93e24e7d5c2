import { listNames } from "../../citation/names.ts";
import { sourceAuthor } from "../../citation/source-author.ts";
import { citedAuthors, translatorsOf } from "../../essay/authorship.ts";
import type { Language } from "../../essay/language.ts";
import type { Essay } from "../../essay/model.ts";
import { type Contributor, type Credit, creditsIn } from "../../essay/people.ts";
import { shownIn } from "../../i18n/fallback.ts";
import { formatDate, strings } from "../../i18n/index.ts";

/** Credits of a page; what an essay does not state is empty or absent. */
export interface WhoseWords {
  /** How a restatement relates to the work that it restates. */
  readonly statement?: string | undefined;
  /** The authors: of the translated work, or of the text. */
  readonly authors: readonly Credit[];
  /** `Translated by …` */
  readonly translated?: string | undefined;
  /** `Edited by …` */
  readonly edited?: string | undefined;
  /** All credits in one line, for the footer. */
  readonly line?: string | undefined;
}

/** @returns the credits of the text in one language */
export function whoseWords(essay: Essay, language: Language): WhoseWords {
  const { kind, people, source } = essay;
  const label = strings(language);
  const credits = (contributors: readonly Contributor[]) => creditsIn(contributors, language);
  const row = (contributors: readonly Contributor[]) =>
    contributors.length > 0
      ? listNames(
          credits(contributors).map(({ name }) => name),
          language,
        )
      : undefined;
  const translators = row(translatorsOf(essay, language));
  const editors = row(people.editors);
  const author = sourceAuthor(essay, language);
  const affiliation = source?.affiliation && shownIn(source.affiliation, language);
  const date = source?.date && formatDate(source.date, language);
  const line = {
    original: () => row(citedAuthors(essay)),
    restatement: () => label.footerSource(author),
    translation: () => label.footerTranslation(author, translators ?? ""),
  }[kind];
  return {
    ...(kind === "restatement" && {
      // A translation may have no form for unknown values.
      statement: label.restatement(author, affiliation, date) || label.restatementShort(author),
    }),
    authors: credits(kind === "translation" ? citedAuthors(essay) : people.authors),
    translated: translators && label.translatedBy(translators),
    edited: editors && label.editedBy(editors),
    line: line(),
  };
}
