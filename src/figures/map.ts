import { type GeoConicProjection, geoConicEqualArea, geoPath } from "d3-geo";
import type { MultiLineString, MultiPolygon } from "geojson";
import type { Element, ElementContent } from "hast";
import type { MapData } from "../essay/figures.ts";
import type { Language } from "../essay/language.ts";
import { onceForEach } from "../essay/once.ts";
import { CompactPath } from "./compact-path.ts";
import { nameBeside, RingsContext } from "./name-room.ts";
import { drawing, element, round, text, widthOf } from "./svg.ts";
import { shadeOf } from "./svg-styles.ts";
import { world } from "./world.ts";

const WIDTH = 300;
const TYPE = 11;
/** Of the key, below the map. */
const SWATCH = { width: 10, height: 9, gap: 3, after: 12, row: 16, type: 10 } as const;
/** The least between two entries of the key, where closer ones fit into one row. */
const LEAST_AFTER = 3;
/** How far a coast may be from its true position, in pixels. */
const TOLERANCE = 0.45;

/** @returns the codes that belong to no country */
export const unknownCodes = (codes: readonly string[]): string[] => {
  const known = new Set(world(1).countries.map(({ code }) => code));
  return codes.filter((code) => code === "" || !known.has(code));
};

/** @returns the countries that are within the view but missing in the data, with their codes */
export function unlistedCountries(data: MapData): { code: string; name: string }[] {
  const listed = new Set([...data.countries.map(({ code }) => code), ...Object.keys(data.territories)]);
  return frameOf(data)
    .countries.filter(({ code, outline }) => !listed.has(code) && outline !== "")
    .map(({ code, name }) => ({ code, name }));
}

/** Pixels of height below which a map shows nothing. */
const LEAST_HEIGHT = 40;

/** @returns whether the cone holds the view: where it is too wide for its latitudes, its corners rise above its middle */
export function holdsView(data: MapData): boolean {
  const { height } = sizeOf(data);
  return Number.isFinite(height) && height >= LEAST_HEIGHT;
}

/** @returns whether a place is on the map, which shows somewhat more than the view towards its corners */
export function isOnMap(data: MapData, longitude: number, latitude: number): boolean {
  const { projection, height } = frameOf(data);
  const [x = -1, y = -1] = projection([longitude, latitude]) ?? [];
  return x >= 0 && x <= WIDTH && y >= 0 && y <= height;
}

/** @returns an equal-area conic projection of the view, its central meridian vertical, and the map's height in it */
function sizeOf({ view: { west, south, east, north } }: Pick<MapData, "view">) {
  const corners = [west, (west + east) / 2, east].flatMap((longitude) =>
    [south, north].map((latitude) => [longitude, latitude]),
  );
  const projection: GeoConicProjection = geoConicEqualArea()
    .parallels([south + (north - south) / 6, north - (north - south) / 6])
    .rotate([-(west + east) / 2, 0])
    // Coasts have points enough; resampling adds nothing to their short lines.
    .precision(0)
    .fitWidth(WIDTH, { type: "MultiPoint", coordinates: corners });
  // Parallels are arcs: the map is cut at its corners, so that none of them is empty.
  const at = (longitude: number, latitude: number) => projection([longitude, latitude]) ?? [0, 0];
  const middle = (west + east) / 2;
  const top = Math.max(at(middle, north)[1], at(west, north)[1]);
  const bottom = Math.min(at(middle, south)[1], at(west, south)[1]);
  return { projection, top, height: bottom - top };
}

/** The projection, cut to the view, and what it makes of the world: the same on every map of the view, in every language. */
const frameOf = ({ view }: MapData) => frameOfView(JSON.stringify(view));

const frameOfView = onceForEach((writtenView) => {
  const view = JSON.parse(writtenView) as MapData["view"];
  const { projection, top, height } = sizeOf({ view });
  const { south, north } = view;
  const [x, y] = projection.translate();
  projection.translate([x, y - top]).clipExtent([
    [0, 0],
    [WIDTH, height],
  ]);
  const outline = (shape: MultiPolygon | MultiLineString) => {
    const context = new CompactPath();
    geoPath(projection, context)(shape);
    return context.toString();
  };
  const rings = (shape: MultiPolygon) => {
    const context = new RingsContext();
    geoPath(projection, context)(shape);
    return context.rings;
  };
  const atlas = world((TOLERANCE * (north - south)) / height);
  return {
    projection,
    height,
    countries: atlas.countries.map(({ code, name, shape }) => ({
      code,
      name,
      /** Empty where it is not in the view. */
      outline: outline(shape),
      rings: rings(shape),
    })),
    border: (one: string, other: string) => outline(atlas.border(one, other)),
  };
});

/**
 * @param year the year whose class is wanted; absent where there is none
 * @returns the number of the class, from 1; 0 for blank
 */
export const classOf = (classes: readonly number[], year: number | undefined): number =>
  year === undefined ? 0 : classes.filter((first) => first <= year).length;

/** Draws a map for each year: countries are shaded for which it began by then. */
export function drawMaps(data: MapData, language: Language): Element[] {
  const keys = data.years.map((mapYear) => keyOf(data, language, mapYear));
  const keyHeight = Math.max(...keys.map(({ rows }) => rows)) * SWATCH.row;
  const { projection, height, countries, border: borderOf } = frameOf(data);
  const ownerOf = (code: string) => data.territories[code] ?? code;
  const lands = countries.map(({ code, rings }) => ({ owner: ownerOf(code), rings }));
  const outlines = countries.flatMap(({ code, outline: d }) =>
    d ? [{ country: data.countries.find((country) => country.code === ownerOf(code)), d }] : [],
  );
  const border = data.border && borderOf(...data.border);

  return data.years.map((mapYear, index) => {
    const began = (year: number | undefined) => (year !== undefined && year <= mapYear ? year : undefined);
    const labels = data.countries.flatMap(({ code, name, year }): ElementContent[] => {
      const place = data.labels[code];
      const [wanted, y] = (place && projection([...place])) ?? [];
      if (wanted === undefined || y === undefined) return [];
      const since = began(year);
      const words = name[language] ?? "";
      // Where the key says the year of a shade, no country repeats it.
      const isAlone = since === undefined || yearsOf(data, classOf(data.classes, since), mapYear).size === 1;
      // With its year and alone it has one size and one place along its line.
      const { x, share } = nameBeside(
        [wanted, y - TYPE * 0.18],
        { width: widthOf(words, TYPE), height: TYPE * 1.16 },
        lands.filter(({ owner }) => owner !== code).map((land) => land.rings),
        WIDTH,
      );
      const named = text(["name", "middle"], x, isAlone ? y + TYPE * 0.36 : y, words);
      if (share < 1) named.properties["fontSize"] = String(round(TYPE * share));
      return isAlone ? [named] : [named, text(["tick", "middle"], x, y + TYPE, String(since))];
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
      height + keyHeight,
      TYPE,
      [
        element("rect", { className: ["sea"], width: WIDTH, height: round(height) }),
        ...outlines.map(({ country, d }) =>
          element("path", landOf(data, classOf(data.classes, began(country?.year)), { d })),
        ),
        border ? element("path", { className: ["border"], d: border }) : undefined,
        element("g", { className: ["words"] }, text("title", 8, 24, String(mapYear)), ...labels, ...places),
        ...dots,
        element(
          "g",
          { className: ["key"], fontSize: SWATCH.type, transform: `translate(0 ${round(height)})` },
          ...(keys[index]?.entries ?? []),
        ),
      ].filter((child) => child !== undefined),
    );
  });
}

/** @returns the attributes of a shape in a class */
function landOf({ classes, emphasis }: MapData, number: number, attributes: Readonly<Record<string, string | number>>) {
  const emphasised = classes.map((first) => emphasis !== undefined && first >= emphasis);
  const plain = emphasised.filter((one) => !one).length;
  return {
    className: ["land", `class-${number}`],
    ...shadeOf(number, plain, emphasised[number - 1] ?? false),
    ...attributes,
  };
}

/**
 * @returns the key, in rows below the map, where nothing is covered by it: the classes on the map, each named by the years
 *   in it
 */
function keyOf(data: MapData, language: Language, mapYear: number): { entries: ElementContent[]; rows: number } {
  const classes = [...data.classes.keys()].map((index) => index + 1);
  const named = [...classes, 0].flatMap((number) => {
    const own = yearsOf(data, number, mapYear);
    const [first, last] = [Math.min(...own), Math.max(...own)];
    if (number === 0) return [{ number, words: data.words.none[language] ?? "" }];
    return own.size > 0 ? [{ number, words: yearsFrom(first, last) }] : [];
  });
  const widths = named.map(({ words }) => SWATCH.width + SWATCH.gap + widthOf(words, SWATCH.type));
  const left = (WIDTH - widths.reduce((sum, width) => sum + width, 0)) / Math.max(1, named.length - 1);
  const after = left < LEAST_AFTER ? SWATCH.after : Math.min(left, SWATCH.after);
  let [x, row] = [0, 0];
  const entries = named.flatMap(({ number, words }, index) => {
    const width = widths[index] ?? 0;
    if (x > 0 && x + width > WIDTH + 0.5) [x, row] = [0, row + 1];
    const [start, bottom] = [x, (row + 1) * SWATCH.row];
    x += width + after;
    return [
      element(
        "rect",
        landOf(data, number, {
          x: round(start + 0.5),
          y: bottom - SWATCH.height,
          width: SWATCH.width,
          height: SWATCH.height,
        }),
      ),
      text("tick", start + SWATCH.width + SWATCH.gap, bottom - 0.5, words),
    ];
  });
  return { entries, rows: row + 1.25 };
}

/** @returns `1949–55`; the century is said once */
function yearsFrom(first: number, last: number): string {
  if (first === last) return String(first);
  const isOneCentury = Math.floor(first / 100) === Math.floor(last / 100);
  return `${first}–${isOneCentury ? String(last).slice(-2) : last}`;
}

/** @returns the years until that of the map in which it began for a country of the class */
const yearsOf = ({ countries, classes }: MapData, number: number, mapYear: number): ReadonlySet<number> =>
  new Set(
    countries.flatMap(({ year }) =>
      year !== undefined && year <= mapYear && classOf(classes, year) === number ? [year] : [],
    ),
  );
