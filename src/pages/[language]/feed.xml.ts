import build from "virtual:build";
import editions from "virtual:editions";
import essay from "virtual:essay";
import type { APIRoute } from "astro";
import { toXml } from "xast-util-to-xml";
import { x } from "xastscript";
import { sortedName } from "../../citation/names.ts";
import { citationRecord } from "../../citation/record.ts";
import { hasEditions, listedEditions, nameIn } from "../../components/editions/history.ts";
import { languagePaths, siteOf } from "../../components/page-context.ts";
import { datedChanges } from "../../essay/kept-editions.ts";
import { inLanguage } from "../../essay/language.ts";
import type { EssayText } from "../../essay/model.ts";
import { address, routes } from "../../essay/routes.ts";
import { editionStrings } from "../../i18n/editions/index.ts";
import { formatDate } from "../../i18n/index.ts";

interface Props {
  readonly text: EssayText;
}

export const getStaticPaths = languagePaths;

/** A day as a moment, as feeds want it; of an inexact date its beginning. */
const momentOf = (date: string): string => `${[date, "01", "01"].join("-").slice(0, 10)}T00:00:00Z`;

/** What changes, for who wants to be told: editions, and the editors' notes and corrections within them (Atom, RFC 4287). */
export const GET: APIRoute<Props> = ({ props: { text }, site }) => {
  const { language } = text;
  const label = editionStrings(language);
  const record = citationRecord(essay, siteOf(site), language);
  const url = (route: string) => new URL(address(build.basePath, route), site).href;
  const history = url(hasEditions() ? routes.editions(language) : routes.cover(language));
  const places = new Map(editions.histories.map(({ id, states }) => [id, states.at(-1)?.section ?? id]));
  const changes = editions.registry ? datedChanges(editions.registry, language) : [];
  const entries = [
    ...listedEditions().map(({ version, date, summary }) => ({
      id: `${url(routes.cover(language))}#edition-${version}`,
      date,
      title: label.edition(version),
      summary: summary && inLanguage(summary, language),
      links: [] as { name: string; href: string }[],
    })),
    ...changes.map(({ edition, date, anchors }) => ({
      id: `${url(routes.cover(language))}#edition-${edition}-${date}`,
      date,
      title: `${label.datedChanges} (${formatDate(date, language)})`,
      summary: undefined,
      links: anchors.map((id) => ({
        name: nameIn(essay, id, language),
        href: `${url(routes.section(language, places.get(id) ?? id))}#${id}`,
      })),
    })),
  ].sort((one, other) => other.date.localeCompare(one.date));
  const feed = x("feed", { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": language }, [
    x("id", url(routes.feed(language))),
    x("title", record.title),
    x("updated", momentOf(entries[0]?.date ?? essay.edition.date)),
    x("link", { rel: "self", type: "application/atom+xml", href: url(routes.feed(language)) }),
    x("link", { rel: "alternate", type: "text/html", href: history }),
    ...(record.licence?.url ? [x("link", { rel: "license", href: record.licence.url })] : []),
    ...(record.authors.length > 0 ? record.authors.map(({ name }) => sortedName(name)) : [record.title]).map((name) =>
      x("author", [x("name", name)]),
    ),
    ...entries.map(({ id, date, title, summary, links }) =>
      x("entry", [
        x("id", id),
        x("title", title),
        x("updated", momentOf(date)),
        x("link", { rel: "alternate", type: "text/html", href: history }),
        ...(summary ? [x("summary", summary)] : []),
        ...(links.length > 0
          ? [
              x("content", { type: "xhtml" }, [
                x("div", { xmlns: "http://www.w3.org/1999/xhtml" }, [
                  x(
                    "ul",
                    links.map(({ name, href }) => x("li", [x("a", { href }, name)])),
                  ),
                ]),
              ]),
            ]
          : []),
      ]),
    ),
  ]);
  return new Response(`<?xml version="1.0" encoding="utf-8"?>\n${toXml(feed)}\n`, {
    headers: { "Content-Type": "application/atom+xml" },
  });
};
