import type { Nodes, Root } from "mdast";
import { closest } from "../../essay/closest.ts";
import type { Problem } from "../../essay/problem.ts";
import { FIGURE_COMPONENT, PARAGRAPH_COMPONENT } from "../../markdown/citation-units.ts";
import {
  EPIGRAPH_COMPONENT,
  PICTURE_COMPONENT,
  TABLE_COMPONENT,
  VERSE_COMPONENT,
} from "../../markdown/frame-blocks.ts";
import { BLOCK_COMPONENT } from "../../markdown/name-blocks.ts";
import { SKIP, visit } from "../../markdown/visit.ts";

/** The components that an author may write. */
const COMPONENTS: readonly string[] = [
  PARAGRAPH_COMPONENT,
  FIGURE_COMPONENT,
  "Quotation",
  PICTURE_COMPONENT,
  TABLE_COMPONENT,
  VERSE_COMPONENT,
  EPIGRAPH_COMPONENT,
  BLOCK_COMPONENT,
];

/**
 * Finds what MDX would run as a program, components that do not exist, and what other writers of Markdown know and this site
 * does not: a section is a text, and nothing in it comes out otherwise than it was meant without a word.
 *
 * @param text the whole file
 * @param file the path that an author is shown
 */
export function checkSyntax(tree: Root, text: string, file: string): Problem[] {
  const foreign = foreignSyntax(text, file);
  // What stands between dollar signs is one mistake, whatever MDX makes of its braces.
  const told = new Set(foreign.map(({ line }) => line));
  const problems: Problem[] = [...foreign];
  visit(tree, (node) => {
    // What stands in notes is checked with them.
    if (node.type === "footnoteDefinition") return SKIP;
    const line = node.position?.start.line;
    if (line !== undefined && told.has(line)) return undefined;
    for (const { what, how } of programs(node, text))
      problems.push({ file, line, column: node.position?.start.column, what, how });
    return undefined;
  });
  return problems;
}

function programs(node: Nodes, text: string): Pick<Problem, "what" | "how">[] {
  if (node.type === "mdxjsEsm")
    return [
      {
        what: "this line begins like a program (import or export)",
        how: "Take it out, or begin the paragraph with another word: a section holds text.",
      },
    ];
  if (node.type === "mdxTextExpression" || node.type === "mdxFlowExpression")
    return isComment(node.value)
      ? []
      : [
          {
            what: `“{${shorten(node.value)}}” would be run as a program`,
            how: "Write braces as \\{ and \\}; a comment stands between {/* and */}.",
          },
        ];
  if (node.type === "delete" && !sourceOf(node, text).startsWith("~~"))
    return [
      {
        what: `“${shorten(sourceOf(node, text))}” would be struck out`,
        how: "Write a tilde as \\~, or 〜 or – between numbers; words that are to be struck out stand between two, ~~so~~.",
      },
    ];
  if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return [];
  const name = node.name ?? "";
  const found: Pick<Problem, "what" | "how">[] = [];
  if (name === "" || (!/^\p{Lowercase}/u.test(name) && !COMPONENTS.includes(name))) {
    const meant = closest(name, COMPONENTS);
    found.push({
      what: `there is no component <${name}>`,
      how: meant
        ? `Did you mean <${meant}>?`
        : `Use one of ${COMPONENTS.map((one) => `<${one}>`).join(", ")} or an element of HTML; write a literal < as \\<.`,
    });
  }
  if (PROGRAMS.has(name))
    found.push({
      what: `<${name}> has no place in a text`,
      how: "Take it out: a page of the site runs and loads nothing of others.",
    });
  for (const attribute of node.attributes) {
    const key = attribute.type === "mdxJsxAttribute" ? attribute.name : "";
    if (attribute.type !== "mdxJsxAttribute" || (attribute.value !== null && typeof attribute.value === "object"))
      found.push({
        what: `an attribute of <${name}> stands in braces`,
        how: 'Write its value in quotation marks: lang="en".',
      });
    else if (/^on[a-z]/iu.test(key))
      found.push({ what: `“${key}” of <${name}> would run a program`, how: "Take it out." });
  }
  return found;
}

/** Elements that run or load something. */
const PROGRAMS = new Set(["script", "style", "iframe", "object", "embed", "link", "base", "form"]);

const isComment = (program: string): boolean => program.replaceAll(/\/\*[\s\S]*?\*\//gu, "").trim() === "";

const sourceOf = ({ position }: Nodes, text: string): string =>
  text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** What other writers of Markdown mean by certain signs, each with how to do without. */
const FOREIGN: readonly (Pick<Problem, "what" | "how"> & { readonly pattern: RegExp })[] = [
  {
    pattern: /\^\[/gu,
    what: "a note that stands in the text (^[…])",
    how: "Set a mark [^label] there, and define the note at the end of the file: [^label]: …",
  },
  {
    pattern: /^:{3,}/gu,
    what: "a block between colons (:::)",
    how: "Such blocks are not known here: use <Quotation>, or plain Markdown.",
  },
];

/** @returns what would come out as it stands, at its place; nothing is sought in code and in the frontmatter */
export function foreignSyntax(text: string, file: string): Problem[] {
  let fence: string | undefined;
  let isFrontmatter = text.startsWith("---\n");
  return text.split("\n").flatMap((line, index): Problem[] => {
    if (isFrontmatter) {
      if (index > 0 && line === "---") isFrontmatter = false;
      return [];
    }
    const mark = /^\s*(```+|~~~+)/u.exec(line)?.[1];
    if (mark && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
      return [];
    }
    if (fence !== undefined) return [];
    const words = line.replaceAll(/`[^`]*`/gu, (code) => " ".repeat(code.length));
    return FOREIGN.flatMap(({ pattern, what, how }) => {
      const match = [...words.matchAll(pattern)][0];
      return match
        ? [
            {
              file,
              line: index + 1,
              column: match.index + 1,
              what: `${what} is not supported: “${shorten(line.slice(match.index))}”`,
              how,
            },
          ]
        : [];
    });
  });
}

/** Elements without content, which HTML leaves open. */
const VOID = new Set(["area", "br", "col", "hr", "img", "input", "meta", "source", "track", "wbr"]);

/**
 * @param reason what the parser of MDX says
 * @param place where it stopped, from 1
 * @returns the same in an author's words
 */
export function explainSyntaxError(
  reason: string,
  place: { readonly line?: number | undefined; readonly column?: number | undefined },
  text: string,
): Pick<Problem, "what" | "how"> {
  const line = text.split("\n")[(place.line ?? 1) - 1] ?? "";
  const bracket = line.lastIndexOf("<", (place.column ?? 1) - 1);
  const from = bracket >= 0 ? line.slice(bracket) : line;
  const literal = "Write a literal < as \\<.";
  const unclosed = /closing tag for `<(?<name>[^>`\s]*)/u.exec(reason)?.groups?.["name"];
  if (unclosed !== undefined)
    return VOID.has(unclosed)
      ? { what: `<${unclosed}> is not closed`, how: `Write it as <${unclosed} />.` }
      : { what: `<${unclosed}> is not closed`, how: `Close it with </${unclosed}> in the same paragraph. ${literal}` };
  if (/closing (slash|tag)/u.test(reason))
    return {
      what: "a closing tag stands here without its opening one",
      how: `Take it out, or open it before. ${literal}`,
    };
  if (/expression|acorn|brace/iu.test(reason))
    return {
      what: "a brace stands here, and what follows it is no program",
      how: "Write braces as \\{ and \\}; a comment stands between {/* and */}.",
    };
  if (/before name|in name|after name/u.test(reason))
    return { what: `a < stands here (“${shorten(from)}”), and no tag follows it`, how: literal };
  if (/lazy/u.test(reason))
    return {
      what: "a tag or a brace goes on in a line that belongs to no quotation or list any more",
      how: "Begin the line as those before it.",
    };
  return {
    what: `this is not valid MDX: ${reason}`,
    how: `Close every tag that is opened. ${literal} Braces are \\{ and \\}.`,
  };
}
