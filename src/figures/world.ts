import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Feature, GeometryObject as Geometry, MultiLineString, MultiPolygon, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import { planarRingArea, planarTriangleArea, presimplify, simplify, type Triangle } from "topojson-simplify";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";

type Countries = Topology<{ countries: GeometryCollection }>;

/** The countries of the world from Natural Earth at 1 : 50 million (`world-atlas`). */
interface World {
  readonly countries: readonly {
    /** ISO 3166-1 numeric, three digits; empty for a disputed territory without a code. */
    readonly code: string;
    /** In English. */
    readonly name: string;
    readonly shape: MultiPolygon;
  }[];
  /** @returns the common border of two countries, by their codes; empty where they have none */
  readonly border: (one: string, other: string) => MultiLineString;
}

let weighted: Countries | undefined;
const simplified = new Map<number, World>();

/**
 * Reads the countries of the world with simplified lines (Visvalingam and Whyatt, 1993); a common border stays
 * identical for both neighbours. Reading takes about a second, once a process; each tolerance is computed once.
 *
 * @param tolerance in degrees of latitude, a length that is invisible on the map; bends and islands of a few squares of
 *   it are removed
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

/**
 * @returns the area of a triangle in square degrees of latitude: a degree of longitude is narrower towards the poles
 */
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
 * Removes islands that are too small to be seen. A ring without area must not remain: d3 would take it for the whole
 * globe but itself.
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

/**
 * In squares of the tolerance. On the essay's maps, bends down to 2 squares cost 12 % more bytes and cannot be seen.
 */
const SMALLEST_BEND = 3;
const SMALLEST_ISLAND = 12;

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === "MultiPolygon") return (geometry as MultiPolygon).coordinates;
  return geometry.type === "Polygon" ? [(geometry as { coordinates: Position[][] } & Geometry).coordinates] : [];
}

/** @returns the area of a ring in square degrees */
const areaOf = (ring: readonly Position[]): number => planarRingArea(ring as [number, number][]);
