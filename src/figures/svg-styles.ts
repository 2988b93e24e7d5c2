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
  // What a drawing is measured by: neither a value nor what the colour stands for.
  measure: { stroke: "var(--ink-soft)", strokeWidth: "0.75" },
  rule: { stroke: "var(--rule)" },
  edge: { fill: "none", stroke: "var(--ink-soft)" },
  axis: { stroke: "var(--ink-soft)" },
  leader: { fill: "none", stroke: "var(--ink-soft)", strokeWidth: "0.5" },
  area: { fill: mixed("ink", 12) },
  "emphasis-area": { fill: mixed("accent", 42) },
  "emphasis-edge": { fill: "none", stroke: "var(--accent)", strokeWidth: "2" },
  sea: { fill: "color-mix(in oklab,#3f6a86 24%,var(--paper))" },
  land: { stroke: "var(--ink-soft)", strokeWidth: "0.4" },
  border: { fill: "none", stroke: "var(--ink)", strokeWidth: "2.5", strokeLinejoin: "round" },
  // Labels on a map are outlined to be legible on lines and shades.
  words: { stroke: "var(--paper)", strokeWidth: "2", strokeLinejoin: "round", paintOrder: "stroke" },
  emphasised: { fontWeight: "600", fill: "var(--accent)" },
  point: { fill: "var(--ink)", stroke: "var(--ink)" },
  estimate: { fill: "var(--paper)", strokeWidth: "1.25", strokeDasharray: "none" },
};

/** Lines of ink differ in their dashes; these repeat after the last. */
const DASHES = [undefined, "7 3", "1.5 2.5"] as const;

/** Percentage of ink in the lightest and the darkest shade; text is legible on both. */
const SHADES = [13, 38] as const;
/** Percentage of the accent colour in what is emphasised. */
const EMPHASIS_SHADE = 58;

/** @returns the merged attributes of these classes, by their hast names */
export const stylesOf = (classNames: readonly string[]): Readonly<Record<string, string>> =>
  Object.assign({}, ...classNames.map((name) => SVG_STYLES[name] ?? {}));

/**
 * @param index counts from 0
 * @returns the attributes of a line; what is emphasised differs in colour and width (WCAG 1.4.1)
 */
export function lineStyles(index: number, isEmphasised: boolean): Readonly<Record<string, string>> {
  const dashes = isEmphasised ? undefined : DASHES[index % DASHES.length];
  return {
    fill: "none",
    stroke: isEmphasised ? "var(--accent)" : "var(--ink)",
    strokeWidth: isEmphasised ? "2.75" : "1.5",
    ...(dashes && { strokeDasharray: dashes }),
  };
}

/**
 * @param number of the class, from 1; 0 is blank
 * @param count number of classes that are not emphasised
 * @returns the fill of a class
 */
export function shadeOf(number: number, count: number, isEmphasised: boolean): Readonly<Record<string, string>> {
  if (number === 0) return { fill: "var(--paper)" };
  if (isEmphasised) return { fill: mixed("accent", EMPHASIS_SHADE) };
  const [faintest, deepest] = SHADES;
  const share = faintest + ((deepest - faintest) * (number - 1)) / Math.max(1, count - 1);
  return { fill: mixed("ink", Math.round(share)) };
}

/** In print the accent is black; shades of it are mixed from `--tint` there. */
function mixed(colour: "ink" | "accent", share: number): string {
  return `color-mix(in oklab,${colour === "ink" ? "var(--ink)" : "var(--tint,var(--accent))"} ${share}%,var(--paper))`;
}
