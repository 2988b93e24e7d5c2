import type { Scale, ScaleSection } from "../../essay/scale.ts";
import { adoptStyles } from "../adopt-styles.ts";
import styles from "./scale.css?inline";
import { layOutScale, NARROWEST } from "./scale-layout.ts";

/** A paragraph on the scale. */
interface Place {
  readonly number: string;
  readonly section: number;
  readonly tick: HTMLElement;
  /** Distance from the scale's beginning, in CSS pixels. */
  at: number;
}

/** Most breadth of a scale that is a line at the edge of the screen, in CSS pixels. */
const LINE = 8;
/** Room of a number beside the scale, in CSS pixels. */
const NUMBER = 15;

/** @returns shows which paragraph is read, by its number */
export type ShowOnScale = (number: string) => void;

/**
 * Draws the scale of all paragraphs beside the text: one rule by section, on which the present paragraph is filled and
 * those with notes bear a dot. It is one stop of the keyboard, within which the arrow keys choose and Enter leads on; for
 * the pointer it is a link to the paragraph that it points at.
 *
 * @param cover address of the language's folder
 * @returns shows which paragraph is read
 */
export async function drawScale(cover: string): Promise<ShowOnScale | undefined> {
  const response = await fetch(new URL("scale.json", cover), { priority: "low" });
  if (!response.ok) return undefined;
  const { name, sections } = (await response.json()) as Scale;
  if (sections.length === 0) return undefined;
  adoptStyles(styles);

  const scale = document.createElement("nav");
  scale.className = "scale";
  scale.ariaLabel = name;
  scale.dataset["pagefindIgnore"] = "";
  const rule = document.createElement("div");
  rule.className = "scale-rule";
  rule.tabIndex = 0;
  rule.setAttribute("role", "slider");
  rule.ariaLabel = name;
  const lines = sections.map(() => part("scale-section"));
  const places = sections.flatMap(({ numbers, noted }, section) =>
    numbers.map((number, position): Place => {
      const tick = part("scale-tick");
      if (noted.includes(position)) tick.dataset["noted"] = "";
      return { number, section, tick, at: 0 };
    }),
  );
  rule.ariaValueMin = "1";
  rule.ariaValueMax = String(places.length);
  rule.append(...lines, ...places.map(({ tick }) => tick));
  const numbers = document.createElement("div");
  numbers.ariaHidden = "true";
  const link = document.createElement("a");
  link.className = "scale-link";
  link.tabIndex = -1;
  link.ariaHidden = "true";
  const label = document.createElement("span");
  label.className = "scale-label";
  label.ariaHidden = "true";
  label.hidden = true;
  scale.append(rule, numbers, link, label);

  // Before one reads it is the first of the page.
  let here = Math.max(
    0,
    places.findIndex(({ number }) => document.getElementById(`p${number}`)),
  );
  let chosen = here;
  const isVertical = () => getComputedStyle(scale).writingMode.startsWith("vertical");
  const titleOf = ({ section }: Place) => sections[section]?.title ?? "";

  const layOut = () => {
    const [length, breadth] = isVertical()
      ? [scale.clientWidth, scale.clientHeight]
      : [scale.clientHeight, scale.clientWidth];
    const counts = sections.map((section) => section.numbers.length);
    // A mere line at the edge is as long as the screen, and marks no paragraph but the present one.
    const parts =
      breadth > LINE
        ? layOutScale(counts, length, places[here]?.section ?? -1)
        : layOutScale(counts, length, -1, length);
    for (const [position, line] of lines.entries()) {
      const { start = 0, length: size = 0, pitch = 0 } = parts[position] ?? {};
      line.style.insetBlockStart = `${start}px`;
      line.style.blockSize = `${size}px`;
      line.toggleAttribute("data-merged", pitch < NARROWEST);
    }
    let index = 0;
    for (const [position, { numbers: own }] of sections.entries()) {
      const { start = 0, pitch = 0 } = parts[position] ?? {};
      for (let step = 0; step < own.length; step += 1, index += 1) {
        const place = places[index] as Place;
        place.at = start + pitch * (step + 0.5);
        place.tick.style.insetBlockStart = `${place.at}px`;
        place.tick.hidden = pitch < NARROWEST && index !== here && index !== chosen;
      }
    }
    writeNumbers();
  };

  // The first of each section, and the present one, which goes before.
  const writeNumbers = () => {
    const present = places[here];
    let free = Number.NEGATIVE_INFINITY;
    const shown = places.filter((place, index) => {
      if (place === present) return true;
      const isFirst = index === 0 || places[index - 1]?.section !== place.section;
      if (!isFirst || place.at < free || Math.abs(place.at - (present?.at ?? 0)) < NUMBER) return false;
      free = place.at + NUMBER;
      return true;
    });
    numbers.replaceChildren(
      ...shown.map((place) => {
        const sign = document.createElement("span");
        sign.className = "scale-number";
        sign.textContent = place.number;
        sign.style.insetBlockStart = `${place.at}px`;
        if (place === present) sign.dataset["here"] = "";
        return sign;
      }),
    );
  };

  const choose = (index: number, isShown: boolean) => {
    places[chosen]?.tick.removeAttribute("data-chosen");
    chosen = Math.max(0, Math.min(places.length - 1, index));
    const place = places[chosen] as Place;
    const words = `¶${place.number} ${titleOf(place)}`;
    rule.ariaValueNow = String(chosen + 1);
    rule.ariaValueText = words;
    label.hidden = !isShown;
    if (!isShown) return;
    place.tick.dataset["chosen"] = "";
    place.tick.hidden = false;
    link.href = addressOf(place, sections, cover);
    label.dataset["number"] = `¶${place.number}`;
    label.textContent = titleOf(place);
    label.style.insetBlockStart = `${place.at}px`;
  };
  const unchoose = () => choose(here, false);

  scale.addEventListener("pointermove", ({ clientX, clientY }) => {
    const box = scale.getBoundingClientRect();
    const at = isVertical() ? box.right - clientX : clientY - box.top;
    choose(nearest(places, at), true);
  });
  scale.addEventListener("pointerleave", unchoose);
  rule.addEventListener("focus", () => choose(here, rule.matches(":focus-visible")));
  rule.addEventListener("blur", unchoose);
  rule.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const place = places[chosen] as Place;
    const isForwards = isVertical() || getComputedStyle(scale).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const isBackwards = isForwards === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const firstOf = (section: number) => places.findIndex((one) => one.section === section);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: chosen + 1,
      [isForwards]: chosen + 1,
      ArrowUp: chosen - 1,
      [isBackwards]: chosen - 1,
      PageDown: place.section + 1 < sections.length ? firstOf(place.section + 1) : places.length - 1,
      PageUp: firstOf(chosen > firstOf(place.section) ? place.section : Math.max(0, place.section - 1)),
      Home: 0,
      End: places.length - 1,
      Escape: here,
    };
    const to = moves[event.key];
    if (to !== undefined) choose(to, true);
    else if (event.key === "Enter" || event.key === " ") go(place);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  const go = (place: Place) => {
    location.assign(addressOf(place, sections, cover));
    // The reader goes on from there; on another page the browser begins at its address.
    document.querySelector<HTMLElement>(`#p${place.number} > .paragraph-number`)?.focus({ preventScroll: true });
  };

  document.querySelector(".site-footer")?.before(scale);
  layOut();
  unchoose();
  new ResizeObserver(layOut).observe(scale);

  return (number) => {
    const index = places.findIndex((place) => place.number === number);
    if (index < 0) return;
    places[here]?.tick.removeAttribute("data-here");
    here = index;
    for (const [position, { tick }] of places.entries()) tick.toggleAttribute("data-read", position < index);
    (places[here] as Place).tick.dataset["here"] = "";
    layOut();
    if (label.hidden) unchoose();
  };
}

function part(name: string): HTMLElement {
  const element = document.createElement("i");
  element.className = name;
  return element;
}

/** On the page itself a fragment; of the whole in parts its own page finds the part; else the section's page. */
function addressOf({ number, section }: Place, sections: readonly ScaleSection[], cover: string): string {
  const hash = `#p${number}`;
  if (document.getElementById(`p${number}`)) return hash;
  const isWhole = document.documentElement.dataset["kind"] === "full";
  return new URL((isWhole ? "full/" : (sections[section]?.path ?? "")) + hash, cover).href;
}

/** @returns the index of the place that is nearest to a distance from the beginning */
function nearest(places: readonly Place[], at: number): number {
  let best = 0;
  for (const [index, place] of places.entries())
    if (Math.abs(place.at - at) < Math.abs((places[best] as Place).at - at)) best = index;
  return best;
}
