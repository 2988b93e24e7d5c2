import type { APIRoute } from "astro";
import { languagePaths } from "../../components/page-context.ts";
import type { EssayText } from "../../essay/model.ts";
import { routes } from "../../essay/routes.ts";
import { type Scale, scaleSections } from "../../essay/scale.ts";
import { strings } from "../../i18n/index.ts";
import { sectionLabel } from "../../i18n/section-label.ts";

/** All paragraphs by section, for the scale beside the text. */
export const getStaticPaths = languagePaths;

export const GET: APIRoute<{ text: EssayText }> = ({ props: { text } }) => {
  const { language } = text;
  const scale: Scale = {
    name: strings(language).scale,
    sections: scaleSections(
      text,
      (section) => [sectionLabel(section, language), section.title].filter(Boolean).join(" "),
      (id) => routes.section(language, id).slice(language.length + 1),
    ),
  };
  return Response.json(scale);
};
