import type { SearchPanel } from "./search-panel.ts";

/** Whether the reader is typing somewhere, so that a letter is no shortcut. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));

/**
 * Opens the search with its link, with `/`, and with Ctrl K or ⌘ K. Nothing of it is loaded before the reader shows
 * that it is wanted. Without the dialog, on the search page, the keys lead to the field.
 */
export function offerSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>("#search");
  const field = document.querySelector<HTMLInputElement>("search-panel input[type=search]");
  const panel = document.querySelector<HTMLElement>("search-panel");
  const loadStyles = () => dialog && import("./dialog-styles.ts");
  const load = () => import("./search-panel.ts");
  const open = async () => {
    load().catch(() => {
      const status = panel?.querySelector(".search-status");
      if (status) status.textContent = panel?.dataset["failed"] ?? "";
    });
    if (dialog && !dialog.open) dialog.showModal();
    field?.focus();
    field?.select();
    if (!dialog) return;
    // The field takes what is typed at once; the dialog is seen when its styles are there, or cannot be had.
    dialog.style.opacity = "0";
    await loadStyles()?.catch(() => undefined);
    dialog.style.removeProperty("opacity");
  };

  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const shortcut =
      event.ctrlKey || event.metaKey
        ? event.key.toLowerCase() === "k" && !event.shiftKey
        : event.key === "/" && !isTyping(event.target);
    if (!shortcut) return;
    event.preventDefault();
    void open();
  });

  if (!dialog) return;
  // The Enter key before the panel's own script is there: the query stays in the field, and is searched then.
  dialog.addEventListener("submit", (event) => event.preventDefault());
  for (const link of document.querySelectorAll<HTMLElement>("[data-opens=search]")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      void open();
    });
    const preload = () => {
      loadStyles()?.catch(() => undefined);
      void load().then(
        () => dialog.querySelector<SearchPanel>("search-panel")?.preload(),
        () => undefined,
      );
    };
    link.addEventListener("pointerenter", preload, { once: true });
    link.addEventListener("focus", preload, { once: true });
  }
  dialog.addEventListener("click", (event) => {
    const { target } = event;
    const isOutside = target === dialog;
    const isClose = target instanceof Element && target.closest("[data-close]");
    // A hit on this very page leaves no page behind: the dialog has to go of itself.
    const isHit = target instanceof Element && target.closest(".search-hit");
    if (isOutside || isClose || isHit) dialog.close();
  });
}
