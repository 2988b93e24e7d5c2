import { SETTINGS_EVENT } from "../reading/settings-event.ts";
import { MARGIN_NOTES_MEDIA } from "./margin-media.ts";

/**
 * Puts the notes into the margin beside their first marks on screens that are wide enough; others load nothing for it.
 * Where it cannot be loaded, the notes are a list.
 *
 * @returns resolves when the notes have their places; `undefined` where the page has none
 */
export function offerMarginNotes(): Promise<void> | undefined {
  const article = document.querySelector("article");
  // Side by side, the second language takes the margin.
  if (!article?.querySelector(".notes > .note-list")) return undefined;
  const { dataset } = document.documentElement;
  let placing: Promise<() => void> | undefined;
  const decide = async () => {
    dataset["notes"] = hasRoom() ? "margin" : "list";
    if (dataset["notes"] === "margin") placing ??= import("./place-notes.ts").then((module) => module.notesOf(article));
    try {
      (await placing)?.();
    } catch {
      dataset["notes"] = "list";
    }
  };
  for (const media of Object.values(MARGIN_NOTES_MEDIA)) matchMedia(media).addEventListener("change", decide);
  addEventListener(SETTINGS_EVENT, decide);
  return decide();
}

const hasRoom = (): boolean => {
  const isVertical = getComputedStyle(document.documentElement).writingMode.startsWith("vertical");
  return matchMedia(MARGIN_NOTES_MEDIA[isVertical ? "vertical" : "horizontal"]).matches;
};
