/**
 * Presentation attributes by class. They are part of the drawing, so that no stylesheet has to be waited for; their
 * colours are the custom properties of the page, so that drawings follow its theme.
 */
const SVG_STYLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  tick: { fill: "var(--ink-soft)" },
  middle: { textAnchor: "middle" },
  end: { textAnchor: "end" },
  year: { fontWeight: "600" },
  count: { fontWeight: "600" },
  title: { fontWeight: "600", fontSize: "20" },
  grid: { stroke: "var(--rule)" },
  rule: { stroke: "var(--rule)" },
  edge: { fill: "none", stroke: "var(--ink-soft)" },
  axis: { stroke: "var(--ink-soft)" },
  leader: { fill: "none", stroke: "var(--ink-soft)", strokeWidth: "0.5" },
  area: { fill: mixed(14) },
  sea: { fill: "var(--paper-raised)" },
  land: { stroke: "var(--ink-soft)", strokeWidth: "0.4" },
  border: { fill: "none", stroke: "var(--ink)", strokeWidth: "2.5", strokeLinejoin: "round" },
  // Labels on a map are outlined to be legible on lines and shades.
  words: { stroke: "var(--paper)", strokeWidth: "2", strokeLinejoin: "round", paintOrder: "stroke" },
  point: { fill: "var(--accent)", stroke: "var(--accent)" },
  estimate: { fill: "var(--paper)", strokeWidth: "1.25", strokeDasharray: "none" },
};

/** Line styles differ in dash and width, not in colour alone (WCAG 1.4.1); they repeat after the last. */
const LINES: readonly Readonly<Record<string, string>>[] = [
  { stroke: "var(--ink)", strokeWidth: "1.75" },
  { stroke: "var(--ink)", strokeWidth: "1.75", strokeDasharray: "7 3" },
  { stroke: "var(--ink)", strokeWidth: "1.75", strokeDasharray: "1.5 2.5" },
  { stroke: "var(--accent)", strokeWidth: "2.5" },
];

/** Percentage of the accent colour in the lightest and the darkest shade; text is legible on both. */
const SHADES = [14, 58] as const;

/** @returns the merged attributes of these classes, by their hast names */
export const stylesOf = (classNames: readonly string[]): Readonly<Record<string, string>> =>
  Object.assign({}, ...classNames.map((name) => SVG_STYLES[name] ?? {}));

/** @returns the attributes of a line; `index` counts from 0 */
export const lineStyles = (index: number): Readonly<Record<string, string>> => ({
  fill: "none",
  ...LINES[index % LINES.length],
});

/**
 * @param number of the class, from 1; 0 is blank
 * @param count number of classes
 * @returns the fill of a class
 */
export function shadeOf(number: number, count: number): Readonly<Record<string, string>> {
  const [faintest, deepest] = SHADES;
  const share = faintest + ((deepest - faintest) * (number - 1)) / Math.max(1, count - 1);
  return { fill: number === 0 ? "var(--paper)" : mixed(Math.round(share)) };
}

/** In print the accent is black; shades are mixed from `--tint` there. */
function mixed(share: number): string {
  return `color-mix(in oklab,var(--tint,var(--accent)) ${share}%,var(--paper))`;
}
