import type { ElementContent, Root } from "hast";
import { h } from "hastscript";
import type { Language } from "../essay/language.ts";
import { isEditorial } from "../essay/locators.ts";
import type { Essay, NoteOrigin } from "../essay/model.ts";
import type { Strings } from "../i18n/strings.ts";
import { visit } from "../markdown/visit.ts";
import type { Renderers } from "./render.ts";

/** What the components of a text without styles need to know of the essay. */
export interface TextContext {
  readonly essay: Essay;
  readonly language: Language;
  readonly strings: Strings;
  /** @returns what stands for a note's mark */
  readonly noteMark: (label: string, number: number, origin: NoteOrigin) => ElementContent;
  /** @returns where a link of the essay leads on the site */
  readonly link: (href: string) => string;
}

/** @returns what becomes of the essay's components where there are words only: paragraphs begin with their number */
export const textRenderers = ({ essay, language, strings, noteMark, link }: TextContext): Renderers => ({
  link,
  image: () => undefined,
  components: {
    Picture: ({ properties: { alt = "", credit = "" } }, children) => [
      ...(alt ? [h("p", `[${alt}]`)] : []),
      ...children,
      ...(credit ? [h("p", credit)] : []),
    ],
    Paragraph: ({ properties: { number = "" } }, children) => numbered(`¶${number} `, children),
    Quotation: (_component, children) => [h("blockquote", children)],
    Term: (_component, children) => children,
    NoteMark: ({ properties: { target = "", number = "", origin = "" } }) => [
      noteMark(target.replace(/^note-/u, ""), Number(number), origin as NoteOrigin),
    ],
    Figure: ({ properties: { id } }) => {
      const figure = essay.annotations.figures.find((one) => one.id === id);
      if (!figure) return [];
      return [
        h("p", [
          h("strong", strings.figure(figure.number)),
          ` ${figure.title[language] ?? ""}`,
          isEditorial("figure", essay.kind) ? ` (${strings.figureOfEditors})` : "",
        ]),
        h("p", figure.description[language] ?? ""),
      ];
    },
  },
});

/** Puts the number before the first words of a paragraph's blocks. */
function numbered(number: string, children: readonly ElementContent[]): ElementContent[] {
  const first = children.findIndex((child) => child.type === "element");
  return children.map((child, index) => {
    if (index !== first || child.type !== "element") return child;
    if (child.tagName === "p") return { ...child, children: [{ type: "text", value: number }, ...child.children] };
    return h("div", [h("p", number.trim()), child]);
  });
}

/**
 * Shows the parentheses around readings, which stand in ruby for whatever does not set them above the words
 * (HTML, 4.5.13 `rp`).
 *
 * @param document is changed
 */
export function showReadings(document: Root): Root {
  visit(document, "element", (element) => {
    if (element.tagName === "rp" || element.tagName === "rt") element.tagName = "span";
  });
  return document;
}
