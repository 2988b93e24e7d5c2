import { loadStrings } from "../../i18n/load.ts";
import { adoptStyles } from "../adopt-styles.ts";
import { firstStep } from "../first-step.ts";
import "../overlays.ts";
import { linkTo } from "../link-to.ts";
import { idOfFragment } from "../page-address.ts";
import { pageLanguage } from "../page-language.ts";
import styles from "./arrival.css?inline";
import { type AnchorsOfPages, findAnchor } from "./find-anchor.ts";
import { isSentOn, SENT_ON } from "./sent-on.ts";

adoptStyles(styles);

/** Key in localStorage: whoever has seen the line once knows where they are. */
const SEEN = "arrived";

/** Which share of the screen the line may take. */
const MOST_OF_SCREEN = 0.4;

/** Where the anchors of a language are, and which paragraphs there are: `/<language>/anchors.json`. */
interface Anchors {
  readonly range: string;
  readonly pages: AnchorsOfPages;
}

/**
 * Answers the address of a page: what it cites or quotes, and its fragment.
 *
 * @param step aborted with the reader's first step; absent where the address cites and quotes nothing
 * @throws where what answers a citation cannot be loaded
 */
export async function arrive(step?: AbortSignal): Promise<void> {
  const following = follow().catch(() => undefined);
  if (step) await (await import("../citation/arrive.ts")).checkCited(step);
  await following;
}

/**
 * Answers a fragment: one that is not on this page leads to the page that has it, or the page says that there is none;
 * who is led there, and who comes to a paragraph from another site for the first time, is told where they are.
 */
async function follow(): Promise<void> {
  // A browser that knows no directives of text leaves them in the fragment.
  const fragment = location.hash.replace(/:~:.*/su, "");
  const id = idOfFragment(fragment);
  const target = document.getElementById(id);
  if (target) return welcome(target, takeSentOn());
  // The page for what is missing in all languages leads to that of one, with all that was asked for.
  if (document.querySelector("[data-missing]")) return;
  // The first two are the browser’s own, of the third the words decide.
  if (id === "" || id === "top" || new URLSearchParams(location.search).has("quote")) return;
  // The first page is of every language: its reader's is meant, else the first.
  const link = document.querySelector<HTMLAnchorElement>(".site-title a") ?? (await linkOnFirstPage());
  if (!link) return;
  const cover = link.href;
  const response = await fetch(new URL("anchors.json", cover));
  if (!response.ok) return;
  const { range, pages } = (await response.json()) as Anchors;
  const { page, anchor } = findAnchor(id, pages) ?? {};
  if (page === undefined || anchor === undefined) {
    await sayMissing(id, range, link);
    return;
  }
  const meant = document.getElementById(anchor);
  if (meant) {
    location.replace(`#${encodeURIComponent(anchor)}`);
    await welcome(meant, takeSentOn());
    return;
  }
  // The whole in volumes leads to its own by itself.
  if (!document.querySelector("[data-volumes]")) {
    // Who comes from elsewhere is to be told where they are by the page that they are sent to.
    if (!document.referrer.startsWith(`${location.origin}/`)) leaveUnnamed();
    sendOn();
    location.replace(`${new URL(page, cover).href}${location.search}#${encodeURIComponent(anchor)}`);
  }
}

/** @returns the link to the text of the first page's reader, else to the first; nothing on all other pages */
async function linkOnFirstPage(): Promise<HTMLAnchorElement | undefined> {
  const { preferredText, textsOfFirstPage } = await import("../languages/mark-preferred.ts");
  return preferredText() ?? textsOfFirstPage()[0];
}

/** The next page is not told which page led to it. */
function leaveUnnamed(): void {
  const policy = document.createElement("meta");
  policy.name = "referrer";
  policy.content = "no-referrer";
  document.head.append(policy);
}

/** The next page is told that its reader did not choose it. */
function sendOn(): void {
  try {
    sessionStorage.setItem(SENT_ON, "");
  } catch {
    // Without storage the next page says nothing.
  }
}

/** @returns whether the reader was sent on to this page, the first time that it is asked */
function takeSentOn(): boolean {
  const isSent = isSentOn();
  if (isSent) sessionStorage.removeItem(SENT_ON);
  return isSent;
}

/** @param link to the text that is meant; the line is in its language and direction */
async function sayMissing(id: string, range: string, link: HTMLAnchorElement): Promise<void> {
  const language = link.dataset["language"] ?? pageLanguage();
  const strings = await loadStrings("reading", language);
  document.querySelector(".missing-anchor")?.remove();
  const bar = document.createElement("aside");
  bar.className = "bar missing-anchor";
  bar.setAttribute("role", "alert");
  bar.lang = language;
  bar.dir = getComputedStyle(link).direction;
  const [, number] = /^p(\d+[a-z]*)$/u.exec(id) ?? [];
  const words = number && range ? strings.noParagraph(number, range) : strings.noAnchor(id);
  const contents = linkTo(`${link.href}#contents`, strings.contents);
  bar.append(
    `${words} `,
    contents,
    closing(strings.close, () => bar.remove()),
  );
  document.body.append(bar);
  addEventListener("hashchange", () => bar.remove(), { once: true });
}

/** One line above the target: whose argument, whose words, which section, the way in. Nothing that is read moves. */
async function welcome(target: HTMLElement, isSent: boolean): Promise<void> {
  const place = target.closest<HTMLElement>("article [data-paragraph]");
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (!place || navigation?.type !== "navigate" || (hasSeen() && !isSent)) return;
  const step = firstStep();
  const strings = await loadStrings("reading", pageLanguage());
  const whose = document.querySelector(".cite-nature") ?? document.querySelector(".site-footer p");
  const title = document.querySelector<HTMLAnchorElement>(".site-title a");
  const heading = place.closest("section")?.querySelector("h1, h2, h3") ?? document.querySelector("main h1");
  if (!title) return;
  const line = document.createElement("aside");
  // Beside lines that run down nothing can be put in without moving them: there it lies over the page's end.
  const isVertical = getComputedStyle(place).writingMode.startsWith("vertical");
  line.className = isVertical ? "bar missing-anchor" : "arrival";
  line.ariaLabel = strings.arrivalLabel;
  line.dataset["pagefindIgnore"] = "";
  const words = [whose, heading].flatMap((element) => element?.textContent?.replaceAll(/\s+/gu, " ").trim() || []);
  const sentence = document.createElement("p");
  sentence.append(
    linkTo(title.href, title.textContent),
    ` · ${words.join(" · ")} · `,
    linkTo(title.href, strings.fromBeginning),
  );
  const close = closing(strings.close, () => keepInPlace(place, () => line.remove()));
  line.append(sentence, close);
  remember();
  if (isVertical) {
    document.body.append(line);
    return;
  }
  keepInPlace(place, () => place.before(line));
  // Drawn where it is, above what is seen; only then it is brought into view, unless the reader has gone on.
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  const height = line.getBoundingClientRect().height;
  // On a screen that has no room for both, the paragraph is what the link is for.
  if (!step.aborted && height < innerHeight * MOST_OF_SCREEN) line.scrollIntoView({ block: "start" });
}

/** Changes the page above an element, which stays where it is on the screen. */
function keepInPlace(element: HTMLElement, change: () => void): void {
  const before = element.getBoundingClientRect();
  change();
  const after = element.getBoundingClientRect();
  scrollBy({ top: after.top - before.top, behavior: "instant" });
}

function closing(name: string, close: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "×";
  button.ariaLabel = name;
  button.addEventListener("click", close);
  return button;
}

function hasSeen(): boolean {
  try {
    return localStorage.getItem(SEEN) !== null;
  } catch {
    return false;
  }
}

function remember(): void {
  try {
    localStorage.setItem(SEEN, "1");
  } catch {
    // Without storage every visit is the first.
  }
}
