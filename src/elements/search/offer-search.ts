import { askFor } from "../ask-for.ts";
import { hasShortcuts } from "../keys/has-shortcuts.ts";
import { inTime, isPlainPress, sentenceOfFailure } from "../on-demand.ts";
import { pageLanguage } from "../page-language.ts";
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
    const { base = "", files = "" } = panel?.dataset ?? {};
    for (const file of files.split(" ")) askFor(`${base}pagefind/${pageLanguage()}/${file}`);
    return import("./search-panel.ts");
  };
  const loadOrSay = async () => {
    const status = panel?.querySelector(".search-status");
    // A late script replaces the message.
    if (!(await inTime(load)) && status) status.textContent = sentenceOfFailure();
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
    // On the search page the search is loaded at once, and what is typed is meant for its field.
    if (!new URLSearchParams(location.search).has("q") && document.activeElement === document.body)
      field?.focus({ preventScroll: true });
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
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || (target instanceof Element && target.closest("[data-close]"))) dialog.close();
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
}
