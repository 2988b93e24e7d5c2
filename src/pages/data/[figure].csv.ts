import essay from "virtual:essay";
import type { APIRoute, GetStaticPaths } from "astro";
import type { FigureTable } from "../../essay/figures.ts";
import { CSV_TYPE, writeCsv } from "../../figures/csv.ts";

interface Props {
  readonly table: FigureTable;
}

/** The data of each figure, as in its CSV file. */
export const getStaticPaths = (() =>
  essay.annotations.figures.map(({ id, table }) => ({
    params: { figure: id },
    props: { table } satisfies Props,
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { table } }) =>
  new Response(writeCsv(table), { headers: { "Content-Type": CSV_TYPE } });
