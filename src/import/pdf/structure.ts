import type { PDFPageProxy } from "pdfjs-dist/types/src/display/api.d.ts";

/** An element of a tagged PDF's structure that holds running text. */
export interface StructureElement {
  readonly index: number;
  /** Its depth where it is a heading. */
  readonly heading: number | undefined;
  readonly isQuotation: boolean;
  readonly isCaption: boolean;
  /** Which entry of the page's lists it belongs to. */
  readonly entry: number | undefined;
  /** Where it is a cell: which table, row and cell of it. */
  readonly cell:
    | { readonly table: number; readonly row: number; readonly column: number; readonly isHeader: boolean }
    | undefined;
}

interface StructureNode {
  readonly role?: string;
  readonly children?: readonly (StructureNode | { readonly type: string; readonly id: string })[];
}

/** Elements in which text runs on: their parts are no blocks of their own. */
const INLINE = new Set([
  "Span",
  "Link",
  "Em",
  "Strong",
  "Quote",
  "Code",
  "Reference",
  "Annot",
  "Ruby",
  "RB",
  "RT",
  "RP",
  "Sub",
  "Lbl",
  "BibEntry",
  "NonStruct",
  "WT",
  "WP",
  "Warichu",
]);

/** @returns the structure's elements that the page shows, and which one a piece of marked content belongs to */
export async function structureOf(
  page: PDFPageProxy,
): Promise<{ elements: StructureElement[]; ofContent: ReadonlyMap<string, number> }> {
  const elements: StructureElement[] = [];
  const ofContent = new Map<string, number>();
  let tree: StructureNode | null = null;
  try {
    tree = (await page.getStructTree()) as StructureNode | null;
  } catch {
    // A broken structure is none.
  }
  if (!tree) return { elements, ofContent };
  let tables = 0;
  let entries = 0;
  type State = {
    quotation: boolean;
    caption: boolean;
    entry?: number;
    table?: number;
    row?: { index: number; cells: number };
    rows?: { count: number };
    cell?: StructureElement["cell"];
  };
  const walk = (node: StructureNode, state: State, current: number | undefined): void => {
    const role = node.role ?? "";
    const inner: State = { ...state };
    if (role === "BlockQuote") inner.quotation = true;
    if (role === "Caption") inner.caption = true;
    if (role === "LI") {
      inner.entry = entries;
      entries += 1;
    }
    if (role === "Table") {
      inner.table = tables;
      tables += 1;
      inner.rows = { count: 0 };
    }
    if (role === "TR" && inner.rows) {
      inner.row = { index: inner.rows.count, cells: 0 };
      inner.rows.count += 1;
    }
    if ((role === "TD" || role === "TH") && inner.table !== undefined && inner.row) {
      inner.cell = { table: inner.table, row: inner.row.index, column: inner.row.cells, isHeader: role === "TH" };
      inner.row.cells += 1;
    }
    let own = current;
    for (const child of node.children ?? []) {
      if ("type" in child && child.type === "content") {
        if (own === undefined || !INLINE.has(role)) {
          if (own === undefined || own === current) {
            own = elements.length;
            const heading = /^H([1-6])$/u.exec(role)?.[1];
            elements.push({
              index: own,
              heading: heading ? Number(heading) : role === "Title" ? 1 : undefined,
              isQuotation: inner.quotation,
              isCaption: inner.caption,
              entry: inner.entry,
              cell: inner.cell,
            });
          }
        }
        ofContent.set(child.id, own);
      } else if ("role" in child || "children" in child) {
        // Text of inline parts is their block's: the block begins with its first part.
        if (own === undefined || own === current) {
          const isBlock = !INLINE.has(role) && role !== "" && hasInline(child as StructureNode);
          if (isBlock) {
            own = elements.length;
            const heading = /^H([1-6])$/u.exec(role)?.[1];
            elements.push({
              index: own,
              heading: heading ? Number(heading) : undefined,
              isQuotation: inner.quotation,
              isCaption: inner.caption,
              entry: inner.entry,
              cell: inner.cell,
            });
          }
        }
        walk(child as StructureNode, inner, INLINE.has((child as StructureNode).role ?? "") ? own : undefined);
      }
    }
  };
  walk(tree, { quotation: false, caption: false }, undefined);
  return { elements, ofContent };
}

const hasInline = (node: StructureNode): boolean => INLINE.has(node.role ?? "");
