import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRef } from "@cantoo/pdf-lib";

/**
 * Finds the pages to which a printed document leads.
 *
 * @param printed a file as a browser printed it
 * @returns the number of the page of each named destination, counted from 1
 */
export async function pagesOfDestinations(printed: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false });
  const numbers = new Map(pdf.getPages().map(({ ref }, index) => [ref.toString(), index + 1]));
  const pageOf = (destination: PDFObject): number | undefined => {
    const found = pdf.context.lookup(destination);
    const place = found instanceof PDFDict ? found.lookup(PDFName.of("D")) : found;
    const page = place instanceof PDFArray ? place.get(0) : undefined;
    return page instanceof PDFRef ? numbers.get(page.toString()) : undefined;
  };
  const named = pdf.catalog.lookupMaybe(PDFName.of("Dests"), PDFDict)?.entries() ?? [];
  return new Map(
    named.flatMap(([name, destination]) => {
      const page = pageOf(destination);
      return page === undefined ? [] : [[name.decodeText(), page] as const];
    }),
  );
}
