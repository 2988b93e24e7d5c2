import type { AnchorHistory } from "../../essay/edition-history.ts";
import { address, routes } from "../../essay/routes.ts";
import type { CiteDialogStrings } from "../../i18n/citation/strings.ts";
import { targetAround } from "./citation-target.ts";

/** Elements with an address of which the words can be quoted. */
export const UNITS = "[data-paragraph], [data-note], [data-figure], [data-entry]";

/** @returns what a reader calls an anchor of which only the id is known */
export const anchorName = (id: string): string => (/^p\d/u.test(id) ? `¶${id.slice(1)}` : `#${id}`);

/** @returns what a reader calls an element with an address */
export function nameOf(element: HTMLElement, { locator }: CiteDialogStrings): string {
  const { kind, number } = element.matches(UNITS) ? (targetAround(element) ?? {}) : {};
  return kind && kind !== "paragraph" ? locator[kind](number ?? "") : anchorName(element.id);
}

export const basePath = (): string => document.querySelector<HTMLElement>("search-panel")?.dataset["base"] ?? "/";

/**
 * @returns the section in which an edition had an anchor; `undefined` where the edition is not kept, or nothing can be
 *   loaded
 */
export async function sectionInEdition(anchor: string, edition: string): Promise<string | undefined> {
  try {
    const response = await fetch(address(basePath(), routes.editionsMap));
    if (!response.ok) return undefined;
    const { anchors } = (await response.json()) as { readonly anchors: readonly AnchorHistory[] };
    return anchors.find(({ id }) => id === anchor)?.states.find((state) => state.edition === edition)?.section;
  } catch {
    return undefined;
  }
}

/**
 * Says beside a target what became of the words for which a link came.
 *
 * @param target the element that the message is about; the page where there is none
 * @param href of a link to where the words are, where the reader is not taken there
 */
export function say(target: HTMLElement | null, text: string, href?: string): void {
  const message = document.createElement("p");
  message.className = "quote-message";
  message.setAttribute("role", "status");
  message.dataset["pagefindIgnore"] = "";
  if (target?.matches(".retired-anchor, h1, h2, h3")) target.after(message);
  else (target ?? document.querySelector("main article") ?? document.querySelector("main"))?.prepend(message);
  if (href === undefined) {
    message.textContent = text;
    return;
  }
  const link = document.createElement("a");
  link.href = href;
  link.textContent = text;
  message.append(link);
}
