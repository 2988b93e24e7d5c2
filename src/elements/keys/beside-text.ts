/** What one paragraph, heading or note has beside it, in the order of the page. */
const ALL =
  ":scope > :is(.paragraph-number, .heading-link, .peek-link, .revised, .cite-button), :scope > .note-back > *";
const HOSTS = ".paragraph, .section-heading, .figure-heading, .note";

/**
 * Moves the focus among what stands beside a paragraph, a heading or a note, along its lines: with the left and right
 * keys, in vertical lines with those up and down. It goes on from where the focus is now: of two quick presses the second
 * was made before the first was answered.
 *
 * @param key `ArrowRight` …
 */
export function goAlong(key: string): void {
  const from = document.activeElement;
  const host = from?.closest(HOSTS);
  if (!host) return;
  const { writingMode, direction } = getComputedStyle(host);
  const [forwards, backwards] = writingMode.startsWith("vertical")
    ? ["ArrowDown", "ArrowUp"]
    : direction === "rtl"
      ? ["ArrowLeft", "ArrowRight"]
      : ["ArrowRight", "ArrowLeft"];
  const step = key === forwards ? 1 : key === backwards ? -1 : 0;
  const controls = [...host.querySelectorAll<HTMLElement>(ALL)].filter((control) => control.checkVisibility());
  const place = controls.findIndex((control) => control.contains(from));
  if (step !== 0 && place >= 0) controls[place + step]?.focus();
}
