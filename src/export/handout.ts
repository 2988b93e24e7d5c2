import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { listNames } from "../citation/names.ts";
import { type CitationRecord, noteOf } from "../citation/record.ts";
import { FALLBACK_LANGUAGE } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import type { Section } from "../essay/model.ts";
import { contactLink } from "../essay/publication.ts";
import { direction } from "../essay/scripts.ts";
import { withoutFallbackSigns, writeFallback } from "../i18n/fallback.ts";
import { formatDate, strings } from "../i18n/index.ts";
import { paragraphsOf, runningHead } from "../i18n/running-head.ts";
import { withLanguages } from "../integrations/language-styles.ts";
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
  const { language } = page;
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
  // A script that puts several sections into one file, or sets its lines vertically, changes what stands here.
  const root = {
    lang: language,
    dir: page.direction,
    className: "horizontal",
    dataHead: runningHead(section),
    dataRange: paragraphsOf([section]),
  };
  const html = h("html", root, [
    h("head", [
      h("meta", { charSet: "utf-8" }),
      h("meta", { httpEquiv: "content-security-policy", content: POLICY }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("meta", { name: "robots", content: "noindex" }),
      ...(site === undefined ? [] : [h("link", { rel: "canonical", href: record.url })]),
      h("title", withoutFallbackSigns([page.title, record.work?.title].filter(Boolean).join(" · "))),
      h("style", bookStyle(essay.languages) + withLanguages(handoutStyle(record, language), essay.languages)),
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

/**
 * On paper each page says what it is from and which paragraphs it has, in its margin, and its number. Pages inherit from the
 * root; where an engine knows no properties there, the first of two declarations holds.
 */
function handoutStyle({ work }: CitationRecord, language: string): string {
  const { serif, sans, leading } = profileOf(language).typography;
  const box = `font: 7.5pt ${sans}; color: #555; writing-mode: horizontal-tb;`;
  const [workSide, headSide] = direction(language) === "rtl" ? ["right", "left"] : ["left", "right"];
  return `
@page { size: A4; size: var(--sheet); margin: 24mm 26mm; margin: var(--sheet-margins); @top-${workSide} { content: ${cssString(work?.title ?? "")}; ${box} } @top-${headSide} { content: var(--head, ""); ${box} } @bottom-center { content: counter(page); ${box} } }
@page :first { @top-left { content: none; } @top-right { content: none; } }
:root { --sheet: A4; --sheet-margins: 24mm 26mm; --head: attr(data-head, ""); }
:root.vertical { --sheet: A5; --sheet-margins: 20mm 16mm; }
body { max-width: 38em; margin: 0 auto; padding: 2em 1em; font-family: ${serif}; line-height: ${leading}; overflow-wrap: break-word; }
h1 { margin-block: 1em; }
.work, .nature, .imprint, .paragraph-number, .note-mark, .note-back, figcaption, table { font-family: ${sans}; }
.work, .nature { font-size: 0.85em; }
:lang(x-unspaced) :not(:lang(x-unspaced)) { font-family: ${profileOf(FALLBACK_LANGUAGE).typography.serif}; text-orientation: sideways; hyphens: auto; }
.imprint { margin-block-start: 3em; padding-block-start: 1em; border-block-start: 1px solid currentcolor; font-size: 0.8em; break-before: avoid; break-inside: avoid; }
.imprint p { margin-block: 0.25em; }
.term:not([href]), .term { text-decoration: none; }
figure svg { width: 100%; height: auto; }
.vertical body { max-width: none; max-height: 38em; margin-block: 0; margin-inline: auto; }
.vertical .drawing svg { width: 50mm; max-width: none; max-height: 72mm; }
main > section + section { margin-block-start: 4em; }
@media screen { table { display: block; width: fit-content; max-width: 100%; overflow-x: auto; } .vertical table { max-width: none; max-height: 100%; } }
@media print, (min-width: 36em) { figure:has(> .drawing + .drawing) { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1em; } figure > :not(.drawing) { grid-column: 1 / -1; } .vertical figure:has(> .drawing + .drawing) { display: block; } }
@media print { body, .vertical body { max-width: none; max-height: none; padding: 0; font-size: 10.5pt; } .vertical body { font-size: 9.5pt; } figure, tr { break-inside: avoid; } main > section + section { margin: 0; break-before: page; } aside { font-size: 8pt; text-align: start; } figure svg { max-width: 122mm; } .drawing:not(:only-of-type) svg { max-width: 60mm; } a.address span { display: none; } a.address::after { content: attr(href); overflow-wrap: anywhere; } }
`;
}
