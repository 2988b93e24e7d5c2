import type { Essay } from "../essay/model.ts";
import { type DrawnFigure, drawFigure } from "../figures/figure.ts";

/** An essay's figures by language and id. */
export type DrawnFigures = Readonly<Record<string, Readonly<Record<string, DrawnFigure>>>>;

/** Draws an essay's figures. This is not done in a page because pages are bundled, and the world with them. */
export const drawFigures = ({ languages, annotations }: Essay): DrawnFigures =>
  Object.fromEntries(
    languages.map((language) => [
      language,
      Object.fromEntries(annotations.figures.map(({ id, data }) => [id, drawFigure(data, language)])),
    ]),
  );
