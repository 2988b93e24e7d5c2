import essay from "virtual:essay";
import type { APIRoute, GetStaticPaths } from "astro";
import { chapterHeads } from "../../../../components/sections/chapter-heads.ts";
import type { Section } from "../../../../essay/model.ts";
import { volumes } from "../../../../essay/volumes.ts";

interface Props {
  readonly sections: readonly Section[];
}

/** The running heads of the chapters, for the full text on paper and for each of its volumes. */
export const getStaticPaths = (() =>
  Object.values(essay.texts).flatMap((text) => {
    const all = volumes(text);
    return all.map(({ id, sections }) => ({
      params: { language: text.language, volume: all.length === 1 ? undefined : id },
      props: { sections } satisfies Props,
    }));
  })) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { sections } }) =>
  new Response(chapterHeads(sections), { headers: { "Content-Type": "text/css" } });
