import type { Language } from "./language.ts";
import type { Essay } from "./model.ts";
import { body, type Contributor } from "./people.ts";

type Credited = Pick<Essay, "kind" | "languages" | "people" | "publication" | "source">;

/**
 * Whom a citation names as author: of a translation the author of the work, else the authors of these words, in whose
 * place the publisher stands as a body. Empty where nobody is named.
 */
export function citedAuthors({ kind, people, publication, source }: Credited): readonly Contributor[] {
  const authors = kind === "translation" && source ? source.authors : people.authors;
  if (authors.length > 0) return authors;
  return publication.publisher ? [body(publication.publisher)] : [];
}

/** @returns who translated the text of a language: in an original essay its first language is nobody's translation */
export const translatorsOf = ({ kind, languages, people }: Credited, language: Language): readonly Contributor[] =>
  people.translators.filter(({ into }) =>
    into ? into.includes(language) : kind === "translation" || language !== languages[0],
  );

/** @returns whose the editors' notes are, and what else is set beside the text */
export const editorialAuthors = (essay: Credited): readonly Contributor[] =>
  essay.people.editors.length > 0 ? essay.people.editors : citedAuthors(essay);
