import type { Paragraph, Root } from "mdast";
import { toString as mdastText } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { excerpt, type Findings } from "../findings.ts";
import { Vocabulary } from "../lines/vocabulary.ts";
import { readGeneratorSigns, type TypedKey, takeAbbreviations, takeToml } from "./generator-signs.ts";

/** A text whose signs of other programs are Markdown's own now, line by line as before. */
export interface PlainMarkdown {
  readonly source: string;
  /** What the text says of itself before it begins, as YAML; undefined where it says nothing in this way. */
  readonly head: string | undefined;
  /** Further blocks in which Pandoc's authors say something of the text, of YAML. */
  readonly blocks: readonly MetadataBlock[];
  /** What abbreviations stand for. */
  readonly abbreviations: ReadonlyMap<string, string>;
}

/** A block of YAML within a text. */
export interface MetadataBlock {
  /** Its first line. */
  readonly line: number;
  readonly yaml: string;
}

const OPENS_METADATA = /^---[ \t]*$/u;
const CLOSES_METADATA = /^(?:---|\.{3})[ \t]*$/u;
const METADATA_KEY = /^["']?[\p{L}_][\p{L}\p{N}_. -]*["']?[ \t]*:(?:[ \t]|$)/u;
const METADATA_LINE = /^(?:\s*$|\s+\S|-(?:[ \t]|$)|#)/u;
/** One of these at least makes metadata of lines within a text; any others may be lines of a dialogue. */
const PANDOC_KEY = /^(?:references|nocite|bibliography|csl|title|subtitle|author|date|abstract|keywords|lang)[ \t]*:/u;

/**
 * Gives blocks of metadata the one form that the parser knows. It takes everything between two lines of hyphens at a text's
 * beginning for one, which may be a text between rules; nothing ends it at the three stops with which Pandoc's may end, and
 * what stands in one that nothing ends is no list, no quotation and no note any more.
 */
function settleMetadata(text: string): { source: string; blocks: MetadataBlock[] } {
  const lines = text.split("\n");
  const endOf = (start: number) => lines.findIndex((line, at) => at > start && CLOSES_METADATA.test(line));
  let index = 0;
  if (OPENS_METADATA.test(lines[0] ?? "")) {
    const end = endOf(0);
    const first = lines.slice(1).find((line) => !/^\s*(?:#|$)/u.test(line)) ?? "";
    if (end < 0 || !(METADATA_KEY.test(first) || CLOSES_METADATA.test(first))) lines[0] = "***";
    else {
      lines[end] = "---";
      index = end + 1;
    }
  }
  const blocks: MetadataBlock[] = [];
  let fence: string | undefined;
  for (; index < lines.length; index += 1) {
    const marks = /^ {0,3}(?<marks>`{3,}|~{3,})/u.exec(lines[index] ?? "")?.groups?.["marks"];
    if (marks) fence = fence === undefined ? marks : marks.startsWith(fence) ? undefined : fence;
    if (fence !== undefined || !OPENS_METADATA.test(lines[index] ?? "") || (lines[index - 1] ?? "").trim() !== "")
      continue;
    const end = endOf(index);
    const inner = lines.slice(index + 1, end);
    if (
      end < 0 ||
      !METADATA_KEY.test(inner[0] ?? "") ||
      !inner.every((line) => METADATA_KEY.test(line) || METADATA_LINE.test(line)) ||
      !inner.some((line) => PANDOC_KEY.test(line))
    )
      continue;
    blocks.push({ line: index + 1, yaml: inner.join("\n") });
    lines.fill("", index, end + 1);
    index = end;
  }
  return { source: lines.join("\n"), blocks };
}

/** A key, its value, and further lines of it that are indented. */
const ENTRY = /^(?<key>[A-Za-z][\w -]{0,40}?)[ \t]*:[ \t]*(?<value>.*?)[ \t]*$/u;
/** Of what such a block begins with, one at least: “Note: this is a draft” is a sentence. */
const FIRST_KEYS = new Set([
  "title",
  "author",
  "authors",
  "format",
  "date",
  "base header level",
  "latex mode",
  "subtitle",
]);
/** Keys of essay.yaml by those of MultiMarkdown and of letterheads. */
const KEYS: Readonly<Record<string, string>> = {
  title: "title",
  subtitle: "subtitle",
  author: "author",
  authors: "author",
  by: "author",
  date: "date",
  keywords: "keywords",
  tags: "keywords",
  copyright: "rights",
  licence: "rights",
  license: "rights",
  language: "lang",
  lang: "lang",
  abstract: "abstract",
  description: "description",
  publisher: "publisher",
  doi: "doi",
  affiliation: "affiliation",
  著者: "author",
  氏名: "author",
  作者: "author",
  日付: "date",
  作成日: "date",
  題名: "title",
  副題: "subtitle",
  キーワード: "keywords",
  所属: "affiliation",
};

/**
 * Makes what MultiMarkdown (Scrivener's export), CriticMarkup, the makers of sites and their kin write the Markdown that is
 * read: the block of keys over the text, headings with labels, files with their sizes, citations, changes and remarks of
 * editors, calls of programs. What is left out is told.
 */
export function plainMarkdown(given: string, findings: Findings): PlainMarkdown {
  const { source: text, blocks } = settleMetadata(given);
  const { source: keyed, head } = takeKeys(text, findings);
  const isMulti = head !== undefined && takeToml(text) === undefined;
  const labelled = head === undefined ? keyed : labelHeadings(isMulti ? closeRaised(keyed) : keyed);
  const { source, abbreviations } = takeAbbreviations(readCitations(labelled, findings));
  return {
    source: acceptChanges(withoutSizes(readGeneratorSigns(source, findings), findings), findings),
    head,
    blocks,
    abbreviations,
  };
}

function takeKeys(text: string, findings: Findings): Pick<PlainMarkdown, "source" | "head"> {
  const tell = (words: string) =>
    findings.leftOut.push({
      place: "line 1",
      text: `a key that the essay has no place for: “${excerpt(words, 80)}”`,
      words,
    });
  const toml = takeToml(text);
  if (toml) return { source: toml.source, head: headOf(toml.keys, tell) };
  const lines = text.split("\n");
  const end = lines.findIndex((line) => line.trim() === "");
  const block = lines.slice(0, end < 0 ? lines.length : end);
  const entries: { key: string; value: string }[] = [];
  for (const line of block) {
    const entry = ENTRY.exec(line)?.groups;
    const last = entries.at(-1);
    if (/^[ \t]+\S/u.test(line) && last) last.value = `${last.value} ${line.trim()}`;
    else if (entry?.["key"] !== undefined)
      entries.push({ key: entry["key"].toLowerCase(), value: entry["value"] ?? "" });
    else return { source: text, head: undefined };
  }
  const [first] = entries;
  if (!first || !FIRST_KEYS.has(first.key) || end < 0) return { source: text, head: undefined };
  return {
    source: [...block.map(() => ""), ...lines.slice(block.length)].join("\n"),
    head: headOf(entries, tell),
  };
}

/** @returns YAML of what has a place; the rest is given to `tell` */
function headOf(entries: readonly TypedKey[], tell: (words: string) => void): string {
  return entries
    .flatMap(({ key, value }): string[] => {
      const known = KEYS[key.toLowerCase()];
      if (value.length > 0 && known) return [`${known}: ${JSON.stringify(value)}`];
      tell(`${key}: ${[value].flat().join(", ")}`);
      return [];
    })
    .join("\n");
}

/** `## The Widow [widow] ##` has a label by which `[her][widow]` leads to it. */
function labelHeadings(source: string): string {
  const labels = new Map<string, string>();
  const labelled = source.replaceAll(
    /^(?<mark>#{1,6}[ \t].*?\S)[ \t]*\[(?<label>[^\][\n]+)\][ \t]*#*[ \t]*$/gmu,
    (_whole, mark: string, label: string) => {
      const id = label.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");
      labels.set(label.toLowerCase(), id);
      return `${mark} {#${id}}`;
    },
  );
  return labelled.replaceAll(
    /(?<words>\[[^\][\n]+\])\[(?<label>[^\][\n]+)\]/gu,
    (whole, words: string, label: string) => {
      const id = labels.get(label.toLowerCase());
      return id === undefined ? whole : `${words}(#${id})`;
    },
  );
}

const CODE_OR_FORMULA = /(```[\s\S]*?```|~~~[\s\S]*?~~~|`[^`\n]*`|\$[^$\n]+\$|\\\(.*?\\\)|\]\([^)\n]*\)|https?:\S+)/u;

/** MultiMarkdown raises and lowers what follows a sign up to the end of a word: `x^2`, `H~2`; Pandoc closes it with another. */
const closeRaised = (source: string): string =>
  source
    .split(CODE_OR_FORMULA)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replaceAll(
            /(?<=[\p{L}\p{N})])(?<![~^][\p{L}\p{N}-]*)(?<sign>[\^~])(?<raised>-?[\p{L}\p{N}]{1,12})(?![\p{L}\p{N}^~])/gu,
            "$<sign>$<raised>$<sign>",
          ),
    )
    .join("");

const SOURCE = /^ {0,3}\[#(?<key>[^\]\s]+)\]:[ \t]*(?=\S)/gmu;
const CITED = /(?:\[(?<words>[^\][#^@\n][^\][\n]*)\])?\[#(?<key>[^\]\s;]+);?\](?![(:])/gu;

/**
 * Citations as MultiMarkdown writes them: `[#lowe]`, `[p. 9][#lowe]`. A source that the text itself says, `[#lowe]: …`, is a
 * note; any other is to be found beside the text and is cited as Pandoc cites.
 */
function readCitations(source: string, findings: Findings): string {
  const own = new Set([...source.matchAll(SOURCE)].map(({ groups }) => groups?.["key"] ?? ""));
  if (own.size === 0 && !/\]\[#[^\]\s]+\]/u.test(source)) return source;
  const cited = new Set<string>();
  const text = source
    .split(CODE)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replaceAll(CITED, (_whole, words: string | undefined, key: string) => {
            if (words !== undefined && /^not cited$/iu.test(words)) {
              findings.leftOut.push({
                place: `source ${key}`,
                text: "it is not cited in the text, and is to stand in the list of sources all the same",
                words,
              });
              return "";
            }
            if (!own.has(key)) return `[@${key}${words === undefined ? "" : `, ${words}`}]`;
            cited.add(key);
            return `${words === undefined ? "" : `[${words}]`}[^${key}]`;
          }),
    )
    .join("");
  return text.replaceAll(SOURCE, (whole, key: string) => {
    if (cited.has(key)) return `[^${key}]: `;
    // What nothing cites is a paragraph of its own.
    findings.leftOut.push({ place: `source ${key}`, text: "its label, by which nothing cites it", words: key });
    return `\n${whole.replace(/\[#[^\]]*\]:[ \t]*/u, "")}`;
  });
}

const SIZED =
  /^(?<definition> {0,3}\[[^\]\n]+\]:[ \t]+\S+(?:[ \t]+"[^"\n]*")?)(?<sizes>(?:[ \t]+[a-z-]+=(?:"[^"\n]*"|[^\s"]+))+)[ \t]*$/gmu;

/** A file's address with the sizes that MultiMarkdown writes after it would be no address. */
const withoutSizes = (source: string, findings: Findings): string =>
  source.replaceAll(SIZED, (_whole, definition: string, sizes: string) => {
    findings.leftOut.push({ place: "images", text: `how large one is shown: ${excerpt(sizes, 60)}`, words: sizes });
    return definition;
  });

const CHANGE =
  /\{\+\+(?<added>[\s\S]+?)\+\+\}|\{--(?<deleted>[\s\S]+?)--\}|\{~~(?<old>[\s\S]*?)~>(?<fresh>[\s\S]*?)~~\}|\{>>(?<remark>[\s\S]+?)<<\}|\{==(?<marked>[\s\S]+?)==\}/gu;
const CODE = /(```[\s\S]*?```|~~~[\s\S]*?~~~|`[^`\n]*`)/u;

/** Editors' changes in CriticMarkup are taken as Word's are: what was put in is text, what was crossed out is told. */
function acceptChanges(source: string, findings: Findings): string {
  return source
    .split(CODE)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replaceAll(CHANGE, (...match) => settled(match.at(-1), findings)),
    )
    .join("");
}

function settled(groups: Readonly<Record<string, string | undefined>>, findings: Findings): string {
  const { added, deleted, old, fresh, remark, marked } = groups;
  const tell = (place: string, words: string) =>
    findings.leftOut.push({ place, text: `“${excerpt(words, 120)}”`, words });
  const lines = (words: string): string => "\n".repeat(words.split("\n").length - 1);
  if (added !== undefined) {
    findings.leftOut.push({ place: "tracked insertion, taken as text", text: `“${excerpt(added, 120)}”` });
    return added;
  }
  const gone = deleted ?? old;
  if (gone !== undefined && gone !== "") tell("tracked deletion", gone);
  if (remark !== undefined) tell("comment", remark);
  return fresh ?? marked ?? lines(gone ?? remark ?? "");
}

const LABELLED = /^(?<key>[\p{L} ]{2,12}?)[ \t]*[:：][ \t]*(?<value>\S.*?)\s*$/u;

/**
 * Lines under the title that name what they say, as in a letter: `Author: …`, `日付：…`. All of them do, or it is a paragraph.
 *
 * @param said is given their names, which have a place then
 * @returns them as YAML, and takes the paragraph out of the text
 */
export function takeLabelledLines(tree: Root, said: string[]): string | undefined {
  const index = tree.children.findIndex(
    ({ type }) => type !== "yaml" && type !== "definition" && type !== "thematicBreak",
  );
  const first = tree.children[index];
  const at = first?.type === "heading" ? index + 1 : index;
  const block = tree.children[at] as Paragraph | undefined;
  if (block?.type !== "paragraph") return undefined;
  const entries: { key: string; value: string }[] = [];
  for (const line of mdastText(block).split("\n")) {
    const { key, value } = LABELLED.exec(line.trim())?.groups ?? {};
    if (!key || !value || !KEYS[key.toLowerCase()]) return undefined;
    entries.push({ key, value });
  }
  if (!entries.some(({ key }) => KEYS[key.toLowerCase()] === "author")) return undefined;
  tree.children.splice(at, 1);
  for (const { key } of entries) said.push(key);
  return headOf(entries, () => undefined);
}

const CUT = /(?<head>[\p{L}\p{M}]{2,})-\n[ \t]*(?<rest>\p{Ll}[\p{L}\p{M}]+)/gu;

/**
 * Joins words that were cut where lines end, as programs for mail and typewriters cut them: where they are known without the
 * hyphen, or unless a person says otherwise.
 *
 * @param said is given the parts, which stand in the file and no more in the text
 */
export function joinCutWords(tree: Root, source: string, language: string, findings: Findings, said: string[]): void {
  if (source.search(CUT) < 0) return;
  const vocabulary = new Vocabulary(source.split("\n"), language);
  visit(tree, "text", (node) => {
    const first = node.position?.start.line ?? 1;
    node.value = node.value.replaceAll(CUT, (whole, head: string, rest: string, at: number, value: string) => {
      const line = first + value.slice(0, at).split("\n").length - 1;
      if (vocabulary.isSuspended(head, rest)) return whole;
      const judged = vocabulary.withoutHyphen(head, rest);
      const answer = findings.decide({
        key: `hyphen ${line}`,
        place: `line ${line}`,
        text: `${head}- ⏎ ${rest}`,
        taken: judged.known ? "drop" : "keep",
        confidence: judged.confidence,
        answers: ["drop", "keep"],
      });
      if (answer !== "drop") return `${head}-${rest}`;
      findings.count("hyphens at lines' ends dropped");
      said.push(whole);
      return `${head}${rest}`;
    });
  });
}
