import bodies from "virtual:bodies";
import essay from "virtual:essay";
import type { APIRoute } from "astro";
import { languagePaths } from "../../components/page-context.ts";
import { pagesOfAnchors } from "../../essay/anchor-pages.ts";
import type { EssayText } from "../../essay/model.ts";
import { strings } from "../../i18n/index.ts";

/** The anchors of every page, for a fragment that is not on the page of its address. */
export const getStaticPaths = languagePaths;

export const GET: APIRoute<{ text: EssayText }> = ({ props: { text } }) => {
  const paragraphs = text.sections.flatMap((section) => section.paragraphs);
  const [first, last] = [paragraphs[0], paragraphs.at(-1)];
  return Response.json({
    range: first && last ? strings(text.language).paragraphRange(first.number, last.number) : "",
    pages: pagesOfAnchors(essay, text, (section) => JSON.stringify(bodies.html(section))),
  });
};
