import type { SearchPanel } from "./search-panel.ts";

/** Whether the target takes text, so that a letter is no shortcut. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));

/**
 * Opens the search by its link, `/`, Ctrl K or ⌘ K; on the search page these focus the field. Scripts and styles of the
 * search are loaded on demand.
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
    // The field takes input at once; the dialog becomes visible with its styles, or without them if they fail to load.
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
  // Enter before the script is loaded: the query stays in the field and is searched then.
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
    // A hit on this page does not leave it, so the dialog must be closed.
    const isHit = target instanceof Element && target.closest(".search-hit");
    if (isOutside || isClose || isHit) dialog.close();
  });
}
