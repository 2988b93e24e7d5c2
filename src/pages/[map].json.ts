import editions from "virtual:editions";
import essay from "virtual:essay";
import type { APIRoute } from "astro";
import { hasEditions } from "../components/editions/history.ts";
import { allEditions } from "../essay/kept-editions.ts";
import { routes } from "../essay/routes.ts";

/** What became of every anchor in every edition. */
export const getStaticPaths = () =>
  hasEditions() ? [{ params: { map: routes.editionsMap.replace(/\.json$/u, "") } }] : [];

export const GET: APIRoute = () =>
  Response.json({
    essay: essay.id,
    languages: essay.languages,
    editions: allEditions(essay, editions.earlier).map(({ version, date, summary }) => ({ version, date, summary })),
    anchors: editions.histories,
  });
