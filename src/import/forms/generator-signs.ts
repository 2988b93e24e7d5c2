import type { PhrasingContent, Root } from "mdast";
import { visit } from "unist-util-visit";
import { textElement } from "../../markdown/jsx.ts";
import { excerpt, type Findings } from "../findings.ts";
import { isAttributes } from "./pandoc.ts";

/** A key of a block over a text, with its value as text, or its values where it has several. */
export interface TypedKey {
  readonly key: string;
  readonly value: string | readonly string[];
}

const TOML_BLOCK = /^\+\+\+[ \t]*\n(?<inner>[\s\S]*?)\n\+\+\+[ \t]*(?=\n|$)/u;
const TOML_ENTRY = /^(?<key>[\w-]+|"[^"\n]+")[ \t]*=[ \t]*(?<value>\S.*)$/u;
const LONG_STRING = /"""(?:\\[\s\S]|[^\\])*?"""|'''[\s\S]*?'''/gu;
const TOML_STRING = /"""(?:\\[\s\S]|[^\\])*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'[^'\n]*'/gu;

/**
 * Reads the block between lines of `+++` in which Hugo and Zola say what a text is.
 *
 * @returns its keys, those of a table after the table's name, and the text with empty lines in its place; undefined where
 *   there is none
 */
export function takeToml(text: string): { source: string; keys: TypedKey[] } | undefined {
  const block = TOML_BLOCK.exec(text);
  if (!block) return undefined;
  const keys: TypedKey[] = [];
  let table = "";
  const lines = (block.groups?.["inner"] ?? "").split("\n");
  for (let index = 0; index < lines.length; index += 1) {
    let line = (lines[index] ?? "").trim();
    const head = /^\[+(?<name>[^\]]+)\]+/u.exec(line)?.groups?.["name"];
    if (head !== undefined) table = `${head.trim()}.`;
    const start = TOML_ENTRY.exec(line);
    if (!start) continue;
    // A list, and a string between three signs, may take several lines.
    while (isOpen(line.slice(line.indexOf("=") + 1)) && index + 1 < lines.length) {
      index += 1;
      line += `\n${lines[index]}`;
    }
    const value = line.slice(line.indexOf("=") + 1).trim();
    const strings = [...value.matchAll(TOML_STRING)].map(([string]) => plainString(string));
    const key = table + (start.groups?.["key"] ?? "").replaceAll('"', "");
    const bare = value.replaceAll(TOML_STRING, "").replace(/#.*$/u, "").trim();
    keys.push({ key, value: value.startsWith("[") ? strings : (strings[0] ?? bare) });
  }
  const blank = block[0].replaceAll(/[^\n]+/gu, "");
  return { source: blank + text.slice(block[0].length), keys };
}

function isOpen(value: string): boolean {
  if (/"""|'''/u.test(value.replaceAll(LONG_STRING, ""))) return true;
  const bare = value.replaceAll(TOML_STRING, "");
  return bare.split("[").length > bare.split("]").length;
}

const plainString = (string: string): string => {
  const long = /^(?:"""|''')/u.test(string);
  const inner = string.slice(long ? 3 : 1, long ? -3 : -1).replace(/^\n/u, "");
  return string.startsWith('"')
    ? inner
        .replaceAll(/\\u(?<hex>[\dA-Fa-f]{4})/gu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
        .replaceAll(/\\n/gu, "\n")
        .replaceAll(/\\t/gu, "\t")
        .replaceAll(/\\(?<sign>["\\])/gu, "$<sign>")
    : inner;
};

/** Code, in which such signs are the author's words. */
const CODE = /(```[\s\S]*?```|~~~[\s\S]*?~~~|`[^`\n]*`)/u;

const IMAGE_CALL = /^\{\{[<%][ \t]*(?:figure|img|image)[ \t][^\n]*\bsrc[ \t]*=/u;

/** Whether nothing else stands in the lines of a stretch of text. */
const isAlone = (whole: string, index: number, input: string): boolean =>
  /(?:^|\n)[ \t]*$/u.test(input.slice(0, index)) && /^[ \t]*(?:\n|$)/u.test(input.slice(index + whole.length));

const lineAt = (text: string, at: number): string => `line ${text.slice(0, at).split("\n").length}`;
const sameLines = (text: string): string => "\n".repeat(text.split("\n").length - 1);

/**
 * Reads what the programs that make sites of Markdown have their authors type (Hugo, Jekyll, Quarto, kramdown): calls of
 * programs, listings and images between such signs, attributes in lines of their own, places for a list of contents. What is
 * no word of the text is taken out and told with its line; what stands for words that are elsewhere stays, and is told as open.
 */
export function readGeneratorSigns(text: string, findings: Findings): string {
  const tell = (place: string, what: string, words: string) =>
    findings.leftOut.push({ place, text: `${what}: “${excerpt(words, 120)}”`, words });
  const everywhere = (source: string, pattern: RegExp, by: (match: RegExpMatchArray, place: string) => string) => {
    let position = 0;
    return source
      .split(CODE)
      .map((part, index) => {
        const start = position;
        position += part.length;
        if (index % 2 === 1) return part;
        return [...part.matchAll(pattern)].reduceRight((sum, match) => {
          const place = lineAt(source, start + match.index);
          return sum.slice(0, match.index) + by(match, place) + sum.slice(match.index + match[0].length);
        }, part);
      })
      .join("");
  };
  const stages: readonly (readonly [RegExp, (match: RegExpMatchArray, place: string) => string])[] = [
    [
      /\{\{[<%]?[ \t]*\/\*(?<inner>[\s\S]*?)\*\/[ \t]*[>%]?\}\}|\{%-?[ \t]*comment[ \t]*-?%\}(?<liquid>[\s\S]*?)\{%-?[ \t]*endcomment[ \t]*-?%\}/gu,
      ({ 0: whole, groups = {} }, place) => {
        tell(place, "a comment", groups["inner"] ?? groups["liquid"] ?? "");
        return sameLines(whole);
      },
    ],
    // A listing, by whichever sign: the fence has the lines of its tags.
    [
      /^[ \t]*(?:\{\{[<%][ \t]*highlight[ \t]+(?<hugo>[\w+-]+)[^\n]*?[>%]\}\}|\{%-?[ \t]*highlight[ \t]+(?<jekyll>[\w+-]+)[^\n]*?%\})[ \t]*\n(?<code>[\s\S]*?)\n[ \t]*(?:\{\{[<%][ \t]*\/highlight[ \t]*[>%]\}\}|\{%-?[ \t]*endhighlight[ \t]*-?%\})[ \t]*$/gmu,
      ({ groups = {} }) => `\`\`\`${groups["hugo"] ?? groups["jekyll"]}\n${groups["code"]}\n\`\`\``,
    ],
    [
      /\[(?<words>[^\][\n]*)\]\([ \t]*<?(?<call>\{\{[<%][^\n]*?[>%]\}\}|\{%[^\n]*?%\})[^)\n]*\)/gu,
      ({ groups = {} }, place) => {
        tell(place, `where “${excerpt(groups["words"] ?? "")}” led to`, groups["call"] ?? "");
        return groups["words"] ?? "";
      },
    ],
    // What a program would put in among words is missing there; in a line of its own it may be anything.
    [
      /\{\{[<%](?<hugo>[^\n]*?)[>%]\}\}|\{%-?(?<liquid>[^\n{}]*?)-?%\}|\{\{-?[ \t]*(?<value>[a-z_]+(?:\.[\w-]+)+(?:[ \t]*\|[^{}\n]*)?|[a-z_]+[ \t]*\|[^{}\n]*)[ \t]*-?\}\}/gu,
      ({ 0: whole, groups = {}, index = 0, input = "" }, place) => {
        const call = (groups["hugo"] ?? groups["liquid"] ?? groups["value"] ?? "").trim();
        if (IMAGE_CALL.test(whole)) return whole;
        if (
          !isAlone(whole, index, input) &&
          /^(?:var|meta|env|ref|relref|include)\b|^[a-z_]+(?:\.|[ \t]*\|)/u.test(call)
        ) {
          findings.open.push({
            place,
            text: `“${excerpt(whole, 80)}” stands for words that a program would put there: write them`,
          });
          return whole;
        }
        tell(place, "a call of a program; what it shows is not in this file", whole);
        return "";
      },
    ],
    [
      /^[ \t]*(?:[-*+1][.)]?[ \t]+[^\n]*\n[ \t]*\{:toc[^{}\n]*\}|\{:toc[^{}\n]*\}|\[\[?_?toc_?\]?\]|\{\{toc\}\}|<!--[ \t]*toc[ \t]*-->)[ \t]*$/gimu,
      ({ 0: whole }, place) => {
        tell(place, "the place of a list of contents, which the site makes by itself", whole.trim());
        return sameLines(whole);
      },
    ],
    [
      / ?\{\{toc(?::\d+(?:-\d+)?)?\}\}/giu,
      ({ 0: whole }, place) => {
        tell(place, "the place of a list of contents, which the site makes by itself", whole.trim());
        return "";
      },
    ],
    [
      /(?<=^[ \t>]*)\{:[ \t]*(?<inner>[^{}\n]*)\}[ \t]*$|(?<=[*_`)\]])\{:[ \t]*(?<span>[^{}\n]*)\}/gmu,
      ({ 0: whole, groups = {} }, place) => {
        if (!isAttributes((groups["inner"] ?? groups["span"] ?? "").replace(/:\s*/u, "#"))) return whole;
        tell(place, "it says how something looks or is called", whole.trim());
        return "";
      },
    ],
    // Last, as it alone may add lines.
    [
      /\{\{[<%][ \t]*(?:figure|img|image)[ \t]+(?<attributes>(?:[\w-]+[ \t]*=[ \t]*(?:"[^"\n]*"|`[^`\n]*`|[^\s"`>]+)[ \t]*)+)\/?[>%]\}\}/gu,
      ({ 0: whole, groups = {}, index = 0, input = "" }, place) => {
        const { src, alt, title, caption, ...rest } = attributesOf(groups["attributes"] ?? "");
        if (src === undefined) return whole;
        const others = Object.entries(rest).map(([key, value]) => `${key}="${value}"`);
        if (others.length > 0) tell(place, "how an image is shown", others.join(" "));
        const said = [title, caption].filter(Boolean).join(" ");
        const quoted = said === "" ? "" : ` "${said.replaceAll('"', '\\"')}"`;
        const image = `![${(alt ?? "").replaceAll(/[[\]]/gu, "\\$&")}](<${src}>${quoted})`;
        // Only an image that is a paragraph of its own has a caption.
        return isAlone(whole, index, input) ? image : `\n\n${image}\n\n`;
      },
    ],
  ];
  return stages.reduce((source, [pattern, by]) => everywhere(source, pattern, by), text);
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/(?<key>[\w-]+)[ \t]*=[ \t]*(?:"(?<double>[^"]*)"|`(?<raw>[^`]*)`|(?<bare>[^\s"`>]+))/gu)].map(
      ({ groups = {} }) => [groups["key"] ?? "", groups["double"] ?? groups["raw"] ?? groups["bare"] ?? ""],
    ),
  );

const ABBREVIATION = /^ {0,3}\*\[(?<short>[^\]\n]+)\]:[ \t]*(?<long>\S[^\n]*?)[ \t]*$/gmu;

/** Takes the lines out of a text that say what an abbreviation stands for: `*[HTML]: Hyper Text Markup Language`. */
export function takeAbbreviations(text: string): { source: string; abbreviations: ReadonlyMap<string, string> } {
  const abbreviations = new Map<string, string>();
  const source = text
    .split(CODE)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replaceAll(ABBREVIATION, (_whole, short: string, long: string) => {
            abbreviations.set(short, long);
            return "";
          }),
    )
    .join("");
  return { source, abbreviations };
}

/** Says of abbreviations, wherever the text has them, what they stand for; those that it does not have are told. */
export function markAbbreviations(tree: Root, abbreviations: ReadonlyMap<string, string>, findings: Findings): void {
  if (abbreviations.size === 0) return;
  const escaped = [...abbreviations.keys()]
    .sort((one, other) => other.length - one.length)
    .map((short) => short.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${escaped.join("|")})(?![\p{L}\p{N}])`, "gu");
  const used = new Set<string>();
  visit(tree, "text", (node, index, parent) => {
    if (!parent || index === undefined || parent.type === "heading" || parent.type === "mdxJsxTextElement")
      return undefined;
    const parts: PhrasingContent[] = [];
    let end = 0;
    for (const { 0: short, index: at } of node.value.matchAll(pattern)) {
      if (at > end) parts.push({ type: "text", value: node.value.slice(end, at) });
      parts.push(textElement("abbr", { title: abbreviations.get(short) ?? "" }, [{ type: "text", value: short }]));
      end = at + short.length;
      used.add(short);
    }
    if (end === 0) return undefined;
    if (end < node.value.length) parts.push({ type: "text", value: node.value.slice(end) });
    parent.children.splice(index, 1, ...parts);
    return index + parts.length;
  });
  for (const [short, long] of abbreviations)
    if (!used.has(short))
      findings.leftOut.push({
        place: "abbreviations",
        text: `“${short}” stands nowhere in the text: “${excerpt(long, 120)}”`,
        words: `${short} ${long}`,
      });
}
