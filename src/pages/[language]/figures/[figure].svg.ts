import essay from "virtual:essay";
import figures from "virtual:figures";
import type { APIRoute, GetStaticPaths } from "astro";
import { pictureWords } from "../../../components/figures/picture-words.ts";
import type { FigureEntry } from "../../../essay/annotations.ts";
import type { EssayText } from "../../../essay/model.ts";
import { savedPicture } from "../../../figures/saved.ts";

interface Props {
  readonly text: EssayText;
  readonly figure: FigureEntry;
}

/** Each figure as a picture to take along, in every language. */
export const getStaticPaths = (() =>
  Object.values(essay.texts).flatMap((text) =>
    essay.annotations.figures.map((figure) => ({
      params: { language: text.language, figure: figure.id },
      props: { text, figure } satisfies Props,
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { text, figure }, site }) => {
  const drawn = figures[text.language]?.[figure.id];
  if (!drawn) throw new Error(`The figure “${figure.id}” is not drawn in “${text.language}”.`);
  return new Response(savedPicture(drawn, pictureWords(text, figure, site)), {
    headers: { "Content-Type": "image/svg+xml" },
  });
};
