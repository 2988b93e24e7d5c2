import type { GeoContext } from "d3-geo";

type Point = readonly [x: number, y: number];
/** The lines around a shape, each closed. */
type Rings = readonly (readonly Point[])[];

/** What a name keeps from the lands beside it. */
const PAD = 2;
/** The smallest share of its size at which a name is still set. */
const LEAST_SHARE = 0.8;

/** A canvas context for d3-geo that records the rings of a shape. */
export class RingsContext implements GeoContext {
  readonly rings: Point[][] = [];

  beginPath(): void {
    this.rings.length = 0;
  }

  moveTo(x: number, y: number): void {
    this.rings.push([[x, y]]);
  }

  lineTo(x: number, y: number): void {
    this.rings.at(-1)?.push([x, y]);
  }

  closePath(): void {
    // Every ring is taken as closed.
  }

  arc(): void {
    throw new Error("A map is made of lines; points are drawn apart from it.");
  }
}

/** @returns where a shape lies on a line across the map, as pairs of beginning and end */
function crossings(shape: Rings, y: number): [number, number][] {
  const at = shape
    .flatMap((ring) =>
      ring.flatMap(([x1, y1], index) => {
        const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
        return y1 < y !== y2 < y ? [x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)] : [];
      }),
    )
    .sort((a, b) => a - b);
  return Array.from({ length: at.length >> 1 }, (_pair, index) => [at[2 * index] ?? 0, at[2 * index + 1] ?? 0]);
}

/**
 * Places a name beside the lands that are not its own: it is moved as little as it takes, over the sea too, and set
 * somewhat smaller where there is less room than it needs. A place on another land is left as it is.
 *
 * @param place middle of the name, and of its height
 * @param size its width, and the height of its letters
 * @param others the lands that it keeps off
 * @param width of the map
 * @returns its middle, and the share of its size at which it is set
 */
export function nameBeside(
  [x, y]: Point,
  size: { readonly width: number; readonly height: number },
  others: readonly Rings[],
  width: number,
): { x: number; share: number } {
  const lines = [y - size.height / 2, y, y + size.height / 2];
  const lands = others.flatMap((shape) => lines.flatMap((line) => crossings(shape, line)));
  if (lands.some(([start, end]) => start < x && x < end)) return { x, share: 1 };
  const start = Math.max(0, ...lands.map(([, end]) => end).filter((end) => end <= x)) + PAD;
  const end = Math.min(width, ...lands.map(([from]) => from).filter((from) => from >= x)) - PAD;
  const share = Math.max(LEAST_SHARE, Math.min(1, (end - start) / size.width));
  const half = (size.width * share) / 2;
  if (end - start < 2 * half) return { x: (start + end) / 2, share };
  return { x: Math.min(Math.max(x, start + half), end - half), share };
}
