import build from "virtual:build";
import essay from "virtual:essay";
import { listNames } from "../../citation/names.ts";
import { citationRecord, editorialPart } from "../../citation/record.ts";
import type { FigureEntry } from "../../essay/annotations.ts";
import { inLanguage, type Language, type Localised } from "../../essay/language.ts";
import { licenceOfFigures } from "../../essay/licences.ts";
import { isEditorial } from "../../essay/locators.ts";
import type { EssayText } from "../../essay/model.ts";
import { address, routes } from "../../essay/routes.ts";
import type { PictureWords } from "../../figures/saved.ts";
import { formatDate, strings } from "../../i18n/index.ts";
import { siteOf } from "../page-context.ts";

/** @returns of whose work a figure is a part: the work, and by whom, in which edition, under which licence; each a line */
export function creditLines(language: Language, site: URL | undefined): string[] {
  const { edition } = essay;
  const licence = licenceOfFigures(essay);
  const whole = citationRecord(essay, siteOf(site), language);
  const record = isEditorial("figure", essay.kind) ? editorialPart(whole) : whole;
  const names = record.authors.map(({ name }) => name);
  const label = strings(language);
  return [
    record.title,
    [
      names.length > 0 ? listNames(names, language) : record.publisher,
      label.edition(edition.version, formatDate(edition.date, language)),
      licence && inLanguage(licence.name, language),
    ]
      .filter(Boolean)
      .join(label.separator),
  ];
}

/** @returns what stands in the picture of a figure that is taken along */
export function pictureWords({ language }: EssayText, figure: FigureEntry, site: URL | undefined): PictureWords {
  const words = (all: Localised) => inLanguage(all, language) ?? "";
  return {
    language,
    name: strings(language).figure(figure.number),
    title: words(figure.title),
    caption: words(figure.caption),
    source: words(figure.source),
    description: words(figure.description),
    credit: creditLines(language, site),
    address: `${site?.origin ?? ""}${address(build.basePath, routes.section(language, figure.section))}#${figure.anchor}`,
    licence: licenceOfFigures(essay)?.url,
  };
}
