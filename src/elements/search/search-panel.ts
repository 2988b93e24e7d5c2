import { loadSearchStrings } from "../../i18n/search/load.ts";
import type { SearchStrings } from "../../i18n/search/strings.ts";
import { SearchEngine, type SearchResult } from "../../search/engine.ts";
import { queryInAddress, shortQuery } from "../../search/query.ts";
import type { SearchFilter } from "../../search/unit-kinds.ts";
import { leaveWithTab } from "../leave-with-tab.ts";
import { isOnThisPage, isPlainPress, sentenceOfFailure } from "../on-demand.ts";
import { pageLanguage } from "../page-language.ts";
import { keepScrollPosition } from "../scroll-position.ts";
import "./dialog-styles.ts";
import { moveFocus } from "./move-focus.ts";
import { renderResults } from "./results.ts";
import { whenTyped } from "./typing.ts";

/** How many sections the dialog searches while the reader types; the search page searches all. */
const SECTIONS_IN_DIALOG = 24;
/**
 * Of how many, the most promising ones, what is found is shown at once: so many texts come side by side over a line on which a
 * browser loads six files at a time, among them what is not of the search.
 */
const SECTIONS_AT_ONCE = 4;
/** Each letter is searched at once as long as that takes no longer, in milliseconds: the next one must not wait for it. */
const LONGEST_BETWEEN_LETTERS = 25;

/**
 * The search: field, filters, status and hits.
 * `data-base` is the base path of the site. With `data-address` the query is kept in the address and all hits are
 * listed (search page); without it the panel is in the dialog. `data-kinds` are those that the search can be confined to,
 * where the choice is still to be made.
 */
export class SearchPanel extends HTMLElement {
  readonly #language = pageLanguage();
  #engine: SearchEngine | undefined;
  #strings: SearchStrings | undefined;
  #result: { query: string; found: SearchResult } | undefined;
  /** What is to be said of the result. */
  #said = "";
  #run = 0;
  /** How long the last search took that asked for nothing, in milliseconds. */
  #took = 0;
  /** Time of the first request, `performance.now()`; absent after a failure. */
  #asked: number | undefined;
  #searching: Promise<void> | undefined;
  #restoreScrollPosition: (() => void) | undefined;

  connectedCallback(): void {
    const form = this.querySelector("form");
    const field = this.field;
    if (!form || !field || this.#engine) return;
    const dialog = this.closest("dialog");
    // The browser gives the focus back to what has opened it.
    if (dialog) leaveWithTab(dialog, () => undefined);
    dialog?.addEventListener("click", (event) => {
      const hit = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(".search-hit") : null;
      // A hit on this page does not leave it.
      if (hit && isPlainPress(event) && isOnThisPage(hit)) dialog.close();
    });
    this.#engine = new SearchEngine(
      `${this.#basePath}pagefind/${this.#language}/`,
      this.#language,
      this.dataset["files"],
    );
    // What fails here is told of with the first search.
    this.#offerKinds(form, field).catch(() => undefined);
    const searchNow = whenTyped(
      field,
      (query) => {
        this.#searching = this.#search(query);
      },
      (query) => {
        this.#foresee(query);
      },
    );

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      searchNow();
      // In the dialog, Enter follows the first hit.
      if (!this.#ownsAddress) void this.#followFirstHit();
    });
    form.addEventListener("change", (event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === "radio") this.#show();
    });
    this.addEventListener("keydown", (event) => moveFocus(event, field, this.querySelectorAll(".search-hit")));
    // Who opens the search page is about to search; and what the page has asked for is taken.
    if (!dialog || document.activeElement === field) this.preload();
    else field.addEventListener("focus", () => this.preload(), { once: true });

    if (this.#ownsAddress) {
      this.#restoreScrollPosition = keepScrollPosition();
      const fromAddress = () => {
        field.value = new URL(location.href).searchParams.get("q") ?? "";
        searchNow();
      };
      addEventListener("popstate", fromAddress);
      if (!field.value) fromAddress();
    }
    // Typed before this script was there.
    if (field.value) searchNow();
  }

  /** The input field. */
  get field(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>("input[type=search]");
  }

  /** Loads the index in advance. Errors are shown with the next search. */
  preload(): void {
    this.#asked ??= performance.now();
    this.#engine?.load().catch(() => undefined);
    loadSearchStrings(this.#language).catch(() => undefined);
  }

  /** Makes the choice of kinds and the hint below the field of the dialog; on the search page they are there. */
  async #offerKinds(form: HTMLElement, field: HTMLElement): Promise<void> {
    const { kinds: filters } = this.dataset;
    if (filters === undefined) return;
    const { hint, kinds } = await loadSearchStrings(this.#language);
    const choice = document.createElement("fieldset");
    choice.className = "search-kinds";
    const legend = document.createElement("legend");
    legend.className = "visually-hidden";
    legend.textContent = kinds.label;
    const labels = ["", ...filters.split(" ")].map((value) => {
      const label = document.createElement("label");
      const radio = document.createElement("input");
      Object.assign(radio, { type: "radio", name: "kind", value, checked: value === "" });
      const name = document.createElement("span");
      name.textContent = kinds[(value || "all") as SearchFilter | "all"];
      label.append(radio, name);
      return label;
    });
    choice.append(legend, ...labels);
    const sentence = document.createElement("p");
    Object.assign(sentence, { id: "search-hint", className: "search-hint", textContent: hint });
    field.setAttribute("aria-describedby", sentence.id);
    form.append(choice, sentence);
  }

  get #ownsAddress(): boolean {
    return "address" in this.dataset;
  }

  get #basePath(): string {
    return (this.dataset["base"] ?? "/").replace(/\/?$/u, "/");
  }

  /** Shows after a letter what can be shown at once, and otherwise asks for what the search will need. */
  #foresee(query: string): void {
    if (!this.#engine?.hasAllTexts) this.#engine?.prepare(query, SECTIONS_AT_ONCE).catch(() => undefined);
    else if (this.#took <= LONGEST_BETWEEN_LETTERS) this.#searching = this.#search(query, true);
  }

  /**
   * @param isUnfinished whether the reader is typing: what is found is shown, and nothing is said of it, since the next letter
   *   may change it
   */
  async #search(query: string, isUnfinished = false): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    if (!isUnfinished) {
      this.#handOn(query);
      if (this.#ownsAddress) keepInAddress(query);
      // What stands nowhere may be misspelt, for which nobody has looked yet.
      if (this.#result?.query === query && this.#result.found.absent.length === 0 && this.#engine?.hasAllTexts) {
        this.#setStatus(this.#said);
        return;
      }
    }
    if (!query.trim()) {
      this.#result = undefined;
      this.#show();
      return;
    }
    const start = performance.now();
    this.#asked ??= start;
    const isAtHand = this.#engine?.hasAllTexts;
    try {
      const limit = this.#ownsAddress ? undefined : SECTIONS_IN_DIALOG;
      const searching = this.#engine?.search(query, SECTIONS_AT_ONCE, isUnfinished);
      // Where both fail, the words are the first of which it is told.
      searching?.catch(() => undefined);
      this.#strings ??= await loadSearchStrings(this.#language);
      if (run !== this.#run) return;
      if (!isAtHand) this.#setStatus(this.#strings.loading);
      let found = await searching;
      if (run !== this.#run || !found) return;
      if (found.unread > 0) {
        this.#result = { query, found };
        this.#show(this.#strings.loading);
        found = await this.#engine?.search(query, limit);
        if (run !== this.#run || !found) return;
      }
      const isFound = found.sections.length > 0 || found.named !== undefined;
      if (isFound || !isUnfinished) {
        this.#result = { query, found };
        this.#show(isUnfinished ? "" : undefined);
      }
      if (isAtHand) this.#took = performance.now() - start;
    } catch (error) {
      console.warn("The search could not be loaded.", error);
      if (run === this.#run) this.#showFailure(query);
    }
  }

  /** Follows the first hit once the current search has finished, unless the reader has typed on. */
  async #followFirstHit(): Promise<void> {
    const run = this.#run;
    await this.#searching;
    if (run === this.#run && this.checkVisibility()) this.querySelector<HTMLAnchorElement>(".search-hit")?.click();
  }

  /** Passes the query to the links to other languages. */
  #handOn(query: string): void {
    for (const link of this.querySelectorAll<HTMLAnchorElement>("[data-hands-on-query]"))
      link.search = query.trim() ? queryInAddress(query) : "";
  }

  /** @param status what is said in place of the counts, while there may be more */
  #show(status?: string): void {
    const strings = this.#strings;
    if (!this.#result || !strings) {
      this.#setStatus("");
      this.#setResults();
      return;
    }
    const { query, found } = this.#result;
    const filter = this.querySelector<HTMLInputElement>("input[name=kind]:checked")?.value as
      | SearchFilter
      | ""
      | undefined;
    const also = found.also.map(({ written }) => written);
    const { list, hits, passages } = renderResults(
      found,
      { strings, basePath: this.#basePath, query: [query.trim(), ...also.map(quoted)].join(" ") },
      filter || undefined,
    );
    const elsewhere = found.sections.reduce((sum, { matches }) => sum + matches.length, 0);
    const none = () => (elsewhere > 0 ? strings.elsewhere(query.trim(), elsewhere) : strings.none(query.trim()));
    const count = passages > 0 ? strings.count(hits, passages) : found.named ? "" : none();
    const isSomeFound = found.absent.length < found.phrases.length;
    const before = [
      ...[...(found.misspelt ?? []), ...(isSomeFound ? found.absent : [])].map(({ written }) =>
        strings.absent(written),
      ),
      ...(found.lacksAll && isSomeFound ? [strings.notAll] : []),
    ];
    const after = [
      ...(also.length > 0 ? [strings.also(new Intl.ListFormat(this.#language, { type: "unit" }).format(also))] : []),
      ...(found.withoutNumbers && passages > 0 ? [strings.withoutNumbers] : []),
      ...(found.unread > 0 ? [strings.unread(found.unread)] : []),
    ];
    const said = [...before, count, ...after].filter(Boolean).join(" ");
    const named = found.named && strings.place("paragraph", found.named.unit.number);
    this.#said = [named, said].filter(Boolean).join(" · ");
    this.#setStatus(status ?? this.#said);
    this.#setResults(list);
    if (status === undefined) this.#restoreScrollPosition?.();
  }

  #showFailure(query: string): void {
    const asked = this.#asked ?? 0;
    this.#asked = undefined;
    const strings = this.#strings;
    if (!strings) {
      this.#setStatus(sentenceOfFailure());
      this.#setResults();
      return;
    }
    void isMissingSince(asked).then((isMissing) => {
      // Another search may have begun meanwhile.
      if (this.#asked === undefined) this.#setStatus(isMissing ? strings.missing : strings.failed);
    });
    const again = document.createElement("button");
    again.type = "button";
    again.className = "search-retry";
    again.textContent = strings.retry;
    again.addEventListener("click", () => {
      this.field?.focus();
      this.#searching = this.#search(query);
    });
    this.#setResults(again);
  }

  #setStatus(message: string): void {
    const status = this.querySelector(".search-status");
    if (status) status.textContent = message;
  }

  #setResults(...content: Node[]): void {
    this.querySelector(".search-results")?.replaceChildren(...content);
  }
}

/** A phrase as a query holds it in one piece. */
const quoted = (written: string): string => (/\s/u.test(written) ? `“${written}”` : written);

/** Keeps the query in the address without adding to the history. */
function keepInAddress(query: string): void {
  const url = new URL(location.href);
  const short = shortQuery(query);
  if ((url.searchParams.get("q") ?? "") === short) return;
  if (short) url.searchParams.set("q", short);
  else url.searchParams.delete("q");
  history.replaceState(history.state, "", url);
}

/** How often, and how many milliseconds apart, the browser's list of answers is looked at. */
const LOOKS = 8;
const APART = 50;

/**
 * A browser lists an answer a moment after it has given it to who asked.
 *
 * @param since a `performance.now()`
 * @returns whether the host has answered 404 since then, as after a new deployment; otherwise it could not be reached
 */
async function isMissingSince(since: number): Promise<boolean> {
  for (let look = 0; look < LOOKS; look += 1) {
    const files = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    if (files.some(({ startTime, responseStatus: status }) => startTime >= since && status >= 400 && status < 500))
      return true;
    await new Promise((resolve) => setTimeout(resolve, APART));
  }
  return false;
}

customElements.define("search-panel", SearchPanel);
