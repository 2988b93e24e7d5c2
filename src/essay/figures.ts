import type { Localised } from "./language.ts";

/** Cells as the file of data has them, all rows as long as the header. */
export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Countries shaded by the year in which something began for each, on one map for every year that is shown. */
export interface MapData {
  readonly kind: "map";
  /** One map each, in this order. */
  readonly years: readonly number[];
  /** The first year of each class, ascending. */
  readonly classes: readonly number[];
  /** Degrees of longitude and latitude that the map holds. */
  readonly view: {
    readonly west: number;
    readonly south: number;
    readonly east: number;
    readonly north: number;
  };
  /** Codes of two neighbours of which the common border is drawn heavily. */
  readonly border?: readonly [string, string] | undefined;
  /** Territories that have a shape of their own, each with the code of the country to which it belongs. */
  readonly territories: Readonly<Record<string, string>>;
  /** Longitude and latitude of the middle of a country's name, by its code; others bear none. */
  readonly labels: Readonly<Record<string, readonly [number, number]>>;
  readonly places: readonly {
    readonly longitude: number;
    readonly latitude: number;
    readonly name: Localised;
  }[];
  readonly words: { readonly name: Localised; readonly year: Localised; readonly none: Localised };
  readonly countries: readonly {
    /** ISO 3166-1 numeric, three digits. */
    readonly code: string;
    readonly name: Localised;
    /** Absent where it has not begun. */
    readonly year?: number | undefined;
  }[];
}

/** What has grown one by one: who came in which year, and how many there were then. */
export interface StepsData {
  readonly kind: "steps";
  readonly words: { readonly name: Localised; readonly year: Localised; readonly count: Localised };
  /** In order of their years, and within a year in the order of the file. */
  readonly members: readonly { readonly name: Localised; readonly year: number }[];
}

/** A measured value of one year. */
export interface SeriesValue {
  readonly year: number;
  /** Absent where the source has none: nothing is put in its place. */
  readonly value?: number | undefined;
  readonly isEstimate: boolean;
}

/** Values by year: a line for what has several, a point for what has one. */
export interface SeriesData {
  readonly kind: "series";
  readonly words: {
    readonly name: Localised;
    readonly year: Localised;
    /** What is measured, with its unit. */
    readonly value: Localised;
    /** Beside a value that is an estimate. */
    readonly estimate: Localised;
    /** In the place of a value that is missing. */
    readonly missing: Localised;
  };
  readonly series: readonly {
    readonly name: Localised;
    /** In order of their years. */
    readonly values: readonly SeriesValue[];
    /** Ids of the references that the values come from. */
    readonly sources: readonly string[];
  }[];
}

/** What a figure is drawn from. */
export type FigureData = MapData | StepsData | SeriesData;
