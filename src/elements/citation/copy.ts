/**
 * Copies a text as plain text and as HTML.
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
    return false;
  }
}
