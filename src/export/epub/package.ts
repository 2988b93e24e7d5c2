import type { Element as HtmlElement } from "hast";
import { h } from "hastscript";
import type { Element } from "xast";
import { toXml } from "xast-util-to-xml";
import { x } from "xastscript";

/** A file that the publication lists. */
export interface ManifestItem {
  readonly id: string;
  readonly href: string;
  readonly mediaType: string;
  readonly properties?: readonly string[];
}

/** Somebody who has a part in the work. */
export interface Agent {
  readonly name: string;
  /** Name by which a catalogue files it. */
  readonly fileAs?: string | undefined;
  /** MARC relator code: `aut`, `edt`, `trl`. */
  readonly role: string;
}

/** What the package document says of the publication. */
export interface PackageMetadata {
  /** URN of this publication; the same in every edition. */
  readonly identifier: string;
  /** Others by which it is known, the address on the web among them. */
  readonly otherIdentifiers: readonly string[];
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly language: string;
  readonly creators: readonly Agent[];
  readonly contributors: readonly Agent[];
  readonly publisher: string | undefined;
  readonly description: string | undefined;
  readonly subjects: readonly string[];
  readonly rights: string | undefined;
  /** The work on which it rests, as a reference. */
  readonly source: string | undefined;
  /** ISO 8601 date of the edition. */
  readonly date: string;
  readonly version: string;
  readonly hasImages: boolean;
  readonly hasMathematics: boolean;
  /** What a reader who depends on it should know, in the publication's language. */
  readonly accessibilitySummary: string;
  readonly progression: "ltr" | "rtl";
  /** File of the work's citation data, in CSL-JSON. */
  readonly record: string | undefined;
}

/** @returns `package.opf` (EPUB 3.3, 5 Package document; EPUB Accessibility 1.1 for its accessibility metadata) */
export function packageDocument(
  metadata: PackageMetadata,
  manifest: readonly ManifestItem[],
  spine: readonly string[],
): string {
  const text = (name: string, value: string | undefined, attributes: Record<string, string> = {}): Element[] =>
    value ? [x(name, attributes, value)] : [];
  const meta = (property: string, value: string | undefined, attributes: Record<string, string> = {}): Element[] =>
    text("meta", value, { property, ...attributes });
  const agents = (name: string, list: readonly Agent[]): Element[] =>
    list.flatMap((agent, index) => {
      const id = `${name.replace("dc:", "")}-${index + 1}`;
      return [
        x(name, { id }, agent.name),
        ...meta("role", agent.role, { refines: `#${id}`, scheme: "marc:relators" }),
        ...meta("file-as", agent.fileAs, { refines: `#${id}` }),
      ];
    });
  const visual = metadata.hasImages;
  const features = [
    "tableOfContents",
    "readingOrder",
    "structuralNavigation",
    "displayTransformability",
    "ARIA",
    ...(visual ? ["alternativeText", "longDescription"] : []),
    ...(metadata.hasMathematics ? ["MathML"] : []),
  ];
  const tree = x(
    "package",
    {
      xmlns: "http://www.idpf.org/2007/opf",
      version: "3.0",
      "unique-identifier": "identifier",
      "xml:lang": metadata.language,
      prefix:
        "schema: http://schema.org/ dcterms: http://purl.org/dc/terms/ a11y: http://www.idpf.org/epub/vocab/package/a11y/#",
    },
    [
      x("metadata", { "xmlns:dc": "http://purl.org/dc/elements/1.1/" }, [
        x("dc:identifier", { id: "identifier" }, metadata.identifier),
        ...metadata.otherIdentifiers.flatMap((value) => text("dc:identifier", value)),
        x("dc:title", { id: "title" }, metadata.title),
        ...meta("title-type", "main", { refines: "#title" }),
        ...(metadata.subtitle
          ? [
              x("dc:title", { id: "subtitle" }, metadata.subtitle),
              ...meta("title-type", "subtitle", { refines: "#subtitle" }),
            ]
          : []),
        x("dc:language", metadata.language),
        ...agents("dc:creator", metadata.creators),
        ...agents("dc:contributor", metadata.contributors),
        ...text("dc:publisher", metadata.publisher),
        ...text("dc:description", metadata.description),
        ...metadata.subjects.flatMap((subject) => text("dc:subject", subject)),
        ...text("dc:rights", metadata.rights),
        ...text("dc:source", metadata.source),
        x("dc:date", metadata.date),
        // The same for every build of one edition.
        ...meta("dcterms:modified", `${metadata.date}T00:00:00Z`),
        ...meta("schema:version", metadata.version),
        ...meta("schema:accessMode", "textual"),
        ...(visual ? meta("schema:accessMode", "visual") : []),
        ...meta("schema:accessModeSufficient", "textual"),
        ...features.flatMap((feature) => meta("schema:accessibilityFeature", feature)),
        ...meta("schema:accessibilityHazard", "none"),
        ...meta("schema:accessibilitySummary", metadata.accessibilitySummary),
        ...(metadata.record
          ? [
              x("link", {
                rel: "record",
                href: metadata.record,
                "media-type": "application/vnd.citationstyles.csl+json",
              }),
            ]
          : []),
      ]),
      x(
        "manifest",
        manifest.map(({ id, href, mediaType, properties = [] }) =>
          x("item", {
            id,
            href,
            "media-type": mediaType,
            ...(properties.length > 0 && { properties: properties.join(" ") }),
          }),
        ),
      ),
      x(
        "spine",
        { "page-progression-direction": metadata.progression },
        spine.map((idref) => x("itemref", { idref })),
      ),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree, { closeEmptyElements: true })}\n`;
}

/** An entry of the table of contents, in plain text: reading systems drop or double ruby there. */
export interface ContentsEntry {
  readonly title: string;
  readonly href: string;
  readonly children: readonly ContentsEntry[];
}

/** A place that a reading system offers by its role. */
export interface Landmark {
  readonly type: string;
  readonly title: string;
  readonly href: string;
}

/** @returns the content of the navigation document (EPUB 3.3, 7) */
export function navigation(
  title: string,
  entries: readonly ContentsEntry[],
  landmarks: readonly Landmark[],
): HtmlElement[] {
  const list = (some: readonly ContentsEntry[]): HtmlElement =>
    h(
      "ol",
      some.map((entry) =>
        h("li", [
          h("a", { href: entry.href }, entry.title),
          ...(entry.children.length > 0 ? [list(entry.children)] : []),
        ]),
      ),
    );
  return [
    h("nav", { "epub:type": "toc", role: "doc-toc", ariaLabelledBy: ["contents"] }, [
      h("h1", { id: "contents" }, title),
      list(entries),
    ]),
    h("nav", { "epub:type": "landmarks", hidden: true, ariaLabel: title }, [
      h(
        "ol",
        landmarks.map(({ type, title: words, href }) => h("li", [h("a", { "epub:type": type, href }, words)])),
      ),
    ]),
  ];
}
