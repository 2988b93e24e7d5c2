import build from "virtual:build";
import type { APIRoute } from "astro";
import { languagePaths } from "../../components/page-context.ts";
import type { EssayText } from "../../essay/model.ts";
import { RESUME } from "../../essay/resume.ts";
import { address, ICONS, routes } from "../../essay/routes.ts";
import { direction } from "../../essay/scripts.ts";
import { workTitle } from "../../i18n/work-title.ts";

interface Props {
  readonly text: EssayText;
}

export const getStaticPaths = languagePaths;

/** What a device shows of the site where it is installed; it opens where one was (W3C Web Application Manifest). */
export const GET: APIRoute<Props> = ({ props: { text } }) => {
  const { language, title, description } = text;
  const base = build.basePath;
  const cover = address(base, routes.cover(language));
  const manifest = {
    id: cover,
    name: workTitle(text, language),
    short_name: title,
    description,
    lang: language,
    dir: direction(language),
    start_url: cover + RESUME,
    // The other languages belong to it.
    scope: address(base, ""),
    display: "minimal-ui",
    background_color: "#fbf8f1",
    theme_color: "#fbf8f1",
    categories: ["books", "education"],
    icons: Object.entries(ICONS).map(([file, { size, purpose }]) => ({
      src: address(base, file),
      sizes: `${size}x${size}`,
      type: "image/png",
      purpose,
    })),
  };
  return new Response(JSON.stringify(manifest), { headers: { "Content-Type": "application/manifest+json" } });
};
