import type { Element, ElementContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { h } from "hastscript";
import { termAnchor } from "../../essay/anchors.ts";
import type { FigureEntry } from "../../essay/annotations.ts";
import { EDITORS } from "../../essay/formats.ts";
import type { EssayKind } from "../../essay/kinds.ts";
import type { Language } from "../../essay/language.ts";
import { isEditorial } from "../../essay/locators.ts";
import type { NoteOrigin } from "../../essay/model.ts";
import { PAPER, withPlainColours } from "../../figures/colours.ts";
import type { DrawnFigure, TextTable } from "../../figures/figure.ts";
import type { Strings } from "../../i18n/strings.ts";
import { visit } from "../../markdown/visit.ts";
import type { Renderers } from "../render.ts";

/** What the components of a book need to know of the essay. */
export interface BookContext {
  readonly language: Language;
  readonly strings: Strings;
  readonly essayKind: EssayKind;
  /** Where a link of the text leads inside the book, or on the site. */
  readonly link: (href: string) => string;
  /** The public address of a paragraph; `undefined` where the site's address is not known. */
  readonly address: (anchor: string) => string | undefined;
  /** The path in the book of an image that a section has at this address. */
  readonly image: (src: string) => string;
  readonly figure: (id: string) => { readonly entry: FigureEntry; readonly drawn: DrawnFigure } | undefined;
}

/** @returns what becomes of the essay's components in a book: no chips, no `#`, notes that open in place */
export function bookRenderers(context: BookContext): Renderers {
  const { link, image } = context;
  return {
    link,
    image,
    components: {
      Paragraph: ({ properties: { number = "", anchor = "" } }, children) => [
        h("div", { id: anchor, className: "paragraph" }, [
          paragraphNumber(number, context.address(anchor)),
          ...children,
        ]),
      ],
      Quotation: ({ properties: { id } }, children) => [h("blockquote", { id }, children)],
      Term: ({ properties: { id = "", repeated } }, children) =>
        repeated === undefined ? [h("a", { className: "term", href: link(`#${termAnchor(id)}`) }, children)] : children,
      NoteMark: ({ properties: { number = "", origin = "", anchor = "", target = "" } }) => [
        noteMark({ number: Number(number), origin: origin as NoteOrigin, anchor, target }, context),
      ],
      Picture: ({ properties: { id, src = "", alt = "", credit } }, children) => [
        h("figure", { id }, [
          h("img", { src: image(src), alt }),
          ...(children.length > 0 || credit
            ? [h("figcaption", [...children, ...(credit ? [h("p", { className: "figure-source" }, credit)] : [])])]
            : []),
        ]),
      ],
      Figure: ({ properties: { id = "" } }) => {
        const found = context.figure(id);
        return found ? figure(found.entry, found.drawn, context) : [];
      },
    },
  };
}

/** @returns a note's mark, which a reading system opens in place */
export const noteMark = (
  { number, origin, anchor, target }: { number: number; origin: NoteOrigin; anchor: string; target: string },
  { strings, link }: Pick<BookContext, "strings" | "link">,
): Element =>
  h("sup", { className: ["note-mark", origin] }, [
    h(
      "a",
      {
        id: anchor,
        href: link(`#${target}`),
        "epub:type": "noteref",
        role: "doc-noteref",
        ariaLabel: strings.noteMark(number, origin),
      },
      strings.noteNumber(number, origin),
    ),
  ]);

const paragraphNumber = (number: string, address: string | undefined): Element =>
  h(address === undefined ? "span" : "a", { className: "paragraph-number", href: address }, `¶${number}`);

/** The figure, and after it its data: HTML lets nothing of a figure follow its caption. */
function figure(
  entry: FigureEntry,
  { drawings, tables }: DrawnFigure,
  { essayKind, language, strings }: BookContext,
): Element[] {
  // Where there are two drawings of the same for two widths, the narrow one fits a reading device.
  const drawn = drawings.filter((svg) => drawings.length === 1 || !/^<svg[^>]*class="[^"]*\bwide\b/u.test(svg));
  const [number, title] = [strings.figure(entry.number), entry.title[language] ?? ""];
  const isOfEditors = isEditorial("figure", essayKind);
  const className = isOfEditors ? EDITORS : undefined;
  return [
    h("figure", { id: entry.anchor, className }, [
      ...drawn.map((svg) =>
        h("div", { className: "drawing", role: "img", ariaLabel: entry.description[language] ?? "" }, plainSvg(svg)),
      ),
      h("figcaption", [
        h("p", { className: "figure-title" }, [h("b", number), ` ${title}`]),
        h("p", entry.caption[language] ?? ""),
        h(
          "p",
          { className: "figure-source" },
          [isOfEditors && `${strings.figureOfEditors}${strings.separator}`, entry.source[language]]
            .filter(Boolean)
            .join(""),
        ),
      ]),
    ]),
    ...tables.map((data) => table(data, `${number} ${title}`, className)),
  ];
}

/** What is an attribute since SVG 2 and only a property before it, which reading systems and their checkers go by. */
const SVG2_ATTRIBUTES: readonly string[] = ["paint-order", "vector-effect", "transform-origin", "mix-blend-mode"];

function plainSvg(svg: string): ElementContent[] {
  const tree = fromHtml(withPlainColours(svg, PAPER), { fragment: true });
  visit(tree, "element", ({ properties }) => {
    for (const name of SVG2_ATTRIBUTES) {
      const property = name.replaceAll(/-(.)/gu, (_hyphen, letter: string) => letter.toUpperCase());
      const value = properties[property];
      if (typeof value !== "string") continue;
      delete properties[property];
      properties["style"] = [properties["style"], `${name}: ${value}`].filter(Boolean).join("; ");
    }
  });
  return tree.children as ElementContent[];
}

const table = ({ head, rows }: TextTable, name: string, className: string | undefined): Element =>
  h("table", { className: ["figure-table", ...(className ? [className] : [])], ariaLabel: name }, [
    h("thead", [
      h(
        "tr",
        head.map((cell) => h("th", { scope: "col" }, cell)),
      ),
    ]),
    h(
      "tbody",
      rows.map(([first = "", ...cells]) =>
        h("tr", [h("th", { scope: "row" }, first), ...cells.map((cell) => h("td", cell))]),
      ),
    ),
  ]);
