import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Feature, GeometryObject as Geometry, MultiLineString, MultiPolygon, Position } from "geojson";
import { feature, mesh, transform } from "topojson-client";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";

type Countries = Topology<{ countries: GeometryCollection }>;

/** The countries of the world as Natural Earth draws them, at 1 : 50 million. */
interface World {
  readonly countries: readonly {
    /** ISO 3166-1 numeric, three digits; of a disputed territory that has none it is empty. */
    readonly code: string;
    /** In English. */
    readonly name: string;
    readonly shape: MultiPolygon;
  }[];
  /** @returns the border that two countries have in common, by their codes; empty where they have none */
  readonly border: (one: string, other: string) => MultiLineString;
}

let topology: Countries | undefined;
const simplified = new Map<number, World>();

/**
 * @param tolerance degrees of latitude by which a line may be off; a line that two countries have in common is the same
 *   for both
 */
export function world(tolerance: number): World {
  topology ??= readTopology();
  const known = simplified.get(tolerance);
  if (known) return known;
  const coarse: Countries = { ...topology, arcs: topology.arcs.map((arc) => simplifyLine(arc, tolerance)) };
  const made: World = {
    countries: coarse.objects.countries.geometries.map((shape) => ({
      code: String(shape.id ?? ""),
      name: nameOf(shape),
      shape: shapeOf(feature(coarse, shape) as Feature, tolerance),
    })),
    border: (one, other) =>
      mesh(coarse, coarse.objects.countries, (left, right) => {
        const codes = [String(left.id), String(right.id)];
        return left !== right && codes.includes(one) && codes.includes(other);
      }),
  };
  simplified.set(tolerance, made);
  return made;
}

/** The topology with its arcs as degrees. */
function readTopology(): Countries {
  const file = fileURLToPath(import.meta.resolve("world-atlas/countries-50m.json"));
  const { transform: grid, ...packed } = JSON.parse(readFileSync(file, "utf8")) as Countries;
  if (!grid) return packed;
  const toDegrees = transform(grid);
  // The first point of an arc is a place, every further one a step from the one before it.
  return { ...packed, arcs: packed.arcs.map((arc) => arc.map((point, index) => toDegrees(point, index > 0))) };
}

function nameOf({ properties }: GeometryObject): string {
  const { name } = (properties ?? {}) as { readonly name?: string };
  return name ?? "";
}

/**
 * Leaves out islands too small to be seen. Some have no area left when their outline is simplified, and what has none is
 * for d3 all of the earth but itself.
 */
function shapeOf({ geometry }: Feature, tolerance: number): MultiPolygon {
  const smallest = SMALLEST_ISLAND * tolerance ** 2;
  return {
    type: "MultiPolygon",
    coordinates: polygonsOf(geometry).flatMap(([outline = [], ...holes]) =>
      areaOf(outline) < smallest ? [] : [[outline, ...holes.filter((hole) => areaOf(hole) >= smallest)]],
    ),
  };
}

/** In squares of the tolerance. */
const SMALLEST_ISLAND = 12;

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === "MultiPolygon") return (geometry as MultiPolygon).coordinates;
  return geometry.type === "Polygon" ? [(geometry as { coordinates: Position[][] } & Geometry).coordinates] : [];
}

/** @returns the area of a ring in square degrees */
const areaOf = (ring: readonly Position[]): number =>
  Math.abs(
    ring.reduce((sum, [x = 0, y = 0], index) => {
      const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0),
  );

/**
 * Ramer, Douglas and Peucker's: keeps the ends, and every point that is farther from the simpler line than the tolerance.
 * A degree of longitude counts as what it is at the line's own latitude.
 */
export function simplifyLine(line: Position[], tolerance: number): Position[] {
  const narrowing = Math.cos(((line[0]?.[1] ?? 0) * Math.PI) / 180);
  const points = line.map(([longitude = 0, latitude = 0]) => [longitude * narrowing, latitude] as const);
  const kept = new Set([0, line.length - 1]);
  const stack: [number, number][] = [[0, line.length - 1]];
  for (let part = stack.pop(); part; part = stack.pop()) {
    const [start, end] = part;
    let farthest = start;
    let distance = tolerance;
    for (let index = start + 1; index < end; index += 1) {
      const own = distanceTo(points[index], points[start], points[end]);
      if (own > distance) [farthest, distance] = [index, own];
    }
    if (farthest === start) continue;
    kept.add(farthest);
    stack.push([start, farthest], [farthest, end]);
  }
  return line.filter((_point, index) => kept.has(index));
}

type Point = readonly [number, number];

/** @returns the distance of a point to the stretch between two others */
function distanceTo([x, y]: Point = [0, 0], [fromX, fromY]: Point = [0, 0], [toX, toY]: Point = [0, 0]): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / length));
  return Math.hypot(x - fromX - along * dx, y - fromY - along * dy);
}
