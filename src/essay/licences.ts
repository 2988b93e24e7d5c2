import type { Essay, Licence } from "./model.ts";

/** @returns what readers may do with figures and their data, where the essay says it */
export const licenceOfFigures = ({ licence }: Pick<Essay, "licence">): Licence | undefined =>
  licence.figures ?? licence.text;
