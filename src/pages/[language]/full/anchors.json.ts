import essay from "virtual:essay";
import type { APIRoute, GetStaticPaths } from "astro";
import type { EssayText } from "../../../essay/model.ts";
import { volumes } from "../../../essay/volumes.ts";

/** The anchors of each volume of a long work, for addresses of the time when the whole was one page. */
export const getStaticPaths = (() =>
  Object.values(essay.texts)
    .filter((text) => volumes(text).length > 1)
    .map((text) => ({ params: { language: text.language }, props: { text } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: EssayText }> = ({ props: { text } }) =>
  Response.json(
    Object.fromEntries(
      volumes(text).map(({ id, sections }) => [
        id,
        sections.flatMap((section) => [
          section.id,
          ...section.paragraphs.map(({ anchor }) => anchor),
          ...section.notes.flatMap(({ anchor, marks }) => [anchor, ...marks.map((mark) => mark.anchor)]),
        ]),
      ]),
    ),
  );
