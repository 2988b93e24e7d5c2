import essay from "virtual:essay";
import type { Language } from "../essay/model.ts";
import { parseParagraphId } from "../essay/paragraph-ids.ts";
import { citeStrings } from "../i18n/cite/index.ts";

/** @returns what a reader calls an anchor: `¶12`, `注3`, a section's title; the id where nothing else is known of it */
export function anchorName(id: string, language: Language): string {
  const { place } = citeStrings(language);
  if (parseParagraphId(id)) return place.paragraph(id.slice(1));
  const sections = essay.texts[language]?.sections ?? [];
  const note = sections.flatMap(({ notes }) => notes).find(({ anchor }) => anchor === id);
  if (note) return place.note(String(note.number));
  return sections.find((section) => section.id === id)?.title ?? `#${id}`;
}
