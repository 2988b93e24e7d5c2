import type { Element, ElementContent, Properties } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { toString as hastText } from "hast-util-to-string";
import type { FootnoteDefinition, Html } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { toHast } from "mdast-util-to-hast";
import type { Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import { AS_OF_CLASS, dateOf, isAsOf } from "./as-of.ts";
import { type Citation, findCitations, type IsKnown } from "./citations.ts";
import { copyTree } from "./copy-tree.ts";
import { markDirections } from "./foreign-direction.ts";
import { MISSING_COMPONENT } from "./missing-note.ts";
import { replaceText } from "./replace-text.ts";
import { markUnbroken } from "./unbroken.ts";
import { withUpright } from "./upright.ts";

/** Formatters for the parts of a note that depend on the essay. */
interface NoteFormats {
  /** Formats a citation as HTML. */
  readonly citation: (citation: Pick<Citation, "works">) => string;
  /** See `findCitations`. */
  readonly isKnown?: IsKnown;
  /** Formats the day on which a note was checked (ISO 8601). */
  readonly asOf: (date: string) => string;
  /** Says that the note's text is missing; nothing is said where it is absent. */
  readonly missing?: string;
}

/** A rendered note. */
interface RenderedNote {
  /** Block elements, `<p>…</p>`. */
  readonly html: string;
  /** Plain text; blocks are separated by a line break. */
  readonly text: string;
  /** The words of each citation in it, in order. */
  readonly references: readonly string[];
}

/**
 * Renders the body of a note: Markdown, plain elements such as `<span lang="en">`, and citations.
 *
 * @param definition the note as parsed; it is not changed
 * @param language the language of the note
 * @param formats replace `[@id]` and an empty `<time>`
 */
export function renderNote(definition: FootnoteDefinition, language: Language, formats: NoteFormats): RenderedNote {
  const copy = copyTree(definition);
  const references: string[] = [];
  const { hasUprightRuns, isSpaced, punctuation } = profileOf(language);
  replaceText(copy, (text) =>
    findCitations(text, formats.isKnown).map((citation) => {
      const end = citation.offset + citation.length;
      // A full-width full stop has its space in itself (JLREQ 3.1.2); the line may end there all the same.
      const [space = ""] = (punctuation === "full-width" && /^\s*/u.exec(text.value.slice(end))) || [];
      return {
        start: citation.offset,
        end: end + space.length,
        node: { type: "html", value: `${formats.citation(citation)}${space && "<wbr>"}` },
      };
    }),
  );
  for (const block of isSpaced ? copy.children : []) markUnbroken({ type: "root", children: [block] }, language);
  const element = (node: MdxJsxTextElement | MdxJsxFlowElement, children: ElementContent[]): ElementContent =>
    node.name === MISSING_COMPONENT
      ? {
          type: "element",
          tagName: node.type === "mdxJsxFlowElement" ? "p" : "em",
          properties: { className: ["missing"] },
          children: [{ type: "text", value: formats.missing ?? "" }],
        }
      : isAsOf(node)
        ? dayOfCheck(node, [{ type: "text", value: formats.asOf(dateOf(node)) }])
        : plainElement(node, children);
  const tree = toHast(
    { type: "root", children: copy.children },
    {
      handlers: {
        html: (_state, node: Html) => {
          const citation = fromHtml(node.value, { fragment: true });
          references.push(hastText(citation));
          return citation.children as ElementContent[];
        },
        mdxJsxTextElement: (state, node: MdxJsxTextElement) => element(node, state.all(node)),
        mdxJsxFlowElement: (state, node: MdxJsxFlowElement) => element(node, state.all(node)),
      },
    },
  );
  const made = ("children" in tree ? tree.children : [tree]) as ElementContent[];
  const blocks = hasUprightRuns ? withUpright(made) : made;
  markDirections(blocks, language);
  return {
    html: toHtml({ type: "root", children: blocks }),
    text: blocks
      .filter((block) => block.type === "element")
      .map((block) => hastText(block))
      .join("\n"),
    references: references.filter(Boolean),
  };
}

/** @returns the day on which a note was checked, told from the days of which it speaks: it is none of its words */
function dayOfCheck(node: MdxJsxTextElement | MdxJsxFlowElement, children: ElementContent[]): Element {
  const element = plainElement(node, children);
  element.properties = { className: [AS_OF_CLASS], ...element.properties };
  return element;
}

/** @returns a tag of the author as an element, with its literal attributes */
function plainElement(node: MdxJsxTextElement | MdxJsxFlowElement, children: ElementContent[]): Element {
  const properties: Properties = {};
  for (const attribute of node.attributes) {
    if (attribute.type === "mdxJsxAttribute" && (typeof attribute.value === "string" || attribute.value == null))
      properties[attribute.name] = attribute.value ?? true;
  }
  return { type: "element", tagName: node.name ?? "span", properties, children };
}
