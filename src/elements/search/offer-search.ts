import { MANIFEST_FILE } from "../../search/manifest.ts";
import { askFor } from "../ask-for.ts";
import { hasShortcuts } from "../keys/offer-keys.ts";
import { inTime, isOnThisPage, isPlainPress } from "../on-demand.ts";
import { pageLanguage } from "../page-language.ts";
import { isMissingSince } from "./missing-files.ts";
import type { SearchPanel } from "./search-panel.ts";

/**
 * Opens the search by its link, `/`, Ctrl K or ⌘ K; on the search page these focus the field. Scripts and styles of the
 * search are loaded on demand.
 */
export function offerSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>("#search");
  const panel = document.querySelector<HTMLElement>("search-panel");
  const field = panel?.querySelector<HTMLInputElement>("input[type=search]");
  /** Asks at once for the scripts, and for all of the index that a first search needs, whatever is looked for. */
  const load = () => {
    const { base = "", files = MANIFEST_FILE } = panel?.dataset ?? {};
    for (const file of files.split(" ")) askFor(`${base}pagefind/${pageLanguage()}/${file}`);
    return import("./search-panel.ts");
  };
  const loadOrSay = async () => {
    const since = performance.now();
    const isLoaded = await inTime(load);
    const status = panel?.querySelector(".search-status");
    // A late script replaces the message.
    if (isLoaded || !status) return;
    const reason = (await isMissingSince(since)) ? "missing" : "unreachable";
    if (!customElements.get("search-panel")) status.textContent = panel?.dataset[reason] ?? "";
  };
  // The dialog opens and closes at once, whatever has still to be loaded.
  const open = () => {
    if (dialog && !dialog.open) dialog.showModal();
    field?.focus();
    field?.select();
    if (dialog) void loadOrSay();
  };

  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const shortcut =
      event.ctrlKey || event.metaKey
        ? event.key.toLowerCase() === "k" && !event.shiftKey
        : event.key === "/" && hasShortcuts(event);
    if (!shortcut) return;
    event.preventDefault();
    open();
  });

  if (!dialog) {
    // On the search page the search is loaded at once.
    if (panel) void loadOrSay();
    return;
  }
  // The Enter key before the panel's own script is there: the query stays in the field, and is searched then.
  dialog.addEventListener("submit", (event) => event.preventDefault());
  dialog.addEventListener("keydown", (event) => {
    // Browsers clear the field first and close the dialog with the second Escape.
    if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    dialog.close();
  });
  for (const link of document.querySelectorAll<HTMLElement>("[data-opens=search]")) {
    link.addEventListener("click", (event) => {
      if (!isPlainPress(event)) return;
      event.preventDefault();
      open();
    });
    const preload = () =>
      void load().then(
        () => dialog.querySelector<SearchPanel>("search-panel")?.preload(),
        () => undefined,
      );
    link.addEventListener("pointerenter", preload, { once: true });
    link.addEventListener("focus", preload, { once: true });
  }
  dialog.addEventListener("click", (event) => {
    const { target } = event;
    const isOutside = target === dialog;
    const isClose = target instanceof Element && target.closest("[data-close]");
    // A hit on this page does not leave it, so the dialog must be closed.
    const hit = target instanceof Element ? target.closest<HTMLAnchorElement>(".search-hit") : null;
    const isHit = hit && isPlainPress(event) && isOnThisPage(hit);
    if (isOutside || isClose || isHit) dialog.close();
  });
}
