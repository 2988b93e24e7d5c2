import essay from "virtual:essay";
import { listNames } from "../../citation/names.ts";
import { citationRecord, editorialPart } from "../../citation/record.ts";
import type { FigureEntry } from "../../essay/annotations.ts";
import { inLanguage, type Localised } from "../../essay/language.ts";
import { isEditorial } from "../../essay/locators.ts";
import type { EssayText } from "../../essay/model.ts";
import { address, routes } from "../../essay/routes.ts";
import type { PictureWords } from "../../figures/saved.ts";
import { formatDate, strings } from "../../i18n/index.ts";
import { siteOf } from "../page-context.ts";

/** @returns what stands in the picture of a figure that is taken along */
export function pictureWords(text: EssayText, figure: FigureEntry, site: URL | undefined): PictureWords {
  const { language } = text;
  const { edition, licence } = essay;
  const label = strings(language);
  const whole = citationRecord(essay, siteOf(site), language);
  const record = isEditorial("figure", essay.kind) ? editorialPart(whole) : whole;
  const names = record.authors.map(({ name }) => name);
  const words = (all: Localised) => inLanguage(all, language) ?? "";
  return {
    language,
    name: label.figure(figure.number),
    title: words(figure.title),
    caption: words(figure.caption),
    source: words(figure.source),
    description: words(figure.description),
    credit: [
      record.title,
      [
        names.length > 0 ? listNames(names, language) : record.publisher,
        label.edition(edition.version, formatDate(edition.date, language)),
        licence.text && inLanguage(licence.text.name, language),
      ]
        .filter(Boolean)
        .join(label.separator),
    ],
    address: `${site?.origin ?? ""}${address(import.meta.env.BASE_URL, routes.section(language, figure.section))}#${figure.anchor}`,
    licence: licence.text?.url,
  };
}
