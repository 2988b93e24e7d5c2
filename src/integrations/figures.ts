import type { AstroIntegration } from "astro";
import type { Essay } from "../essay/model.ts";
import { type DrawnFigure, drawFigure } from "../figures/figure.ts";
import { virtualModule } from "./virtual-module.ts";

/**
 * Draws the figures and offers them to pages as `virtual:figures`. This is not done in a page because pages are
 * bundled, and the world with them.
 */
export function figureIntegration(essay: () => Essay): AstroIntegration {
  return {
    name: "figures",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [virtualModule("virtual:figures", () => drawFigures(essay()))] } });
      },
    },
  };
}

/** @returns the drawn figures by language and id */
const drawFigures = ({ languages, annotations }: Essay): Record<string, Record<string, DrawnFigure>> =>
  Object.fromEntries(
    languages.map((language) => [
      language,
      Object.fromEntries(annotations.figures.map(({ id, data }) => [id, drawFigure(data, language)])),
    ]),
  );
