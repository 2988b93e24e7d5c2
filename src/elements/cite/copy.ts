/**
 * Copies a text, with its italics for programs that keep them.
 *
 * @param html the text with `<i>`; absent where it has none
 * @returns whether the browser allowed it
 */
export async function copyText(plain: string, html?: string): Promise<boolean> {
  try {
    if (html === undefined || typeof ClipboardItem === "undefined") await navigator.clipboard.writeText(plain);
    else
      await navigator.clipboard.write([
        new ClipboardItem({
          "text/plain": new Blob([plain], { type: "text/plain" }),
          "text/html": new Blob([html], { type: "text/html" }),
        }),
      ]);
    return true;
  } catch {
    return copyBySelecting(plain);
  }
}

/** Where there is no clipboard to write to, as without HTTPS. */
function copyBySelecting(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  (document.querySelector("dialog[open]") ?? document.body).append(field);
  field.select();
  // It is deprecated, and the only way on a page that is not a secure context.
  const done = document.execCommand("copy");
  field.remove();
  return done;
}
