import type { Language } from "./language.ts";
import type { Essay } from "./model.ts";
import { body, type Contributor } from "./people.ts";

type Credited = Pick<Essay, "kind" | "languages" | "people" | "publication" | "source">;

/**
 * @returns the authors for citations: of a translation those of the work, else those of the text; the publisher as an
 *   organisation where there are none
 */
export function citedAuthors({ kind, people, publication, source }: Credited): readonly Contributor[] {
  const authors = kind === "translation" && source ? source.authors : people.authors;
  if (authors.length > 0) return authors;
  return publication.publisher ? [body(publication.publisher)] : [];
}

/** @returns the translators of a text; the first language of an original essay has none */
export const translatorsOf = ({ kind, languages, people }: Credited, language: Language): readonly Contributor[] =>
  people.translators.filter(({ into }) =>
    into ? into.includes(language) : kind === "translation" || language !== languages[0],
  );

/**
 * Whom a citation of an editors' note, or of what else is set beside the text, names as author: the editors, else who
 * publishes it, else who made this text. The author of a work that is restated or translated has no part in it.
 */
export function editorialAuthors({ kind, people, publication }: Credited): readonly Contributor[] {
  if (people.editors.length > 0) return people.editors;
  if (publication.publisher) return [body(publication.publisher)];
  return kind === "translation" ? people.translators : people.authors;
}
