import type { GeoContext } from "d3-geo";

/**
 * A canvas context for d3-geo that records an SVG path in relative coordinates with one decimal: half as long as
 * absolute ones.
 */
export class CompactPath implements GeoContext {
  #path = "";
  #x = 0;
  #y = 0;

  beginPath(): void {
    this.#path = "";
  }

  moveTo(x: number, y: number): void {
    [this.#x, this.#y] = [tenths(x), tenths(y)];
    this.#path += `M${pair(this.#x, this.#y)}`;
  }

  lineTo(x: number, y: number): void {
    const [dx, dy] = [tenths(x) - this.#x, tenths(y) - this.#y];
    if (dx === 0 && dy === 0) return;
    [this.#x, this.#y] = [this.#x + dx, this.#y + dy];
    this.#path += `l${pair(dx, dy)}`;
  }

  closePath(): void {
    this.#path += "z";
  }

  arc(): void {
    throw new Error("A map is made of lines; points are drawn apart from it.");
  }

  toString(): string {
    return this.#path;
  }
}

const tenths = (value: number): number => Math.round(value * 10);

/** @returns two numbers of tenths as they are written shortest: `1.5-.3` */
function pair(x: number, y: number): string {
  const [first, second] = [x, y].map((value) => String(value / 10).replace(/^(-?)0\./u, "$1."));
  return `${first}${second?.startsWith("-") ? "" : " "}${second}`;
}
