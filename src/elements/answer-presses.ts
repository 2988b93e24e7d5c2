import { offerCitations } from "./citation/offer-citations.ts";
import { offerPicture } from "./figures/offer-picture.ts";
import { offerLanguages } from "./languages/offer-languages.ts";
import { openNotesInPlace } from "./notes/open-notes.ts";
import { offerPrint } from "./print/offer-print.ts";
import { prepareAddresses } from "./print/print-addresses.ts";
import { offerContents } from "./reading/offer-contents.ts";
import { offerSettings } from "./reading/offer-settings.ts";

export { answerKey } from "./keys/answer-keys.ts";

/**
 * Answers what a reader presses on the page, but what opens the search: notes, terms, other languages, citations, contents,
 * settings, paper and pictures. `presses.ts` loads it with the first sign of a reader.
 */
export function answerPresses(): void {
  openNotesInPlace();
  offerLanguages();
  offerCitations();
  // Nobody asked for it: where it cannot be loaded, the words are left out.
  if (document.querySelector(".day-of-access"))
    void import("./citation/day-of-access.ts").then(
      (module) => module.sayDayOfAccess(),
      () => undefined,
    );
  for (const button of document.querySelectorAll<HTMLElement>("[data-opens=settings]")) offerSettings(button);
  for (const link of document.querySelectorAll<HTMLElement>("[data-opens=contents]")) offerContents(link);
  for (const button of document.querySelectorAll<HTMLElement>("[data-opens=print]")) offerPrint(button);
  prepareAddresses();
  for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-png]")) offerPicture(link);
}
