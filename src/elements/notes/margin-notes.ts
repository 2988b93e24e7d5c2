import { SETTINGS_EVENT } from "../reading/settings-event.ts";
import { MARGIN_NOTES_MEDIA } from "./margin-media.ts";
import { notesOf } from "./place-notes.ts";

/** Puts the notes into the margin beside their first marks on screens that are wide enough. */
export function offerMarginNotes(): void {
  const article = document.querySelector("article");
  // Side by side, the second language takes the margin.
  if (!article?.querySelector(".notes > .note-list")) return;
  const { dataset } = document.documentElement;
  let place: (() => void) | undefined;
  const decide = () => {
    dataset["notes"] = hasRoom() ? "margin" : "list";
    if (dataset["notes"] === "margin") place ??= notesOf(article);
    place?.();
  };
  for (const media of Object.values(MARGIN_NOTES_MEDIA)) matchMedia(media).addEventListener("change", decide);
  addEventListener(SETTINGS_EVENT, decide);
  decide();
}

const hasRoom = (): boolean => {
  const isVertical = getComputedStyle(document.documentElement).writingMode.startsWith("vertical");
  return matchMedia(MARGIN_NOTES_MEDIA[isVertical ? "vertical" : "horizontal"]).matches;
};
