import { showKeys } from "./keys-dialog.ts";

/** What a key leads to by a link of the page. */
const LINKS: Readonly<Record<string, string>> = {
  n: ".section-navigation a[rel=next]",
  p: ".section-navigation a[rel=prev]",
  c: "[data-opens=contents]",
};

/** How far below the edge of the screen a paragraph may begin to be the one that is read, in CSS pixels. */
const NEAR_EDGE = 40;

/** Does what a shortcut stands for; where a page has nothing of the kind, nothing happens. */
export async function press(key: string): Promise<void> {
  if (key === "?") await showKeys();
  else if (key === "j") goTo(1);
  else if (key === "k") goTo(-1);
  else document.querySelector<HTMLElement>(LINKS[key] ?? "none")?.click();
}

/** Takes the reader, and the focus, to the number of the next paragraph or the one before. */
function goTo(step: 1 | -1): void {
  const numbers = [...document.querySelectorAll<HTMLElement>("main .paragraph-number")];
  const focused = document.activeElement?.closest(".paragraph")?.querySelector<HTMLElement>(".paragraph-number");
  const at = focused ? numbers.indexOf(focused) : readNow(numbers);
  const target = numbers[at + step];
  target?.focus({ preventScroll: true });
  target?.closest(".paragraph")?.scrollIntoView({ block: "start" });
}

/** How far the beginning of a paragraph is from the edge at which the page begins. */
function distance(number: HTMLElement): number {
  const box = (number.closest(".paragraph") ?? number).getBoundingClientRect();
  const isVertical = getComputedStyle(number).writingMode.startsWith("vertical");
  return isVertical ? document.documentElement.clientWidth - box.right : box.top;
}

/** @returns the position of the last paragraph that has begun; -1 above all */
const readNow = (numbers: readonly HTMLElement[]): number =>
  numbers.findLastIndex((number) => distance(number) <= NEAR_EDGE);
