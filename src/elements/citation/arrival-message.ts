import type { AnchorHistory } from "../../essay/edition-history.ts";
import { address, routes, WORK_NAME } from "../../essay/routes.ts";
import { direction } from "../../essay/scripts.ts";
import type { CiteDialogStrings } from "../../i18n/citation/strings.ts";
import { linkTo } from "../link-to.ts";
import { pageLanguage } from "../page-language.ts";
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

/** @returns the path of the site's root; the first page, which has no search, stands there */
export const basePath = (): string =>
  document.querySelector<HTMLElement>("search-panel")?.dataset["base"] ?? new URL(".", location.href).pathname;

/** What `editions.json` says. */
interface EditionsMap {
  readonly anchors: readonly AnchorHistory[];
  /** The newest comes first. */
  readonly editions: readonly { readonly version: string }[];
}

let map: Promise<EditionsMap | undefined> | undefined;

/** @returns the editions with what became of each anchor; `undefined` where they cannot be loaded */
const loadEditions = (): Promise<EditionsMap | undefined> => {
  map ??= fetchEditions().catch(() => undefined);
  return map;
};

async function fetchEditions(): Promise<EditionsMap> {
  const response = await fetch(address(basePath(), routes.editionsMap));
  if (response.ok) return (await response.json()) as EditionsMap;
  if (response.status !== 404) throw new Error(`${response.url} answered ${response.status}.`);
  // An essay that has had one edition has no map of them, and says in its citations which that is.
  const whole = await fetch(address(basePath(), routes.citation(pageLanguage(), WORK_NAME, "json")));
  return { anchors: [], editions: [(await whole.json()) as { readonly version: string }] };
}

/** @returns the numbers of all editions that there have been, the newest first; `undefined` where they cannot be loaded */
export const editionNumbers = async (): Promise<readonly string[] | undefined> =>
  (await loadEditions())?.editions.map(({ version }) => version);

/** Where an edition had an anchor. */
interface PlaceInEdition {
  readonly section: string;
  /** Address there in the pages of that edition; absent of the present one, whose pages are the site's. */
  readonly address?: string;
}

/** @returns where an edition had an anchor; `undefined` where the edition is not kept, or nothing can be loaded */
export async function placeInEdition(
  anchor: string,
  edition: string,
  language: string = pageLanguage(),
): Promise<PlaceInEdition | undefined> {
  const { anchors = [], editions: [newest] = [] } = (await loadEditions()) ?? {};
  const section = anchors.find(({ id }) => id === anchor)?.states.find((state) => state.edition === edition)?.section;
  if (section === undefined) return undefined;
  if (newest?.version === edition) return { section };
  const page = address(basePath(), routes.editionSection(language, edition, section));
  return { section, address: `${page}#${anchor}` };
}

/** What a message has besides its words. */
interface MessageOptions {
  /** Of a link to where the words are, where the reader is not taken there. */
  readonly href?: string | undefined;
  /** Another link, with words of its own. */
  readonly more?: { readonly words: string; readonly href: string } | undefined;
  /** The message's, where it is not the page's. */
  readonly language?: string;
}

/**
 * Says beside a target what became of the words for which a link came.
 *
 * @param target the element that the message is about; the page where there is none
 */
export function say(target: HTMLElement | null, text: string, { href, more, language }: MessageOptions = {}): void {
  const message = document.createElement("p");
  message.className = "quote-message";
  message.setAttribute("role", "status");
  message.dataset["pagefindIgnore"] = "";
  if (language !== undefined && language !== pageLanguage())
    Object.assign(message, { lang: language, dir: direction(language) });
  // Below a paragraph's number, beside which its controls are laid.
  const words = target?.querySelector(":scope > p");
  if (target?.matches(".retired-anchor, h1, h2, h3")) target.after(message);
  else if (words) words.before(message);
  else (target ?? document.querySelector("main article") ?? document.querySelector("main"))?.prepend(message);
  message.append(href === undefined ? text : linkTo(href, text));
  if (more) message.append(" ", linkTo(more.href, more.words));
}
