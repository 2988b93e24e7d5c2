import essay from "virtual:essay";
import type { APIRoute, GetStaticPaths } from "astro";
import { citationRecord } from "../../citation/record.ts";
import { creditLines } from "../../components/figures/picture-words.ts";
import { siteOf } from "../../components/page-context.ts";
import type { FigureEntry } from "../../essay/annotations.ts";
import { FALLBACK_LANGUAGE } from "../../essay/language.ts";
import { licenceOfFigures } from "../../essay/licences.ts";
import { routes } from "../../essay/routes.ts";
import { CSV_DESCRIPTION_TYPE } from "../../figures/csv.ts";
import { describeData } from "../../figures/csv-description.ts";
import { strings } from "../../i18n/index.ts";

interface Props {
  readonly figure: FigureEntry;
}

/** What the data of each figure are, and whose. */
export const getStaticPaths = (() =>
  essay.annotations.figures.map((figure) => ({
    params: { figure: figure.id },
    props: { figure } satisfies Props,
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { figure }, site }) => {
  const [language = FALLBACK_LANGUAGE] = essay.languages;
  const description = describeData({
    table: figure.table,
    file: routes.data(figure.id).split("/").at(-1) ?? "",
    title: figure.title,
    source: figure.source,
    credit: creditLines(language, site).join(strings(language).separator),
    address: citationRecord(essay, siteOf(site), language).url,
    licence: licenceOfFigures(essay),
  });
  return new Response(JSON.stringify(description, null, 2), { headers: { "Content-Type": CSV_DESCRIPTION_TYPE } });
};
