import { adoptStyles } from "../adopt-styles.ts";
import { firstStep } from "../first-step.ts";
import { oncePerFrame } from "../once-per-frame.ts";
import { addressedElement } from "../page-address.ts";
import styles from "./follow-reader.css?inline";
import { bringHeaderOnReturn } from "./header-on-return.ts";
import { paragraphRead } from "./reading-line.ts";
import { savePosition } from "./save-position.ts";
import { drawScale, type ShowOnScale } from "./scale.ts";
import { SETTINGS_EVENT } from "./settings-event.ts";

adoptStyles(styles);

/** Time after which a page has arrived where its address leads, in milliseconds. */
const ARRIVAL_IN_MS = 3_000;

/**
 * Tracks the reading position: marks the section and the paragraph in the contents and on the scale, and saves the
 * position once the reader goes on: who merely opens a link keeps the place that they had read to. When settings change,
 * the current paragraph is kept in place.
 *
 * @param step aborted with the reader's first step on the page
 * @returns resolves when the scale is drawn
 */
export async function followReader(step: AbortSignal): Promise<void> {
  const paragraphs = [...document.querySelectorAll<HTMLElement>("article [data-paragraph]")];
  let current: HTMLElement | undefined;
  let saved: HTMLElement | undefined;
  let showOnScale: ShowOnScale | undefined;
  // Where a link has led is what is read, until the reader goes on.
  let addressed = addressedElement()?.closest<HTMLElement>("[data-paragraph]");
  let stay = step;

  const update = () => {
    const root = document.documentElement;
    const isVertical = getComputedStyle(root).writingMode.startsWith("vertical");
    const size = isVertical ? root.clientWidth : root.clientHeight;
    const extentOf = (paragraph: HTMLElement) => {
      const { top, bottom, left, right } = paragraph.getBoundingClientRect();
      return isVertical ? { start: size - right, end: size - left } : { start: top, end: bottom };
    };
    const isSeen = ({ start, end }: { start: number; end: number }) => end > 0 && start < size;
    const extentAt = (index: number) => ({
      ...extentOf(paragraphs[index] as HTMLElement),
      goesOn: paragraphs[index]?.parentElement === paragraphs[index - 1]?.parentElement,
    });
    const found = paragraphRead(paragraphs.length, extentAt, {
      size,
      current: current ? paragraphs.indexOf(current) : -1,
      scrolled: isVertical ? Math.abs(scrollX) : scrollY,
      furthest: (isVertical ? root.scrollWidth : root.scrollHeight) - size,
    });
    const first = addressed && !stay.aborted && isSeen(extentOf(addressed)) ? addressed : paragraphs[found];
    if (!first) return;
    const number = first.dataset["paragraph"] ?? "";
    if (first !== current) {
      current = first;
      showInContents(current, number);
      showOnScale?.(number);
    }
    // Who reads on within the paragraph at which the page was opened has gone on, too.
    if (first === saved || !(step.aborted || performance.now() > ARRIVAL_IN_MS)) return;
    saved = first;
    const heading = first.closest("section")?.querySelector("h1, h2, h3") ?? document.querySelector("main h1");
    const section = heading?.textContent.replaceAll(/\s+/gu, " ").trim() ?? "";
    savePosition({ path: location.pathname, anchor: first.id, number, section });
  };

  const updateSoon = oncePerFrame(update);
  addEventListener("scroll", updateSoon, { passive: true });
  addEventListener("resize", updateSoon);
  addEventListener("hashchange", () => {
    addressed = addressedElement()?.closest<HTMLElement>("[data-paragraph]");
    stay = firstStep();
    updateSoon();
  });
  addEventListener(SETTINGS_EVENT, () => {
    if (current && current !== paragraphs[0]) current.scrollIntoView({ block: "start", behavior: "instant" });
    updateSoon();
  });
  update();
  bringHeaderOnReturn();

  const cover = document.querySelector<HTMLAnchorElement>(".site-title a")?.href;
  if (!cover || !document.querySelector("[data-kind=section], [data-kind=full]")) return;
  await uncovered();
  // Nobody asked for it: if it cannot be loaded, nothing is missing.
  showOnScale = await drawScale(cover).catch(() => undefined);
  if (current) showOnScale?.(current.dataset["paragraph"] ?? "");
}

/** Resolves when no dialog lies over the page: what it is opened for goes before what is drawn behind it. */
const uncovered = (): Promise<void> =>
  new Promise((resolve) => {
    const dialog = document.querySelector("dialog[open]");
    if (dialog) dialog.addEventListener("close", () => resolve(), { once: true });
    else resolve();
  });

function showInContents(paragraph: HTMLElement, number: string): void {
  const section = paragraph.closest("section")?.getAttribute("aria-labelledby");
  for (const link of document.querySelectorAll<HTMLElement>(".contents-aside a")) {
    const isHere = section ? link.getAttribute("href") === `#${section}` : link.ariaCurrent === "page";
    if (section) link.toggleAttribute("data-current", isHere);
    // Not `data-paragraph`, which identifies paragraphs of the text.
    if (isHere) link.dataset["position"] = `¶${number}`;
    else delete link.dataset["position"];
  }
}
