import type { Localised } from "./language.ts";

/** The cells of a CSV file; every row is as long as the header. */
export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A map for each of several years; a country is shaded by the year in which something began for it. */
export interface MapData {
  readonly kind: "map";
  /** One map is drawn for each, in this order. */
  readonly years: readonly number[];
  /** The first year of each class, ascending. */
  readonly classes: readonly number[];
  /** The first year of the classes that are emphasised. */
  readonly emphasis?: number | undefined;
  /** The visible part of the earth, in degrees. */
  readonly view: {
    readonly west: number;
    readonly south: number;
    readonly east: number;
    readonly north: number;
  };
  /** ISO 3166-1 numeric codes of two neighbours whose common border is emphasised. */
  readonly border?: readonly [string, string] | undefined;
  /** Territories with a shape of their own, by their code, each with the code of the country that it belongs to. */
  readonly territories: Readonly<Record<string, string>>;
  /** Longitude and latitude of the centre of a country's label, by its code; other countries have no label. */
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
    /** Absent where nothing began. */
    readonly year?: number | undefined;
  }[];
}

/** Members by the year in which they joined, with a running total. */
export interface StepsData {
  readonly kind: "steps";
  readonly words: { readonly name: Localised; readonly year: Localised; readonly count: Localised };
  /** Sorted by year; within a year in the order of the file. */
  readonly members: readonly { readonly name: Localised; readonly year: number }[];
  /** The first year whose members are emphasised. */
  readonly emphasis?: number | undefined;
}

/** A measured value of one year. */
export interface SeriesValue {
  readonly year: number;
  /** Absent where the source gives none; no value is made up. */
  readonly value?: number | undefined;
  readonly isEstimate: boolean;
}

/** Values by year: a series with several values is drawn as a line, one with a single value as a point. */
export interface SeriesData {
  readonly kind: "series";
  readonly words: {
    readonly name: Localised;
    readonly year: Localised;
    /** What is measured, with its unit. */
    readonly value: Localised;
    /** Shown beside an estimate. */
    readonly estimate: Localised;
    /** Shown for a missing value. */
    readonly missing: Localised;
  };
  readonly series: readonly {
    readonly name: Localised;
    /** Sorted by year. */
    readonly values: readonly SeriesValue[];
    /** Ids of the references that the values come from. */
    readonly sources: readonly string[];
    readonly isEmphasised: boolean;
  }[];
  /** Lines by which the values are measured: at a value, or at a date, ISO 8601, as exact as it is known. */
  readonly marks: readonly (
    | { readonly value: number; readonly name: Localised }
    | { readonly date: string; readonly name: Localised }
  )[];
}

/** The data of a figure, by kind. */
export type FigureData = MapData | StepsData | SeriesData;
