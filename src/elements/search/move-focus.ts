/** Moves the focus between field and hits with the arrow keys. Keys of an input method are ignored. */
export function moveFocus(event: KeyboardEvent, field: HTMLElement, hits: NodeListOf<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const active = document.activeElement;
  if (active !== field && !(active instanceof HTMLElement && active.classList.contains("search-hit"))) return;
  const index = [...hits].indexOf(active as HTMLElement) + step;
  const next = index < 0 ? field : hits[index];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
