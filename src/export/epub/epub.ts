import { createHash } from "node:crypto";
import type { Element, ElementContent, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toXast } from "hast-util-to-xast";
import { h } from "hastscript";
import type { Root as XmlRoot } from "xast";
import { toXml } from "xast-util-to-xml";
import { toCslJson } from "../../citation/csl-json.ts";
import { listNames, sortedName, writeName } from "../../citation/names.ts";
import type { CitationRecord } from "../../citation/record.ts";
import { sourceAnchor } from "../../essay/anchors.ts";
import type { Name } from "../../essay/bibliographic.ts";
import { EDITORS } from "../../essay/formats.ts";
import { groupTerms } from "../../essay/glossary.ts";
import type { Language } from "../../essay/language.ts";
import { profileOf } from "../../essay/language-profile.ts";
import { otherLanguages } from "../../essay/languages.ts";
import type { Essay, EssayText, Section } from "../../essay/model.ts";
import { numberOfParagraph } from "../../essay/navigate.ts";
import { digitalRole } from "../../essay/outline.ts";
import type { Credit } from "../../essay/people.ts";
import { routes } from "../../essay/routes.ts";
import { direction } from "../../essay/scripts.ts";
import { notesOnEssayTitle, notesOnTitle, type TitleNote } from "../../essay/title-notes.ts";
import type { DrawnFigure } from "../../figures/figure.ts";
import { withoutFallbackSigns, writeFallback } from "../../i18n/fallback.ts";
import { formatDate, strings } from "../../i18n/index.ts";
import { markingFallback } from "../../i18n/merge.ts";
import { formatPeriod } from "../../i18n/period.ts";
import { sectionLabel } from "../../i18n/section-label.ts";
import type { SectionDocument } from "../../markdown/document.ts";
import { visit } from "../../markdown/visit.ts";
import { renderDocument } from "../render.ts";
import { type EpubFile, packEpub } from "./archive.ts";
import { coverPage, drawCover } from "./cover.ts";
import { type Agent, type ContentsEntry, type ManifestItem, navigation, packageDocument } from "./package.ts";
import { type BookContext, bookRenderers, noteMark } from "./renderers.ts";
import { bookStyle } from "./style.ts";
import { contains, inWriting, type Page, type Writing, writePage } from "./xhtml.ts";

/** What a book is made from. */
export interface BookSource {
  readonly essay: Essay;
  readonly text: EssayText;
  /** @returns the document of a section; asked for once a section, in their order */
  readonly document: (section: Section) => SectionDocument;
  /** The essay's figures in the book's language, by id. */
  readonly figures: Readonly<Record<string, DrawnFigure>>;
  /** The bytes of the essay's images, each in its own format, by the address that its section has. */
  readonly images: Readonly<Record<string, Uint8Array>>;
  readonly record: CitationRecord;
  /** Where the site is published, ending with `/`; `undefined` where that is not known: then nothing leads there. */
  readonly site: string | undefined;
}

const MEDIA: Readonly<Record<string, string>> = {
  xhtml: "application/xhtml+xml",
  css: "text/css",
  svg: "image/svg+xml",
};
const IMAGES: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  svg: "image/svg+xml",
  avif: "image/avif",
};
const mediaTypeOf = (path: string): string => IMAGES[path.split(".").at(-1) ?? ""] ?? "application/octet-stream";
const FOLDER = "EPUB";

const PAGES = {
  figures: "figures.xhtml",
  glossary: "glossary.xhtml",
  timeline: "timeline.xhtml",
  sources: "sources.xhtml",
  colophon: "colophon.xhtml",
  titlePage: "title-page.xhtml",
} as const;

/** What reading systems lead to besides cover, contents and text, by its page (EPUB Structural Semantics). */
const LANDMARKS: Readonly<Record<string, string>> = {
  [PAGES.figures]: "loi",
  [PAGES.glossary]: "glossary",
  [PAGES.sources]: "bibliography",
};

/** @returns the file name of the page that has the section */
export const pageOfSection = (id: string): string => `section-${id}.xhtml`;

/** @returns the site's page that has what a page of a book has; the cover, of what only a book has */
export function routeOfPage(name: string, language: Language): string {
  const [, section] = /^section-(.+)\.xhtml$/u.exec(name) ?? [];
  if (section !== undefined) return routes.section(language, section);
  if (name === PAGES.figures) return routes.figures(language);
  if (name === PAGES.glossary) return routes.glossary(language);
  if (name === PAGES.timeline) return routes.timeline(language);
  if (name === PAGES.sources) return routes.sources(language);
  return routes.cover(language);
}

/** The essay in one language as books. */
export interface Books {
  /** An EPUB 3.3 publication for each writing that was asked for, in their order. */
  readonly epubs: readonly Uint8Array[];
  /** The page of each section, by its id. */
  readonly sections: ReadonlyMap<string, Page>;
}

/** Writes the essay in one language as books that differ in how their lines run. The same source gives the same bytes. */
export function makeBooks(source: BookSource, writings: readonly Writing[]): Books {
  return markingFallback(() => {
    const book = new Book(source);
    const pages = new Map(book.pages.map((page) => [page.name, page]));
    return {
      epubs: writings.map((writing) => book.pack(writing)),
      sections: new Map(
        source.text.sections.flatMap(({ id }): (readonly [string, Page])[] => {
          const page = pages.get(pageOfSection(id));
          return page ? [[id, page]] : [];
        }),
      ),
    };
  });
}

/**
 * @returns the pages of the same book, cover and contents left out, for forms in which they stand one after the other;
 *   links among them name the pages
 */
export const bookPages = (source: BookSource): readonly Page[] =>
  new Book(source).pages.filter(({ type }) => type !== "cover");

class Book {
  readonly #source: BookSource;
  /** The page of every id that a link may lead to. */
  readonly #pageOfAnchor = new Map<string, string>();
  readonly #pages: readonly Page[];
  /** Addresses of the images that stand in the pages. */
  readonly #images = new Set<string>();
  /** Files that are the same, but for the direction of their lines, in every book. */
  readonly #files: readonly EpubFile[];

  constructor(source: BookSource) {
    this.#source = source;
    this.#indexAnchors();
    this.#pages = this.#makePages();
    for (const page of this.#pages) this.#addRetiredAnchors(page);
    const label = strings(source.text.language);
    const contents = this.#page("nav.xhtml", label.contents, "frontmatter", this.#navigation(this.#pages));
    this.#files = [contents, ...this.#pages].map((page) => ({
      path: page.name,
      content: writeFallback(writePage(page), { isXml: true }),
    }));
  }

  get pages(): readonly Page[] {
    return this.#pages;
  }

  pack(writing: Writing): Uint8Array {
    const pages = this.#files.map(({ path, content }) => ({ path, content: inWriting(String(content), writing) }));
    const files: EpubFile[] = [
      { path: "package.opf", content: withoutFallbackSigns(this.#package(writing)) },
      ...pages,
      { path: "style.css", content: bookStyle(this.#source.essay.languages) },
      { path: "cover.svg", content: this.#cover() },
      { path: "citation.csl.json", content: toCslJson(this.#source.record) },
      ...[...this.#images].map((path) => ({ path, content: this.#source.images[path] ?? new Uint8Array() })),
    ];
    return packEpub(
      `${FOLDER}/package.opf`,
      files.map(({ path, content }) => ({ path: `${FOLDER}/${path}`, content })),
    );
  }

  #makePages(): Page[] {
    const { essay, text, record, document } = this.#source;
    return [
      this.#page("cover.xhtml", strings(text.language).cover, "cover", [coverPage(record.title)]),
      this.#titlePage(),
      ...text.sections.map((section) => this.#sectionPage(section, document(section))),
      ...(essay.annotations.figures.length > 0 ? [this.#listOfFigures()] : []),
      ...(essay.annotations.glossary.length > 0 ? [this.#glossary()] : []),
      ...(essay.annotations.timeline.length > 0 ? [this.#timeline()] : []),
      ...(text.bibliography.length > 0 ? [this.#bibliography()] : []),
      this.#colophon(),
    ];
  }

  #page(name: string, title: string, type: string, content: ElementContent[]): Page {
    const { language } = this.#source.text;
    return { name, title, language, direction: direction(language), type, content };
  }

  #indexAnchors(): void {
    const { essay, text } = this.#source;
    for (const { id, paragraphs, notes } of text.sections) {
      const page = pageOfSection(id);
      this.#pageOfAnchor.set(id, page);
      for (const { anchor } of paragraphs) this.#pageOfAnchor.set(anchor, page);
      for (const { anchor, marks } of notes) {
        this.#pageOfAnchor.set(anchor, page);
        for (const mark of marks) this.#pageOfAnchor.set(mark.anchor, mark.title === "essay" ? PAGES.titlePage : page);
      }
    }
    for (const { anchor, section } of essay.annotations.figures) this.#pageOfAnchor.set(anchor, pageOfSection(section));
    for (const { anchor } of essay.annotations.glossary) this.#pageOfAnchor.set(anchor, PAGES.glossary);
    for (const { anchor } of essay.annotations.timeline) this.#pageOfAnchor.set(anchor, PAGES.timeline);
    for (const { id } of text.bibliography) this.#pageOfAnchor.set(sourceAnchor(id), PAGES.sources);
    for (const { id, section } of essay.retiredAnchors)
      if (!this.#pageOfAnchor.has(id)) this.#pageOfAnchor.set(id, pageOfSection(section));
  }

  /** Where a link of the text leads: inside the book as far as it is in it, else on the site. */
  readonly #link = (href: string): string => {
    const { site, text } = this.#source;
    if (href.startsWith("#")) {
      const page = this.#pageOfAnchor.get(href.slice(1));
      return page === undefined ? href : `${page}${href}`;
    }
    if (!href.startsWith("/")) return href;
    const [route = "", fragment = ""] = href.slice(1).split("#");
    const anchor = fragment && this.#pageOfAnchor.get(fragment);
    if (anchor) return `${anchor}#${fragment}`;
    const section = text.sections.find(({ id }) => route === routes.section(text.language, id));
    if (section) return pageOfSection(section.id);
    return site === undefined ? PAGES.titlePage : `${site}${href.slice(1)}`;
  };

  #address(route: string): string | undefined {
    return this.#source.site === undefined ? undefined : `${this.#source.site}${route}`;
  }

  #sectionPage(section: Section, document: SectionDocument): Page {
    const { essay, text, figures } = this.#source;
    const { language } = text;
    const label = strings(language);
    const context: BookContext = {
      essayKind: this.#source.essay.kind,
      language,
      strings: label,
      link: this.#link,
      address: (anchor) => this.#address(`${routes.section(language, section.id)}#${anchor}`),
      image: (src) => {
        this.#images.add(src);
        return src;
      },
      figure: (id) => {
        const entry = essay.annotations.figures.find((one) => one.id === id);
        const drawn = figures[id];
        return entry && drawn && { entry, drawn };
      },
    };
    const body = renderDocument(document, bookRenderers(context));
    visit(body, "element", ({ properties }) => {
      if (typeof properties["id"] === "string" && !this.#pageOfAnchor.has(properties["id"]))
        this.#pageOfAnchor.set(properties["id"], pageOfSection(section.id));
    });
    const ordinal = sectionLabel(section, text.language);
    const title = [ordinal, section.title].filter(Boolean).join(" ");
    const heading = h("h1", { id: section.id }, [
      ...(ordinal ? [h("span", { className: "ordinal" }, ordinal), " "] : []),
      section.title,
      ...this.#titleMarks(notesOnTitle(section)),
    ]);
    const { textLanguage } = section;
    const words =
      textLanguage === undefined
        ? body.children
        : [
            h(
              "div",
              { lang: textLanguage, "xml:lang": textLanguage, dir: direction(textLanguage) },
              body.children as ElementContent[],
            ),
          ];
    const type = section.role ? digitalRole(section.role) : "chapter";
    return this.#page(pageOfSection(section.id), title, "bodymatter", [
      h("section", { "epub:type": type, role: `doc-${type}`, ariaLabelledBy: [section.id] }, [
        heading,
        ...(words as ElementContent[]),
        ...this.#notes(section),
      ]),
    ]);
  }

  #titleMarks(notes: readonly TitleNote[]): Element[] {
    const context = { strings: strings(this.#source.text.language), link: this.#link };
    return notes.map(({ note: { number, origin, anchor: target }, mark: { anchor } }) =>
      noteMark({ number, origin, anchor, target }, context),
    );
  }

  /** The notes of a section, each where a reading system finds it to open it in place; the way back comes first. */
  #notes({ notes }: Section): Element[] {
    const label = strings(this.#source.text.language);
    const groups = [
      { heading: label.notes, origin: "essay" },
      { heading: label.editorNotes, origin: "editor" },
    ]
      .map((group) => ({ ...group, list: notes.filter(({ origin }) => origin === group.origin) }))
      .filter(({ list }) => list.length > 0);
    return groups.map(({ heading, origin, list }) =>
      h("section", { "epub:type": "footnotes", className: ["notes", ...(origin === "editor" ? [EDITORS] : [])] }, [
        h("h2", heading),
        ...list.map((note) =>
          h("aside", { id: note.anchor, "epub:type": "footnote", role: "doc-footnote" }, [
            ...note.marks.slice(0, 1).map(({ anchor, paragraph, title }) => {
              const number = label.noteNumber(note.number, note.origin);
              return h(
                "a",
                {
                  className: "note-back",
                  href: title === "essay" ? this.#link(`#${anchor}`) : `#${anchor}`,
                  role: "doc-backlink",
                  // Its name begins with what is seen of it (WCAG 2.5.3).
                  ariaLabel: `${number}${label.separator}${this.#wayBack(paragraph)}`,
                },
                number,
              );
            }),
            ...this.#html(note.html),
          ]),
        ),
      ]),
    );
  }

  #wayBack(anchor: string): string {
    const label = strings(this.#source.text.language);
    const number = numberOfParagraph(this.#source.text, anchor);
    return number ? label.backToMark(number) : label.backToText;
  }

  /** @returns HTML that the build made itself, with its links leading inside the book */
  #html(html: string): ElementContent[] {
    const tree = fromHtml(html, { fragment: true });
    visit(tree, "element", ({ tagName, properties }) => {
      if (tagName === "a" && typeof properties["href"] === "string")
        properties["href"] = this.#link(properties["href"]);
      if (typeof properties["lang"] === "string") properties["xml:lang"] = properties["lang"];
    });
    return tree.children as ElementContent[];
  }

  #titlePage(): Page {
    const { text, record } = this.#source;
    return this.#page(PAGES.titlePage, record.title, "frontmatter", [
      h("section", { "epub:type": "titlepage", className: "title-page" }, [
        h("h1", [
          text.title,
          ...this.#titleMarks(notesOnEssayTitle(text)),
          ...(text.subtitle ? [h("span", { className: "subtitle" }, text.subtitle)] : []),
        ]),
        h("p", { className: "names" }, namesOf(record.authors, record.language)),
        ...(record.translators.length > 0
          ? [
              h(
                "p",
                { className: "names" },
                strings(text.language).translatedBy(namesOf(record.translators, record.language)),
              ),
            ]
          : []),
        ...(record.nature ? [h("p", record.nature)] : []),
        ...this.#html(text.sourceReference ? `<p>${text.sourceReference}</p>` : ""),
      ]),
    ]);
  }

  #listOfFigures(): Page {
    const { essay, text } = this.#source;
    const label = strings(text.language);
    return this.#page(PAGES.figures, label.listOfFigures, "backmatter", [
      h("section", { "epub:type": "loi", className: "figures" }, [
        h("h1", label.listOfFigures),
        h(
          "ul",
          essay.annotations.figures.map(({ anchor, number, title }) =>
            h("li", [
              h("a", { href: this.#link(`#${anchor}`) }, `${label.figure(number)} ${title[text.language] ?? ""}`),
            ]),
          ),
        ),
      ]),
    ]);
  }

  #glossary(): Page {
    const { essay, text } = this.#source;
    const { language } = text;
    const label = strings(language);
    const terms = groupTerms(essay.annotations.glossary, language).flatMap((group) => group.terms);
    return this.#page(PAGES.glossary, label.glossary, "backmatter", [
      h("section", { "epub:type": "glossary", role: "doc-glossary" }, [
        h("h1", label.glossary),
        h(
          "dl",
          terms.flatMap(({ anchor, term, reading, definition, uses }) => [
            h("dt", { id: anchor }, [
              h("dfn", term[language] ?? ""),
              ...(profileOf(language).isSortedByReading ? [h("span", { className: "reading" }, reading)] : []),
              ...otherLanguages(essay, language).map((other) =>
                h("span", { className: "elsewhere", lang: other, "xml:lang": other }, term[other] ?? ""),
              ),
            ]),
            h("dd", [h("p", definition[language] ?? ""), this.#uses(uses[language] ?? [])]),
          ]),
        ),
      ]),
    ]);
  }

  #uses(paragraphs: readonly string[]): Element {
    const { text } = this.#source;
    return h(
      "p",
      { className: "uses" },
      paragraphs.flatMap((anchor, index) => [
        ...(index > 0 ? [" "] : []),
        h("a", { href: this.#link(`#${anchor}`) }, `¶${numberOfParagraph(text, anchor)}`),
      ]),
    );
  }

  #timeline(): Page {
    const { essay, text } = this.#source;
    const { language } = text;
    const label = strings(language);
    return this.#page(PAGES.timeline, label.timeline, "backmatter", [
      h("section", [
        h("h1", label.timeline),
        h(
          "dl",
          essay.annotations.timeline.flatMap(({ anchor, date, end, text: words, paragraphs }) => [
            h("dt", { id: anchor }, formatPeriod(date, end, language)),
            h("dd", [h("p", words[language] ?? ""), this.#uses(paragraphs)]),
          ]),
        ),
      ]),
    ]);
  }

  #bibliography(): Page {
    const { text } = this.#source;
    const label = strings(text.language);
    return this.#page(PAGES.sources, label.bibliography, "backmatter", [
      h("section", { "epub:type": "bibliography", role: "doc-bibliography", className: "sources" }, [
        h("h1", label.bibliography),
        h(
          "ul",
          text.bibliography.map(({ id, listed, language }) =>
            h("li", { id: sourceAnchor(id), lang: language, "xml:lang": language }, this.#html(listed)),
          ),
        ),
      ]),
    ]);
  }

  #colophon(): Page {
    const { text, record } = this.#source;
    const label = strings(text.language);
    const address = this.#address(routes.cover(text.language));
    return this.#page(PAGES.colophon, label.about, "backmatter", [
      h("section", { "epub:type": "colophon", role: "doc-colophon" }, [
        h("h1", record.title),
        h("p", { className: "names" }, namesOf(record.authors, record.language)),
        ...(record.publisher ? [h("p", record.publisher)] : []),
        h("p", label.edition(record.version, formatDate(record.editionDate, text.language))),
        ...(record.licence
          ? [
              h("p", [
                `${label.licenceText} `,
                record.licence.url ? h("a", { href: record.licence.url }, record.licence.name) : record.licence.name,
              ]),
            ]
          : []),
        ...(address === undefined ? [] : [h("p", [h("a", { href: address }, address)])]),
      ]),
    ]);
  }

  /** A published address whose text is gone leads here too, to what took its place. */
  #addRetiredAnchors({ name, content }: Page): void {
    const retired = this.#source.essay.retiredAnchors.filter(({ section }) => pageOfSection(section) === name);
    const present = new Set<string>();
    const root: Root = { type: "root", children: [...content] };
    visit(root, "element", ({ properties }) => {
      if (typeof properties["id"] === "string") present.add(properties["id"]);
    });
    visit(root, "element", (element) => {
      const ids = retired
        .filter(({ id, successor }) => successor === element.properties["id"] && !present.has(id))
        .map(({ id }) => id);
      for (const id of ids) present.add(id);
      element.children.unshift(...ids.map((id) => h("span", { id })));
    });
  }

  #cover(): string {
    const { text, record } = this.#source;
    const cover = drawCover({
      language: text.language,
      title: text.title,
      subtitle: text.subtitle ?? "",
      names: namesOf(record.authors, record.language),
    });
    const xml = toXast({ type: "root", children: [cover] }, { space: "svg" }) as XmlRoot;
    return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(xml, { closeEmptyElements: true })}\n`;
  }

  #navigation(pages: readonly Page[]): Element[] {
    const { text } = this.#source;
    const label = strings(text.language);
    const titled = (section: Section): string =>
      [sectionLabel(section, text.language), section.title].filter(Boolean).join(" ");
    const under = (parent: string | undefined): ContentsEntry[] =>
      text.sections
        .filter((section) => section.parent === parent)
        .map((section) => ({ title: titled(section), href: pageOfSection(section.id), children: under(section.id) }));
    const after = pages.filter(({ type }) => type === "backmatter");
    const [first] = text.sections;
    return navigation(
      label.contents,
      [...under(undefined), ...after.map(({ name, title }) => ({ title, href: name, children: [] }))],
      [
        { type: "cover", title: label.cover, href: "cover.xhtml" },
        { type: "toc", title: label.contents, href: "nav.xhtml" },
        ...(first ? [{ type: "bodymatter", title: titled(first), href: pageOfSection(first.id) }] : []),
        ...after.flatMap(({ name, title }) => {
          const type = LANDMARKS[name];
          return type ? [{ type, title, href: name }] : [];
        }),
      ],
    );
  }

  #package(writing: Writing): string {
    const pages = this.#pages;
    const { essay, text, record, site } = this.#source;
    const items: ManifestItem[] = [
      { id: "nav", href: "nav.xhtml", mediaType: MEDIA["xhtml"] ?? "", properties: ["nav"] },
      ...pages.map(({ name, content }) => {
        const properties = [
          ...(contains(content, "svg") ? ["svg"] : []),
          ...(contains(content, "math") ? ["mathml"] : []),
        ];
        return { id: name.replace(".xhtml", ""), href: name, mediaType: MEDIA["xhtml"] ?? "", properties };
      }),
      { id: "style", href: "style.css", mediaType: MEDIA["css"] ?? "" },
      { id: "cover-image", href: "cover.svg", mediaType: MEDIA["svg"] ?? "", properties: ["cover-image"] },
      ...[...this.#images].map((href, index) => ({ id: `image-${index + 1}`, href, mediaType: mediaTypeOf(href) })),
    ];
    const has = (tagName: string) =>
      pages.some(({ name, content }) => name !== "cover.xhtml" && contains(content, tagName));
    return packageDocument(
      {
        identifier: urnOf(`${essay.id}/${text.language}/${writing}`),
        otherIdentifiers: [
          ...(record.identifiers.doi ? [`doi:${record.identifiers.doi}`] : []),
          ...(record.identifiers.isbn ? [`urn:isbn:${record.identifiers.isbn}`] : []),
          ...(site === undefined ? [] : [record.url]),
        ],
        title: text.title,
        subtitle: text.subtitle || undefined,
        language: text.language,
        creators: record.authors.map(({ name }) => agent(name, "aut")),
        contributors: [
          ...record.editors.map(({ name }) => agent(name, "edt")),
          ...record.translators.map(({ name }) => agent(name, "trl")),
        ],
        publisher: record.publisher || undefined,
        description: text.description || undefined,
        subjects: record.keywords,
        rights: [record.licence?.name, record.licence?.url].filter(Boolean).join(", ") || undefined,
        source: record.nature || undefined,
        date: record.editionDate,
        version: record.version,
        hasImages: has("svg") || has("img"),
        hasMathematics: has("math"),
        accessibilitySummary: strings(text.language).bookAccessibility,
        progression: writing === "vertical" || direction(text.language) === "rtl" ? "rtl" : "ltr",
        record: "citation.csl.json",
      },
      items,
      ["cover", "title-page", "nav", ...pages.slice(2).map(({ name }) => name.replace(".xhtml", ""))],
    );
  }
}

/** @returns a UUID made from a name (RFC 9562, version 5), so that a book keeps its identity through its editions */
function urnOf(name: string): string {
  const space = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");
  const bytes = createHash("sha1").update(space).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")}`;
}

/** @returns the names as a title page has them */
const namesOf = (credits: readonly Credit[], language: string): string =>
  listNames(
    credits.map(({ name }) => name),
    language,
  );

/** A catalogue files a person under the family name, a body under its own. */
const agent = (name: Name, role: string): Agent => ({ name: writeName(name), fileAs: sortedName(name), role });
