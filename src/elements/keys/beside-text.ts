/** What one paragraph, heading or note has beside it, in the order of the page. */
const ALL = ":scope > :is(.paragraph-number, .heading-link, .peek-link, .cite-button), :scope > .note-back > *";
const HOSTS = ".paragraph, .section-heading, .figure-heading, .note";

/**
 * Moves the focus among what stands beside a paragraph, a heading or a note, along its lines: with the left and right
 * keys, in vertical lines with those up and down.
 *
 * @param from where the focus is
 * @param key `ArrowRight` …
 */
export function goAlong(from: HTMLElement, key: string): void {
  const host = from.closest(HOSTS);
  if (!host) return;
  const { writingMode, direction } = getComputedStyle(host);
  const [forwards, backwards] = writingMode.startsWith("vertical")
    ? ["ArrowDown", "ArrowUp"]
    : direction === "rtl"
      ? ["ArrowLeft", "ArrowRight"]
      : ["ArrowRight", "ArrowLeft"];
  const step = key === forwards ? 1 : key === backwards ? -1 : 0;
  const controls = [...host.querySelectorAll<HTMLElement>(ALL)].filter((control) => control.checkVisibility());
  if (step !== 0) controls[controls.indexOf(from) + step]?.focus();
}
