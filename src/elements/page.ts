/**
 * The script of every page. It is small, and loads everything else on demand. When all that a page does by itself is
 * done, its root has `data-ready`.
 */
// All that is loaded later has styles: it finds this here, and not in a file of its own.
import "./adopt-styles.ts";
import { isSentOn } from "./arrival/sent-on.ts";
import { firstSign, firstStep } from "./first-step.ts";
import { isKept } from "./is-kept.ts";
import { offerKeys } from "./keys/offer-keys.ts";
import { offerMarginNotes } from "./notes/margin-notes.ts";
import { onArrival } from "./on-demand.ts";
import { addressedElement } from "./page-address.ts";
import { awaitPresses } from "./presses.ts";
import { printAtOnce } from "./print/print-at-once.ts";
import { POSITION_KEY } from "./reading/saved-position.ts";
import { offerSearch } from "./search/offer-search.ts";

const undertaken: (Promise<unknown> | undefined)[] = [];
// From it on nothing moves of itself.
const step = firstStep();

offerMarginNotes();
// The early script has seen that the reader was here, or on a page below. Nobody asked for it: if it cannot be loaded, nothing
// is missing.
if ("place" in document.documentElement.dataset)
  undertaken.push(
    import("./reading/return-offer.ts").then(
      (module) => module.offerReturn(),
      () => undefined,
    ),
  );
awaitPresses();
// The sheets for paper and for what a reader may set.
void firstSign.then(() => {
  for (const sheet of document.querySelectorAll<HTMLLinkElement>("link[disabled]")) sheet.disabled = false;
});
if (document.querySelector("article [data-paragraph]")) {
  printAtOnce();
  void firstSign
    // Nothing of it is missed before the reader moves. Where it cannot be loaded, the page is there.
    .then(() => import("./reading/follow-reader.ts"))
    .then((module) => module.followReader(step))
    .catch(() => undefined);
}
offerKeys();
offerSearch();

if (document.querySelector("[data-enters]"))
  undertaken.push(
    // The links lead to the right pages without it.
    import("./languages/mark-preferred.ts").then((module) => module.markPreferred()).catch(() => undefined),
  );

// Where this cannot be loaded, the page has its own links to the changes.
if (document.querySelector("[data-changed]"))
  undertaken.push(
    import("./editions/offer-changes.ts").then(
      (module) => module.offerChanges(),
      () => undefined,
    ),
  );

if (document.documentElement.dataset["writing"] === "vertical")
  undertaken.push(onArrival(() => import("./reading/vertical.ts").then((module) => module.turnVerticalPages())));

const query = new URLSearchParams(location.search);

// The words for which a link came: by the query, or by the browser's own directive, which the page's address has lost.
const isCited = /[?&](quote|v)=|:~:text/u.test(`${performance.getEntriesByType("navigation")[0]?.name}`);
const arrive = (cited?: AbortSignal) => import("./arrival/arrive.ts").then((module) => module.arrive(cited));
// A fragment that is not on this page, and one that a stranger comes with; a link on the page is the reader's own way.
// Where this cannot be loaded, the page is there.
const follow = (isStranger: boolean) =>
  location.hash.length > 1 && (isStranger || !addressedElement()) ? arrive().catch(() => undefined) : undefined;
// Who comes by the search has seen where they are.
const isFromElsewhere =
  !query.has("q") && !document.referrer.startsWith(`${location.origin}/`) && !isKept("localStorage", POSITION_KEY);
undertaken.push(isCited ? onArrival(() => arrive(step)) : follow(isFromElsewhere || isSentOn()));
addEventListener("hashchange", () => void follow(false));

if (query.has("q") && !document.querySelector("search-panel[data-address]"))
  undertaken.push(onArrival(() => import("./search/arrival.ts").then((module) => module.markArrival(step))));

// Who keeps nothing for offline has no worker.
if (navigator.serviceWorker?.controller)
  void import("./offline/tell-renewal.ts").then((module) => module.tellRenewal()).catch(() => undefined);

void Promise.all(undertaken).finally(() => {
  document.documentElement.dataset["ready"] = "";
});
