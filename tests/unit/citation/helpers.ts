import { allRecords } from "../../../src/citation/record.ts";
import { type FormatText, withTextStyles } from "../../../src/citation/text-styles.ts";
import type { Language } from "../../../src/essay/language.ts";
import { essayIn, SHIPPED_ESSAY } from "../../support/essays.ts";
import { onceInRun } from "../../support/once.ts";

export const SITE = { origin: "https://essay.example", basePath: "/" };
export const { essay } = await essayIn(SHIPPED_ESSAY);
export const records = allRecords(essay, SITE);

/** What formats in some languages, and what has citeproc format everything. */
interface Formatters {
  readonly format: FormatText;
  readonly ofCiteproc: FormatText;
}

const formattersOf = onceInRun(
  (languages): Promise<Formatters> =>
    withTextStyles(languages.split(" "), (format, ofCiteproc) => ({ format, ofCiteproc })),
);

/** @returns what formats in these languages: an engine takes as long to make as some dozens of citations */
export const formattersIn = (languages: readonly Language[]): Promise<Formatters> => formattersOf(languages.join(" "));
