import { essayIn, SHIPPED_ESSAY } from "./essays.ts";

/** Words that are plainly those of the essay that ships: names, titles, and how each of its paragraphs and notes begins. */
export async function wordsOfTheShippedEssay(): Promise<string[]> {
  const { essay } = await essayIn(SHIPPED_ESSAY);
  const { titles, source, publication, annotations } = essay;
  const texts = Object.values(essay.texts);
  const words = [
    essay.id,
    ...Object.values(titles).flatMap(({ title, subtitle }) => [title, subtitle]),
    ...[source?.author, source?.affiliation, source?.title, publication.publisher].flatMap((one) =>
      Object.values(one ?? {}),
    ),
    ...texts.flatMap(({ description, notesIntroduction, editorNotesIntroduction }) => [
      description,
      notesIntroduction,
      editorNotesIntroduction,
    ]),
    ...texts.flatMap(({ sections }) =>
      sections.flatMap(({ summary, paragraphs, notes }) => [
        summary,
        ...[...paragraphs, ...notes].map(({ text }) => text),
      ]),
    ),
    ...annotations.timeline.flatMap(({ text }) => Object.values(text)),
    "可視化される抑止",
    "Deterrence Made Visible",
    "NATO",
    "Russia",
    "ロシア",
    "鶴岡",
    "Tsuruoka",
  ];
  return words.flatMap((text) => (text ? [text.slice(0, 40)] : []));
}
