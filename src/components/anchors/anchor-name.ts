import essay from "virtual:essay";
import type { Language } from "../../essay/language.ts";
import { findSection, noteByAnchor } from "../../essay/navigate.ts";
import { parseParagraphId } from "../../essay/paragraph-ids.ts";
import { citeStrings } from "../../i18n/citation/index.ts";
import { strings } from "../../i18n/index.ts";
import { formatPeriod } from "../../i18n/period.ts";

/**
 * @returns the name of an anchor for readers: `¶12`, `注3`, the title of a section or page of annotations, a term, an
 *   event with its date; `#id` where it is none of these
 */
export function anchorName(id: string, language: Language): string {
  const { locator } = citeStrings(language);
  if (parseParagraphId(id)) return locator.paragraph(id.slice(1));
  const essayText = essay.texts[language];
  const note = essayText && noteByAnchor(essayText, id);
  if (note) return locator.note(String(note.number));
  const label = strings(language);
  const { glossary, timeline } = essay.annotations;
  const term = glossary.find(({ anchor }) => anchor === id);
  if (term) return term.term[language] ?? `#${id}`;
  const event = timeline.find(({ anchor }) => anchor === id);
  if (event) return [formatPeriod(event.date, event.end, language), event.text[language]].join(label.eventSeparator);
  if (id === "glossary" && glossary.length > 0) return label.glossary;
  if (id === "timeline" && timeline.length > 0) return label.timeline;
  return (essayText && findSection(essayText, id)?.title) ?? `#${id}`;
}
