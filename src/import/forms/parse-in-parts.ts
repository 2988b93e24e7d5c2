import type { Root, RootContent } from "mdast";
import { visit } from "unist-util-visit";

/** About how long a part is, in characters: the parser's memory grows with it, and its first part may hold metadata. */
const PART = 1 << 16;

const FENCE = /^ {0,3}(?<marks>`{3,}|~{3,})/u;
/** HTML that ends where its own end is, whatever empty lines stand in it (CommonMark 4.6, kinds 1 to 5). */
const RAW: readonly { begins: RegExp; ends: RegExp }[] = [
  { begins: /^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/iu, ends: /<\/(?:script|pre|style|textarea)>/iu },
  { begins: /^ {0,3}<!--/u, ends: /-->/u },
  { begins: /^ {0,3}<\?/u, ends: /\?>/u },
  { begins: /^ {0,3}<!\[CDATA\[/u, ends: /\]\]>/u },
  { begins: /^ {0,3}<![a-z]/iu, ends: />/u },
];
/** What begins a block of its own at a line's beginning after an empty line, whatever was before it. */
const BEGINS_BLOCK = /^(?:\p{L}|#{1,6} )/u;

interface Part {
  readonly text: string;
  /** Lines before it. */
  readonly line: number;
}

/** Parts a text between blocks, so that each part is read as it would be in the whole. */
function partsOf(source: string, size: number): Part[] {
  if (source.length <= size) return [{ text: source, line: 0 }];
  const parts: Part[] = [];
  let [start, startLine, position, line] = [0, 0, 0, 0];
  let close: RegExp | undefined;
  let isAfterEmpty = false;
  while (position < source.length) {
    const end = source.indexOf("\n", position);
    const next = end < 0 ? source.length : end + 1;
    const row = source.slice(position, end < 0 ? undefined : end);
    if (close) {
      if (close.test(row)) close = undefined;
    } else {
      if (isAfterEmpty && position - start >= size && BEGINS_BLOCK.test(row)) {
        parts.push({ text: source.slice(start, position), line: startLine });
        [start, startLine] = [position, line];
      }
      const marks = FENCE.exec(row)?.groups?.["marks"];
      const raw = RAW.find(({ begins }) => begins.test(row));
      if (marks) close = new RegExp(`^ {0,3}${marks[0]}{${marks.length},}\\s*$`, "u");
      else if (raw && !raw.ends.test(row.replace(/^\s*<!--/u, ""))) close = raw.ends;
    }
    isAfterEmpty = row.trim() === "";
    position = next;
    line += 1;
  }
  parts.push({ text: source.slice(start), line: startLine });
  return parts;
}

const normal = (label: string): string => label.replaceAll(/\s+/gu, " ").trim().toLowerCase();

/** Labels of the links and notes that a text defines. */
const definedIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/^ {0,3}\[(?<label>[^\]\n]+)\]:/gmu)].map(({ groups }) => normal(groups?.["label"] ?? "")));

/**
 * Parses a long text part by part: what the parser needs beside its tree grows with the text, in time and in memory.
 * A part is told of the definitions that stand in others.
 *
 * @param parse a parser of Markdown
 * @param progress is told how many characters of how many are read
 * @param size how long a part is at least
 */
export function parseInParts(
  source: string,
  parse: (text: string) => Root,
  progress: (done: number, all: number) => void = () => undefined,
  size = PART,
): Root {
  const parts = partsOf(source, size);
  const [only] = parts;
  if (only && parts.length === 1) return parse(only.text);
  const defined = definedIn(source);
  const children: RootContent[] = [];
  let done = 0;
  for (const { text, line } of parts) {
    const own = definedIn(text);
    const used = new Set(
      [...text.matchAll(/\[(?<label>[^[\]\n]+)\]/gu)].map(({ groups }) => normal(groups?.["label"] ?? "")),
    );
    const elsewhere = [...used].filter((label) => defined.has(label) && !own.has(label));
    const tree = parse(`${text}\n\n${elsewhere.map((label) => `[${label}]: #\n\n`).join("")}`);
    const kept = tree.children.filter(({ position }) => (position?.start.offset ?? 0) < text.length);
    if (line > 0)
      visit({ type: "root", children: kept } as Root, ({ type, position }) => {
        if (type === "root" || !position) return;
        position.start.line += line;
        position.end.line += line;
      });
    for (const child of kept) children.push(child);
    done += text.length;
    progress(done, source.length);
  }
  return { type: "root", children };
}
