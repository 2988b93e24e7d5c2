import bundles from "virtual:citations";
import essay from "virtual:essay";
import type { APIRoute, GetStaticPaths } from "astro";
import { toBibtex } from "../../../citation/bibtex.ts";
import { toCslJson } from "../../../citation/csl-json.ts";
import { allRecords, type CitationFormat, type CitationRecord, MEDIA_TYPES } from "../../../citation/record.ts";
import { toRis } from "../../../citation/ris.ts";
import { siteOf } from "../../../components/page-context.ts";

const WRITERS: Readonly<Record<CitationFormat, (record: CitationRecord) => string>> = {
  bib: toBibtex,
  ris: toRis,
  "csl.json": toCslJson,
};

interface Props {
  readonly body: string;
  readonly type: string;
}

/** Citation files: each record in each format, its bundle for the dialog, and the superseded words of each language. */
export const getStaticPaths = (() => {
  const files = allRecords(essay, siteOf(new URL(import.meta.env.SITE))).flatMap((record) => {
    const { language, name } = record;
    const formats = Object.entries(WRITERS).map(([format, write]) => ({
      params: { language, file: `${name}.${format}` },
      props: { body: write(record), type: MEDIA_TYPES[format as CitationFormat] } satisfies Props,
    }));
    const bundle = { body: JSON.stringify(bundles[language]?.[name]), type: "application/json" } satisfies Props;
    return [...formats, { params: { language, file: `${name}.json` }, props: bundle }];
  });
  const earlier = essay.languages.map((language) => ({
    params: { language, file: "earlier-words.json" },
    props: { body: JSON.stringify(essay.earlierWords[language] ?? {}), type: "application/json" } satisfies Props,
  }));
  return [...files, ...earlier];
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { body, type } }) =>
  new Response(body, { headers: { "Content-Type": `${type}; charset=utf-8` } });
