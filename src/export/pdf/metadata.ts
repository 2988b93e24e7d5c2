import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFString,
} from "@cantoo/pdf-lib";
import type { Element } from "xast";
import { toXml } from "xast-util-to-xml";
import { x } from "xastscript";
import { writeName } from "../../citation/names.ts";
import type { CitationRecord } from "../../citation/record.ts";

/** What a PDF file says of itself besides its pages. */
export interface PdfDescription {
  readonly record: CitationRecord;
  /** Whether pages are turned from left to right, as a reader of two pages at once sees them. */
  readonly isTurnedRight: boolean;
  /** The public address; `undefined` where it is not known. */
  readonly address: string | undefined;
  /** What each drawing shows, in the order of the pages, for who cannot see it. */
  readonly drawings: readonly string[];
}

/**
 * Adds what a browser leaves out of a PDF file that it prints: title, authors, language and licence for readers and
 * catalogues (XMP), the title in the window, the side on which the next page lies.
 *
 * @param printed a file as a browser printed it
 */
export async function describePdf(printed: Uint8Array, description: PdfDescription): Promise<Uint8Array> {
  const { record, isTurnedRight } = description;
  const pdf = await PDFDocument.load(printed, { updateMetadata: false });
  const date = new Date(`${record.editionDate}T00:00:00Z`);
  pdf.setTitle(record.title, { showInWindowTitleBar: true });
  pdf.setAuthor(namesOf(record).join("; "));
  pdf.setSubject(record.description);
  pdf.setKeywords([...record.keywords]);
  pdf.setLanguage(record.language);
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  nameDestinations(pdf);
  describeDrawings(pdf, description.drawings);
  if (isTurnedRight) preferences(pdf).set(PDFName.of("Direction"), PDFName.of("R2L"));
  pdf.catalog.set(PDFName.of("Metadata"), metadataStream(pdf.context, xmp(description)));
  return pdf.save({ useObjectStreams: false });
}

/**
 * Lists the named destinations as PDF has had it since version 1.2 too (ISO 32000-1, 12.3.2.3), which some readers look in
 * alone; a browser writes the older dictionary, and its own links go by that.
 */
function nameDestinations(pdf: PDFDocument): void {
  const found = pdf.catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  if (!found) return;
  const named = found
    .entries()
    .map(([name, place]) => [name.decodeText(), place] as const)
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const [first, last] = [named[0]?.[0], named.at(-1)?.[0]];
  if (first === undefined || last === undefined) return;
  const leaf = pdf.context.obj({
    Names: named.flatMap(([name, place]) => [PDFString.of(name), place]),
    Limits: [PDFString.of(first), PDFString.of(last)],
  });
  pdf.catalog.set(
    PDFName.of("Names"),
    pdf.context.obj({ Dests: pdf.context.register(pdf.context.obj({ Kids: [pdf.context.register(leaf)] })) }),
  );
}

/**
 * Says what drawings show: a browser tags a figure, and leaves out the words of what is drawn in it. Pictures have theirs
 * from their `alt`. Where there are not as many figures without words as drawings, none is told of another.
 */
function describeDrawings(pdf: PDFDocument, drawings: readonly string[]): void {
  const silent: PDFDict[] = [];
  const waiting: (PDFObject | undefined)[] = [pdf.catalog.lookup(PDFName.of("StructTreeRoot"))];
  while (waiting.length > 0) {
    const element = pdf.context.lookup(waiting.pop());
    if (element instanceof PDFArray) waiting.push(...element.asArray().toReversed());
    if (!(element instanceof PDFDict)) continue;
    const isFigure = element.get(PDFName.of("S")) === PDFName.of("Figure");
    if (isFigure && !element.has(PDFName.of("Alt"))) silent.push(element);
    else waiting.push(element.get(PDFName.of("K")));
  }
  if (silent.length !== drawings.length) return;
  silent.forEach((figure, index) => {
    figure.set(PDFName.of("Alt"), PDFHexString.fromText(drawings[index] ?? ""));
  });
}

function preferences(pdf: PDFDocument): PDFDict {
  const found = pdf.catalog.lookupMaybe(PDFName.of("ViewerPreferences"), PDFDict);
  if (found) return found;
  const made = pdf.context.obj({});
  pdf.catalog.set(PDFName.of("ViewerPreferences"), made);
  return made;
}

const metadataStream = (context: PDFContext, xml: string) =>
  context.register(context.stream(new TextEncoder().encode(xml), { Type: "Metadata", Subtype: "XML" }));

const namesOf = ({ authors }: CitationRecord): string[] => authors.map(({ name }) => writeName(name));

/** @returns the description as an XMP packet (ISO 16684-1), Dublin Core above all */
function xmp({ record, address }: PdfDescription): string {
  const lines = (name: string, kind: "Seq" | "Bag", values: readonly string[]): Element[] =>
    values.length > 0
      ? [
          x(name, [
            x(
              `rdf:${kind}`,
              values.map((value) => x("rdf:li", value)),
            ),
          ]),
        ]
      : [];
  const worded = (name: string, value: string | undefined): Element[] =>
    value
      ? [
          x(name, [
            x("rdf:Alt", [
              x("rdf:li", { "xml:lang": "x-default" }, value),
              x("rdf:li", { "xml:lang": record.language }, value),
            ]),
          ]),
        ]
      : [];
  const single = (name: string, value: string | undefined): Element[] => (value ? [x(name, value)] : []);
  const tree = x("x:xmpmeta", { "xmlns:x": "adobe:ns:meta/" }, [
    x("rdf:RDF", { "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#" }, [
      x(
        "rdf:Description",
        {
          "rdf:about": "",
          "xmlns:dc": "http://purl.org/dc/elements/1.1/",
          "xmlns:xmp": "http://ns.adobe.com/xap/1.0/",
          "xmlns:prism": "http://prismstandard.org/namespaces/basic/2.0/",
          "xmlns:xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
        },
        [
          ...worded("dc:title", record.title),
          ...lines("dc:creator", "Seq", namesOf(record)),
          ...lines(
            "dc:contributor",
            "Bag",
            [...record.editors, ...record.translators].map(({ name }) => writeName(name)),
          ),
          ...lines("dc:language", "Bag", [record.language]),
          ...worded("dc:description", record.description),
          ...lines("dc:subject", "Bag", record.keywords),
          ...lines("dc:publisher", "Bag", record.publisher ? [record.publisher] : []),
          ...lines("dc:date", "Seq", [record.editionDate]),
          ...worded("dc:rights", record.licence?.name),
          ...single("xmpRights:WebStatement", record.licence?.url),
          ...single("dc:identifier", record.identifiers.doi ? `doi:${record.identifiers.doi}` : address),
          ...single("dc:format", "application/pdf"),
          ...single("prism:doi", record.identifiers.doi),
          ...single("prism:url", address),
          ...single("prism:versionIdentifier", record.version),
          ...single("xmp:CreateDate", record.editionDate),
          ...single("xmp:ModifyDate", record.editionDate),
        ],
      ),
    ]),
  ]);
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${toXml(tree)}\n<?xpacket end="w"?>`;
}
