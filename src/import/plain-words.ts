import type { Nodes } from "mdast";

/**
 * All the words of a tree in their order, readings too: what must come through an import.
 * Brackets that stand where ruby cannot be shown, and the numbers of notes, are no words.
 */
export function wordsOf(node: Nodes): string {
  switch (node.type) {
    case "footnoteReference":
    case "yaml":
    case "definition":
    case "thematicBreak":
      return "";
    case "break":
      return "\n";
    case "text":
    case "inlineCode":
    case "code":
      return node.value;
    case "image":
      return "";
    default:
      if ("name" in node && node.name === "rp") return "";
      if ("name" in node && node.name === "math") return "children" in node ? node.children.map(wordsOf).join("") : "";
      if (!("children" in node)) return "value" in node && (node.type as string).includes("ath") ? node.value : "";
      return node.children.map((child) => wordsOf(child as Nodes)).join(isContainer(node) ? "\n" : "");
  }
}

/** A title as plain text, which has no ruby. */
export interface TitleWords {
  /** Each reading stands in brackets behind its base. */
  readonly words: string;
  /** The words without their readings. */
  readonly base: string;
  readonly readings: readonly string[];
}

/** @returns the words of a heading as those of a title */
export function titleWords(heading: Nodes): TitleWords {
  const readings: string[] = [];
  const say = (node: Nodes, withReadings: boolean): string => {
    if ("name" in node && node.name === "rt") {
      const reading = tidy(wordsOf(node));
      if (!withReadings || reading === "") return "";
      readings.push(reading);
      return `（${reading}）`;
    }
    if (!("children" in node) || ("name" in node && node.name === "rp")) return wordsOf(node);
    return node.children.map((child) => say(child as Nodes, withReadings)).join("");
  };
  return { words: tidy(say(heading, true)), base: tidy(say(heading, false)), readings };
}

const tidy = (words: string): string => words.replaceAll(/\s+/gu, " ").trim();

/** @returns a title's words as `wordsOf` has them: brackets around readings are none */
export function withoutBrackets(title: string, readings: readonly string[]): string {
  let words = title;
  let from = 0;
  for (const reading of readings) {
    const at = words.indexOf(`（${reading}）`, from);
    if (at < 0) continue;
    words = words.slice(0, at) + reading + words.slice(at + reading.length + 2);
    from = at + reading.length;
  }
  return words;
}

/** @returns a title without the readings that stand in brackets in it */
export const withoutReadings = (title: string, readings: readonly string[]): string =>
  readings.reduce((words, reading) => words.replace(`（${reading}）`, ""), title);

const isContainer = ({ type }: Nodes): boolean =>
  ["root", "blockquote", "list", "listItem", "table", "tableRow", "footnoteDefinition", "mdxJsxFlowElement"].includes(
    type,
  );
