import editions from "virtual:editions";
import essay from "virtual:essay";
import type { APIRoute } from "astro";
import { allEditions } from "../essay/kept-editions.ts";
import { routes } from "../essay/routes.ts";

/** Which editions there have been, and what became of every anchor in each; of one edition too, so that no other is taken for one. */
export const getStaticPaths = () => [{ params: { map: routes.editionsMap.replace(/\.json$/u, "") } }];

export const GET: APIRoute = () =>
  Response.json({
    essay: essay.id,
    languages: essay.languages,
    editions: allEditions(essay, editions.earlier).map(({ version, date, summary }) => ({ version, date, summary })),
    anchors: editions.histories,
  });
