import build from "virtual:build";
import mdxRenderer from "@astrojs/mdx/server.js";
import { experimental_AstroContainer as AstroContainer } from "astro/container";
import type { Section } from "../../essay/model.ts";
import { address, routes } from "../../essay/routes.ts";
import SectionBody from "../sections/SectionBody.astro";

const container = AstroContainer.create().then((made) => {
  made.addServerRenderer({ name: "astro:jsx", renderer: mdxRenderer });
  return made;
});

/**
 * Renders the text of a section as on its own page, so that language and links are those of that page.
 *
 * @param site the origin of the site
 */
export async function sectionHtml(section: Section, site: URL | undefined): Promise<string> {
  const path = address(build.basePath, routes.section(section.language, section.id));
  const request = new Request(new URL(path, site ?? "http://localhost"));
  return (await container).renderToString(SectionBody, { props: { section }, request });
}
