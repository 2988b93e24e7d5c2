const sheets = document.adoptedStyleSheets;

/**
 * Adds the styles of a script to the page. A module calls it once, when it is first loaded, before it shows anything.
 * Every stylesheet names its layers; their order is declared in `styles/layers.css`.
 */
export function adoptStyles(...texts: readonly string[]): void {
  for (const text of texts) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.push(sheet);
  }
}
