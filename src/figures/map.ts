import { type GeoConicProjection, geoConicEqualArea, geoPath } from "d3-geo";
import type { MultiLineString, MultiPolygon } from "geojson";
import type { Element, ElementContent } from "hast";
import type { MapData } from "../essay/figures.ts";
import type { Language } from "../essay/language.ts";
import { CompactPath } from "./compact-path.ts";
import { drawing, element, round, text, widthOf } from "./svg.ts";
import { shadeOf } from "./svg-styles.ts";
import { world } from "./world.ts";

const WIDTH = 300;
const TYPE = 11;
/** Pixels by which a coast may be off. */
const TOLERANCE = 0.45;

/** @returns the codes that no country of the world has */
export const unknownCodes = (codes: readonly string[]): string[] => {
  const known = new Set(world(1).countries.map(({ code }) => code));
  return codes.filter((code) => code === "" || !known.has(code));
};

/**
 * @returns the countries that would be on the map and are not in its data, as the world names them, with their codes
 */
export function unlistedCountries(data: MapData): { code: string; name: string }[] {
  const { outline, atlas } = frameOf(data);
  const listed = new Set([...data.countries.map(({ code }) => code), ...Object.keys(data.territories)]);
  return atlas.countries
    .filter(({ code, shape }) => !listed.has(code) && outline(shape) !== "")
    .map(({ code, name }) => ({ code, name }));
}

/** An equal-area conic projection of the view, standing on its middle meridian. */
function frameOf({ view: { west, south, east, north } }: MapData) {
  const corners = [west, (west + east) / 2, east].flatMap((longitude) =>
    [south, north].map((latitude) => [longitude, latitude]),
  );
  const projection: GeoConicProjection = geoConicEqualArea()
    .parallels([south + (north - south) / 6, north - (north - south) / 6])
    .rotate([-(west + east) / 2, 0])
    // Coasts have points enough; the straight lines between them need none for the projection's sake.
    .precision(0)
    .fitWidth(WIDTH, { type: "MultiPoint", coordinates: corners });
  // The parallels are arcs: the north of the view is cut where its corners are, so that the map has no empty ones.
  const at = (longitude: number, latitude: number) => projection([longitude, latitude]) ?? [0, 0];
  const top = at((west + east) / 2, north)[1];
  const bottom = Math.min(at(west, south)[1], at(east, south)[1]);
  const [x, y] = projection.translate();
  projection.translate([x, y - top]).clipExtent([
    [0, 0],
    [WIDTH, bottom - top],
  ]);
  const outline = (shape: MultiPolygon | MultiLineString) => {
    const context = new CompactPath();
    geoPath(projection, context)(shape);
    return context.toString();
  };
  const height = bottom - top;
  return { projection, outline, height, atlas: world((TOLERANCE * (north - south)) / height) };
}

/**
 * @param year the class is that of this year; absent where there is none
 * @returns the number of the class, from 1; 0 for what is blank
 */
export const classOf = (classes: readonly number[], year: number | undefined): number =>
  year === undefined ? 0 : classes.filter((first) => first <= year).length;

/** Draws one map for every year: who began by then is shaded, all others are blank. */
export function drawMaps(data: MapData, language: Language): Element[] {
  const { projection, outline, height, atlas } = frameOf(data);
  const outlines = atlas.countries.flatMap(({ code, shape }) => {
    const d = outline(shape);
    const owner = data.territories[code] ?? code;
    return d ? [{ country: data.countries.find((country) => country.code === owner), d }] : [];
  });
  const border = data.border && outline(atlas.border(...data.border));

  return data.years.map((mapYear) => {
    const began = (year: number | undefined) => (year !== undefined && year <= mapYear ? year : undefined);
    const labels = data.countries.flatMap(({ code, name, year }): ElementContent[] => {
      const place = data.labels[code];
      const [x, y] = (place && projection([...place])) ?? [];
      if (x === undefined || y === undefined) return [];
      const since = began(year);
      return [
        text(["name", "middle"], x, y, name[language] ?? ""),
        ...(since === undefined ? [] : [text(["tick", "middle"], x, y + TYPE, String(since))]),
      ];
    });
    const places = data.places.flatMap(({ longitude, latitude, name }): ElementContent[] => {
      const [x = 0, y = 0] = projection([longitude, latitude]) ?? [];
      const words = name[language] ?? "";
      const isWest = x + 6 + widthOf(words, TYPE) > WIDTH;
      return [text(isWest ? ["name", "end"] : "name", isWest ? x - 6 : x + 6, y + TYPE * 0.36, words)];
    });
    const dots = data.places.map(({ longitude, latitude }) => {
      const [x = 0, y = 0] = projection([longitude, latitude]) ?? [];
      return element("circle", { className: ["place"], cx: round(x), cy: round(y), r: 3 });
    });
    return drawing(
      WIDTH,
      height,
      TYPE,
      [
        element("rect", { className: ["sea"], width: WIDTH, height: round(height) }),
        ...outlines.map(({ country, d }) =>
          element("path", landOf(data, classOf(data.classes, began(country?.year)), { d })),
        ),
        border ? element("path", { className: ["border"], d: border }) : undefined,
        element("g", { className: ["words"] }, ...key(data, language, mapYear), ...labels, ...places),
        ...dots,
      ].filter((child) => child !== undefined),
    );
  });
}

/** The attributes of what is of a class. */
const landOf = ({ classes }: MapData, number: number, attributes: Readonly<Record<string, string | number>>) => ({
  className: ["land", `class-${number}`],
  ...shadeOf(number, classes.length),
  ...attributes,
});

/** The year, and below it the classes that the map has, named by the years that are in them. */
function key(data: MapData, language: Language, mapYear: number): ElementContent[] {
  const years = data.countries.flatMap(({ year }) => (year !== undefined && year <= mapYear ? [year] : []));
  const classes = [...data.classes.keys()].map((index) => index + 1);
  const entries = [...classes, 0].flatMap((number) => {
    const own = years.filter((year) => classOf(data.classes, year) === number);
    const [first, last] = [Math.min(...own), Math.max(...own)];
    if (number === 0) return [{ number, words: data.words.none[language] ?? "" }];
    return own.length > 0 ? [{ number, words: first === last ? String(first) : `${first}–${last}` }] : [];
  });
  return [
    text("title", 8, 24, String(mapYear)),
    ...entries.flatMap(({ number, words }, index) => [
      element("rect", landOf(data, number, { x: 8, y: 36 + index * 16, width: 14, height: 10 })),
      text("tick", 27, 45 + index * 16, words),
    ]),
  ];
}
