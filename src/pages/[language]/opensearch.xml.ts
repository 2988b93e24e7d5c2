import build from "virtual:build";
import type { APIRoute } from "astro";
import { toXml } from "xast-util-to-xml";
import { x } from "xastscript";
import { languagePaths } from "../../components/page-context.ts";
import type { EssayText } from "../../essay/model.ts";
import { address, routes } from "../../essay/routes.ts";
import { strings } from "../../i18n/index.ts";

interface Props {
  readonly text: EssayText;
}

export const getStaticPaths = languagePaths;

/** Most characters of the name by which a browser offers a search (OpenSearch 1.1). */
const NAME_LENGTH = 16;

/** Says to browsers how the essay is searched, so that its search can be one of theirs (OpenSearch 1.1). */
export const GET: APIRoute<Props> = ({ props: { text }, site }) => {
  const { language, title } = text;
  const url = (route: string) => new URL(address(build.basePath, route), site).href;
  const description = x("OpenSearchDescription", { xmlns: "http://a9.com/-/spec/opensearch/1.1/" }, [
    x("ShortName", [...title].slice(0, NAME_LENGTH).join("").trim()),
    x("LongName", title),
    x("Description", strings(language).search),
    x("Language", language),
    x("InputEncoding", "UTF-8"),
    x("Image", { width: "16", height: "16", type: "image/svg+xml" }, url("favicon.svg")),
    x("Url", { type: "text/html", template: `${url(routes.search(language))}?q={searchTerms}` }),
  ]);
  return new Response(`<?xml version="1.0" encoding="utf-8"?>\n${toXml(description)}\n`, {
    headers: { "Content-Type": "application/opensearchdescription+xml" },
  });
};
