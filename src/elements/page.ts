/** The script of every page. It is small, and loads everything else on demand. */
import { offerCitations } from "./citation/offer-citations.ts";
import { offerLanguages } from "./languages/offer-languages.ts";
import { placeMarginNotes } from "./notes/margin-notes.ts";
import { openNotesInPlace } from "./notes/open-notes.ts";
import { followReader } from "./reading/follow-reader.ts";
import { offerContents } from "./reading/offer-contents.ts";
import { offerReturn } from "./reading/offer-return.ts";
import { SETTINGS_EVENT } from "./reading/settings.ts";
import { offerSearch } from "./search/offer-search.ts";

placeMarginNotes();
openNotesInPlace();
offerReturn();
followReader();
offerSearch();
offerLanguages();
offerCitations();

for (const button of document.querySelectorAll<HTMLElement>("[data-opens=settings]"))
  button.addEventListener("click", () => {
    void import("./reading/settings-panel.ts").then(({ toggleSettings }) => toggleSettings(button));
  });

for (const link of document.querySelectorAll<HTMLElement>("[data-opens=contents]")) offerContents(link);

const prepareVertical = () => {
  if (document.documentElement.dataset["writing"] !== "vertical") return;
  removeEventListener(SETTINGS_EVENT, prepareVertical);
  void import("./reading/vertical.ts").then(({ turnVerticalPages }) => turnVerticalPages());
};
addEventListener(SETTINGS_EVENT, prepareVertical);
prepareVertical();

if (new URLSearchParams(location.search).has("quote"))
  void import("./citation/arrive-quoted.ts").then(({ checkQuote }) => checkQuote());
if (new URLSearchParams(location.search).has("q") && !document.querySelector("search-panel[data-address]"))
  void import("./search/arrival.ts").then(({ markArrival }) => markArrival());
