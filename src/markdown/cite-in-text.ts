import type { Nodes, PhrasingContent, Root } from "mdast";
import { sourceAnchor } from "../essay/anchors.ts";
import type { ShortCitation } from "../essay/cited-place.ts";
import type { Language } from "../essay/language.ts";
import { profileOf } from "../essay/language-profile.ts";
import { type Citation, type CitedWork, findTextCitations, type IsKnown } from "./citations.ts";
import { textElement } from "./jsx.ts";
import { replaceText } from "./replace-text.ts";
import { visit } from "./visit.ts";

/** How a language sets a citation: its parentheses, what parts two works, what stands after a name and a comma. */
interface Punctuation {
  readonly open: string;
  readonly close: string;
  readonly between: string;
  readonly space: string;
  readonly comma: string;
}

/** Full-width where text is set without spaces between words (JLREQ 3.1; CLREQ 3.1.2). */
const FULL_WIDTH: Punctuation = { open: "（", close: "）", between: "；", space: "", comma: "、" };
const HALF_WIDTH: Punctuation = { open: "(", close: ")", between: "; ", space: " ", comma: ", " };

const punctuationOf = (language: Language): Punctuation =>
  profileOf(language).punctuation === "full-width" ? FULL_WIDTH : HALF_WIDTH;

/** @returns whether the text itself cites, its notes left aside */
export const citesInText = (tree: Root, isKnown: IsKnown): boolean => findTextCitations(tree, isKnown).length > 0;

/**
 * Writes out the citations in the text by author and date, each work a link to the bibliography: `(James 1902, 9)`, and
 * where the author stands in the sentence, `James (1902, 9)`. Notes are left as they are.
 *
 * @param tree is changed; what has been written out is not found again
 */
export function citeInText(tree: Root, language: Language, short: ShortCitation, isKnown: IsKnown): void {
  const punctuation = punctuationOf(language);
  const write = (citation: Citation) => textElement("span", { class: "citation" }, words(citation, punctuation, short));
  replaceText(
    tree,
    (text) =>
      findTextCitations(text, isKnown).map((citation) => ({
        start: citation.offset,
        end: citation.offset + citation.length,
        node: write(citation),
      })),
    // A link holds no other link.
    ({ type }) => type === "footnoteDefinition" || type === "link",
  );
}

function words(
  { works, isNarrative }: Citation,
  { open, close, between, space, comma }: Punctuation,
  short: ShortCitation,
): PhrasingContent[] {
  const link = ({ id }: CitedWork, value: string): PhrasingContent => ({
    type: "link",
    url: `#${sourceAnchor(id)}`,
    children: [{ type: "text", value }],
  });
  const text = (value: string): PhrasingContent => ({ type: "text", value });
  const after = ({ place: { suffix } }: CitedWork) => (suffix ? [text(`${comma}${suffix}`)] : []);
  const [first] = works;
  if (isNarrative && first) {
    const { locator } = first.place;
    return [
      text(`${short(first.id, "author")}${space}${open}`),
      link(first, short(first.id, "date", locator)),
      ...after(first),
      text(close),
    ];
  }
  return [
    text(open),
    ...works.flatMap((work, index) => {
      const { locator } = work.place;
      return [
        ...(index > 0 ? [text(between)] : []),
        ...(work.prefix ? [text(`${work.prefix}${space}`)] : []),
        link(work, short(work.id, work.withoutAuthor ? "date" : "both", locator)),
        ...after(work),
      ];
    }),
    text(close),
  ];
}

/** @returns the ids of the sources to which a block's words lead, in order */
export function textSources(block: Nodes): string[] {
  const start = `#${sourceAnchor("")}`;
  const found = new Set<string>();
  visit(block, "link", ({ url }) => {
    if (url.startsWith(start)) found.add(url.slice(start.length));
  });
  return [...found];
}
