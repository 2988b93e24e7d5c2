import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Feature, GeometryObject as Geometry, MultiLineString, MultiPolygon, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import { planarRingArea, planarTriangleArea, presimplify, simplify, type Triangle } from "topojson-simplify";
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

let weighted: Countries | undefined;
const simplified = new Map<number, World>();

/**
 * Reads the world and simplifies its lines by Visvalingam and Whyatt's method; a line that two countries have in common is
 * the same for both. The file (740 kB) is read once a process, a tolerance is worked out once.
 *
 * @param tolerance degrees of latitude that cannot be seen; bends and islands of a few squares of it are left out
 */
export function world(tolerance: number): World {
  weighted ??= presimplify(readTopology(), areaOnTheMap);
  const known = simplified.get(tolerance);
  if (known) return known;
  const coarse = simplify(weighted, SMALLEST_BEND * tolerance ** 2);
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

/** @returns the area of a triangle in square degrees of latitude: a degree of longitude narrows towards the poles */
function areaOnTheMap(triangle: Triangle): number {
  const latitude = triangle[1][1] ?? 0;
  return planarTriangleArea(triangle) * Math.cos((latitude * Math.PI) / 180);
}

const readTopology = (): Countries =>
  JSON.parse(readFileSync(fileURLToPath(import.meta.resolve("world-atlas/countries-50m.json")), "utf8")) as Countries;

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

/** In squares of the tolerance. Measured on the essay's maps: bends of 2 cost 12 % more bytes, and nobody sees them. */
const SMALLEST_BEND = 3;
const SMALLEST_ISLAND = 12;

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === "MultiPolygon") return (geometry as MultiPolygon).coordinates;
  return geometry.type === "Polygon" ? [(geometry as { coordinates: Position[][] } & Geometry).coordinates] : [];
}

/** @returns the area of a ring in square degrees */
const areaOf = (ring: readonly Position[]): number => planarRingArea(ring as [number, number][]);
