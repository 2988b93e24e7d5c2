/**
 * Gives the page the styles that come with a script, before the script shows what they style. A module adopts its own
 * when it is first loaded; each sheet names its layers, whose order is declared in `styles/layers.css`.
 */
export function adoptStyles(...sheets: readonly string[]): void {
  for (const text of sheets) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }
}
