import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { listNames } from "../citation/names.ts";
import { type CitationRecord, noteOf } from "../citation/record.ts";
import { profileOf } from "../essay/language-profile.ts";
import type { Section } from "../essay/model.ts";
import { contactLink } from "../essay/publication.ts";
import { withoutFallbackSigns, writeFallback } from "../i18n/fallback.ts";
import { formatDate, strings } from "../i18n/index.ts";
import { copyTree } from "../markdown/copy-tree.ts";
import { visit } from "../markdown/visit.ts";
import { cssString } from "../styles/css-string.ts";
import { type BookSource, pageOfSection, routeOfPage } from "./epub/epub.ts";
import { bookStyle } from "./epub/style.ts";
import type { Page } from "./epub/xhtml.ts";

/** Nothing is asked of any host, and nothing runs: what is seen is in the file. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A line of what a section says of itself where it is alone: words, and where they lead. */
export interface ImprintLine {
  readonly words: string;
  readonly href?: string | undefined;
}

/**
 * @param record of a section
 * @param isPublic whether the site's address is known
 * @returns what a reader has to know of a section that has left its site: what it is from, whose words it has, in which
 *   edition and under which licence, and where it is
 */
export function imprintOf(record: CitationRecord, isPublic: boolean): ImprintLine[] {
  const { authors, language, licence, url, contact, work } = record;
  const label = strings(language);
  const lines: readonly (ImprintLine | undefined)[] = [
    {
      words: [
        listNames(
          authors.map(({ name }) => name),
          language,
        ),
        work?.title ?? record.title,
        label.edition(record.version, formatDate(record.editionDate, language)),
      ]
        .filter(Boolean)
        .join(profileOf(language).punctuation === "full-width" ? "　" : ". "),
    },
    { words: noteOf(record) ?? "" },
    licence && { words: `${label.licenceText} ${licence.name}`, href: licence.url },
    contact ? { words: `${label.contact} ${contact}`, href: contactLink(contact) } : undefined,
    isPublic ? { words: url, href: url } : undefined,
  ];
  return lines.flatMap((line) =>
    line?.words ? [{ ...line, words: withoutFallbackSigns(line.words) } satisfies ImprintLine] : [],
  );
}

/**
 * Makes of a section's page in a book one HTML document to hand out: its notes and figures are in it, and links to what is
 * not lead to the site, where that is known.
 *
 * @param page of the section in the book
 * @param record of the section
 */
export function writeHandout(source: BookSource, section: Section, page: Page, record: CitationRecord): string {
  const { images, site, essay } = source;
  const { language, direction } = page;
  const own = pageOfSection(section.id);
  const content = copyTree(page.content) as ElementContent[];
  const leadsTo = (href: string): string | undefined => {
    const [, file = "", fragment = ""] = /^([\w-]+\.xhtml)?(#.+)?$/u.exec(href) ?? [];
    if (!file && !fragment) return href;
    if (!file || file === own) return fragment;
    return site === undefined ? undefined : `${site}${routeOfPage(file, language)}${fragment}`;
  };
  const body: Root = { type: "root", children: content };
  visit(body, "element", ({ properties, tagName }) => {
    // What only XML and reading systems know.
    delete properties["epub:type"];
    delete properties["xml:lang"];
    const { href, src } = properties;
    if (tagName === "a" && typeof href === "string") properties["href"] = leadsTo(href);
    if (tagName === "img" && typeof src === "string") properties["src"] = dataAddress(src, images[src]);
  });
  const lines = imprintOf(record, site !== undefined).map(
    ({ words, href }): Element => h("p", h(href ? "a" : "span", { href }, words)),
  );
  const html = h("html", { lang: language, dir: direction, className: "horizontal" }, [
    h("head", [
      h("meta", { charSet: "utf-8" }),
      h("meta", { httpEquiv: "content-security-policy", content: POLICY }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("meta", { name: "robots", content: "noindex" }),
      ...(site === undefined ? [] : [h("link", { rel: "canonical", href: record.url })]),
      h("title", withoutFallbackSigns([page.title, record.work?.title].filter(Boolean).join(" · "))),
      h("style", bookStyle(essay.languages) + handoutStyle(record, language)),
    ]),
    h("body", [
      h("header", [
        h("p", { className: "work" }, record.work?.title ?? ""),
        h("p", { className: "nature" }, record.nature ?? ""),
      ]),
      h("main", content),
      h("footer", { className: "imprint" }, lines),
    ]),
  ]);
  return `${writeFallback(toHtml({ type: "root", children: [{ type: "doctype" }, html] }))}\n`;
}

const TYPES: Readonly<Record<string, string>> = { jpg: "jpeg", svg: "svg+xml" };

function dataAddress(name: string, bytes: Uint8Array | undefined): string | undefined {
  if (!bytes) return undefined;
  const extension = name.split(".").at(-1) ?? "";
  return `data:image/${TYPES[extension] ?? extension};base64,${Buffer.from(bytes).toString("base64")}`;
}

/** On paper each page says what it is from, in its margin, and its number. */
function handoutStyle({ work }: CitationRecord, language: string): string {
  const { serif, sans, leading } = profileOf(language).typography;
  const box = `font: 7.5pt ${sans}; color: #555;`;
  return `
@page { margin: 24mm 26mm; @top-center { content: ${cssString(work?.title ?? "")}; ${box} } @bottom-center { content: counter(page); ${box} } }
@page :first { @top-center { content: none; } }
body { max-width: 38em; margin: 0 auto; padding: 2em 1em; font-family: ${serif}; line-height: ${leading}; overflow-wrap: break-word; }
h1 { margin-block: 1em; }
.work, .nature, .imprint, .paragraph-number, .note-mark, .note-back, figcaption, table { font-family: ${sans}; }
.work, .nature { font-size: 0.85em; }
.imprint { margin-block-start: 3em; padding-block-start: 1em; border-block-start: 1px solid currentcolor; font-size: 0.8em; }
.imprint p { margin-block: 0.25em; }
.term:not([href]), .term { text-decoration: none; }
figure svg { width: 100%; height: auto; }
@media screen { table { display: block; width: fit-content; max-width: 100%; overflow-x: auto; } }
@media print, (min-width: 36em) { figure:has(> .drawing + .drawing) { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1em; } figure > :not(.drawing) { grid-column: 1 / -1; } }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } figure, aside { break-inside: avoid; } }
`;
}
