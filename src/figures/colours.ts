/** Colours by the names of the site's custom properties, without their dashes. */
export type Palette = Readonly<Record<string, string>>;

/** Black on white, with greys that a reading device or a printer tells apart. */
export const PAPER: Palette = {
  ink: "#1c1a17",
  "ink-soft": "#5b5750",
  paper: "#ffffff",
  "paper-raised": "#f1efea",
  rule: "#cfcac0",
  accent: "#8f2d1f",
};

/** The pages’ own colours in the light, for pictures that are taken along. */
export const LIGHT: Palette = {
  ink: "#1f1b16",
  "ink-soft": "#4c453b",
  paper: "#fbf8f1",
  "paper-raised": "#f4efe3",
  rule: "#d8cfbc",
  accent: "#8c2412",
};

const MIX =
  /color-mix\(in \w+,\s*(?<first>var\((?:[^()]|\([^()]*\))*\)|#[\da-f]{6})\s+(?<share>\d+)%,\s*(?<second>var\([^()]*\)|#[\da-f]{6})\)/giu;
const VARIABLE = /var\(--(?<name>[\w-]+)(?:,\s*(?<fallback>var\([^()]*\)|[^()]*))?\)/giu;

/**
 * Gives a drawing the colours that its custom properties stand for; what reads books and what writes PDF files does not
 * know them, nor `color-mix()`.
 *
 * @param svg a drawing as it stands in a page
 * @returns the same with plain sRGB colours; mixtures are computed in sRGB
 */
export function withPlainColours(svg: string, palette: Palette): string {
  const plain = (value: string): string =>
    value.replaceAll(VARIABLE, (_whole, name: string, fallback: string | undefined) => {
      const colour = palette[name];
      return colour ?? (fallback === undefined ? "currentColor" : plain(fallback));
    });
  return plain(
    svg.replaceAll(MIX, (_whole, first: string, share: string, second: string) =>
      mix(plain(first), plain(second), Number(share) / 100),
    ),
  );
}

function mix(first: string, second: string, share: number): string {
  const channels = (colour: string) => [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  const [from, to] = [channels(first), channels(second)];
  const mixed = from.map((value, index) => Math.round(value * share + (to[index] ?? 0) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
