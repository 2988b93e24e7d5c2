import type {
  Blockquote,
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from "mdast";
import { toString as mdastText } from "mdast-util-to-string";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { parse as parseYaml } from "yaml";
import { remarkMathematics } from "../../markdown/math-syntax.ts";
import { isOrcid } from "../../schemas/check-digits.ts";
import { attributesOf, tellUnaccounted } from "../account.ts";
import { isUnspaced } from "../characters.ts";
import { decodeAs, decodeText } from "../encoding.ts";
import { excerpt, type Findings } from "../findings.ts";
import { takeHeadingNumber } from "../heading-number.ts";
import { ImportError, nestsTooDeeply } from "../import-error.ts";
import { guessLanguage } from "../language.ts";
import { isoDate } from "../lines/dates.ts";
import { append } from "../lists.ts";
import type { Fragment, ManuscriptMetadata } from "../manuscript.ts";
import { mendTree } from "../mend-tree.ts";
import { parseName, splitNames } from "../names.ts";
import { withCaptionsFirst, withoutLabel } from "../table-captions.ts";
import { takeTitle } from "../take-title.ts";
import { trimParagraphs } from "../trim-paragraphs.ts";
import { readTypedStructure } from "../typed-structure.ts";
import { warnOfCharacters } from "../warn-of-characters.ts";
import { settleFigures } from "./figures.ts";
import type { ReadForm } from "./form.ts";
import { markAbbreviations } from "./generator-signs.ts";
import { linkHeadings } from "./heading-links.ts";
import { htmlToBlocks, htmlToPhrasing } from "./html-to-markdown.ts";
import { takeImages } from "./images-beside.ts";
import { joinCutWords, plainMarkdown, takeLabelledLines } from "./markdown-dialects.ts";
import { wordsOfMarkdown } from "./markdown-source.ts";
import { type Extracted, extractPandoc, restorePandoc } from "./pandoc.ts";
import { parseInParts } from "./parse-in-parts.ts";
import { readTypedRuby } from "./typed-ruby.ts";
import { readVault } from "./vault.ts";

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ["yaml"])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkMathematics)
  .freeze();

/** Lists or quotations a hundred deep: no writer's, and the parser's time grows with the square of it. */
const TOO_DEEP = /^[ \t]{200,}(?:[-*+]|\d{1,9}[.)])[ \t]|^ {0,3}(?:>[ \t]?){100}/mu;

/** Reads Markdown: CommonMark, GitHub's, and what Pandoc adds. */
export const readMarkdown: ReadForm = async (bytes, file, { findings, encoding, language, progress, beside }) => {
  const { text } = encoding ? decodeAs(bytes, file, encoding) : decodeText(bytes, file, { language });
  if (text.trim() === "") throw new ImportError(file, "is empty", "Give a file that holds the manuscript's words.");
  const given = text.replaceAll(/\r\n?/gu, "\n").replace(/^\uFEFF/u, "");
  if (TOO_DEEP.test(given)) throw nestsTooDeeply(file);
  const { source, head: keys, blocks, abbreviations } = plainMarkdown(given, findings);
  const words = [
    ...wordsOfMarkdown(source, findings),
    ...blocks.map(({ line, yaml }) => ({ place: `line ${line}`, text: textsIn(readYaml(yaml, file)).join(" ") })),
  ];
  const extracted = extractPandoc(source);
  for (const { place, text: unseen } of extracted.unseen)
    findings.leftOut.push({ place, text: `nothing that a reader sees: “${excerpt(unseen, 120)}”`, words: unseen });
  const tree = parseBlocks(extracted.source, extracted, (done, all) =>
    progress(Math.round(done / 1000), Math.round(all / 1000), "thousand characters"),
  );
  const labels: string[] = [];
  const typed = [keys, takeLabelledLines(tree, labels), ...blocks.map(({ yaml }) => yaml)].map((value) =>
    frontmatter({ type: "root", children: value === undefined ? [] : [{ type: "yaml", value }] }, file),
  );
  const head = frontmatter(tree, file);
  const metadata: Metadata = Object.assign({ ...extracted.metadata }, ...[...typed, head].map((one) => one.metadata), {
    references: [...typed, head].flatMap((one) => one.metadata.references),
  });
  const said = [...labels, ...extracted.said, ...[...typed, head].flatMap((one) => one.said)];
  tree.children = tree.children.filter(({ type }) => type !== "yaml");

  resolveDefinitions(tree);
  tellNotesApart(tree, findings);
  readRaw(tree, findings);
  readHtml(tree, findings);
  readVault(tree, findings);
  markAbbreviations(tree, abbreviations, findings);
  tellCrossReferences(tree, findings);
  linkHeadings(tree, findings);
  append(said, attributesOf(tree));
  const images = takeImages(tree, file, findings, beside);
  settleFigures(tree);
  joinCutWords(tree, source, language ?? metadata.language ?? guessLanguage(source) ?? "und", findings, said);
  readTypedRuby(tree, findings);
  readSigns(tree, findings);
  partIndented(tree);
  trimParagraphs(tree);
  headingAttributes(tree);
  const mended = mendTree(tree, findings);
  const title = takeTitle(tree, metadata);
  const read = ledgerOf(tree, title);
  const ledger = readTypedStructure({ tree, metadata, findings, hasTitle: title.length > 0 }, read);
  warnOfCharacters(mended, findings);
  tellUnaccounted(words, [...said, ...read.map(({ text }) => text)], findings);
  return { file, metadata, tree, ledger, images, references: metadata.references };
};

/** Parses Markdown of which Pandoc's own blocks were taken out, and puts these back as trees. */
function parseBlocks(source: string, extracted: Extracted, progress?: (done: number, all: number) => void): Root {
  const tree = parseInParts(source, (text) => parser.parse(text), progress);
  restorePandoc(tree, extracted, (inner) => {
    const own = extractPandoc(inner);
    return parseBlocks(own.source, own).children;
  });
  return tree;
}

type Metadata = ManuscriptMetadata & { references: Record<string, unknown>[] };

/** The block at the beginning of a text that says what it is, and which of its words were taken. */
function frontmatter(tree: Root, file: string): { metadata: Metadata; said: string[] } {
  const metadata: Metadata = { references: [] };
  const said: string[] = [];
  const [first] = tree.children;
  if (first?.type !== "yaml") return { metadata, said };
  const given = readYaml(first.value, file);
  const text = (value: unknown): string | undefined =>
    typeof value === "string" || typeof value === "number"
      ? wordsOfText(String(value))
      : value instanceof Date
        ? value.toISOString().slice(0, 10)
        : undefined;
  const set = <Key extends keyof ManuscriptMetadata>(
    key: Key,
    value: ManuscriptMetadata[Key] | undefined,
    source: unknown = value,
  ) => {
    if (value === undefined || value === "") return;
    (metadata as ManuscriptMetadata)[key] = value;
    append(said, textsIn(source));
  };
  set("title", text(given["title"]), given["title"]);
  set("subtitle", text(given["subtitle"]), given["subtitle"]);
  set("abstract", text(given["abstract"]), given["abstract"]);
  set("description", text(given["description"]), given["description"]);
  set("language", text(given["lang"] ?? given["language"]));
  set("doi", text(given["doi"])?.replace(/^https?:\/\/(?:dx\.)?doi\.org\//u, ""), given["doi"]);
  set("publisher", text(given["publisher"]));
  const rights = given["license"] ?? given["licence"] ?? given["rights"] ?? given["copyright"];
  // Quarto tells a licence's name and address apart.
  const parts = rights && typeof rights === "object" ? (rights as Record<string, unknown>) : undefined;
  set("rights", text(parts ? (parts["url"] ?? parts["text"]) : rights));
  const date = text(given["date"]);
  if (date) set("date", isoDate(date), given["date"]);
  set("affiliation", text(given["affiliation"]));
  const keywords = given["keywords"] ?? given["tags"];
  if (Array.isArray(keywords)) set("keywords", keywords.map(String));
  else if (typeof keywords === "string") set("keywords", keywords.split(/\s*[,、;；]\s*/u));
  const authors = given["author"] ?? given["authors"];
  const list = Array.isArray(authors) ? authors : authors === undefined ? [] : [authors];
  const names = list.flatMap((author: unknown) => {
    if (typeof author === "string") {
      said.push(author);
      // In a vault a name is a link to the note about its bearer.
      return splitNames(author.replaceAll(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/gu, "$1")).map(parseName);
    }
    if (!author || typeof author !== "object") return [];
    const { name, family, given: first, literal, affiliation, affiliations, orcid } = author as Record<string, unknown>;
    const [place] = [affiliation ?? affiliations].flat();
    const where = place && typeof place === "object" ? (place as Record<string, unknown>)["name"] : place;
    if (typeof where === "string" && metadata.affiliation === undefined) set("affiliation", where);
    append(said, textsIn(typeof family === "string" ? [family, first] : (literal ?? name)));
    const id = ORCID.exec(String(orcid ?? ""))?.[0];
    const more = id !== undefined && isOrcid(id) ? { orcid: id } : {};
    append(said, textsIn(Object.values(more)));
    if (typeof family === "string") return [{ family, ...(typeof first === "string" && { given: first }), ...more }];
    if (typeof literal === "string") return [{ literal, ...more }];
    return typeof name === "string" ? [{ ...parseName(name), ...more }] : [];
  });
  if (names.length > 0) metadata.authors = names;
  if (Array.isArray(given["references"])) append(metadata.references, given["references"] as Record<string, unknown>[]);
  append(said, textsIn(given["references"]));
  return { metadata, said };
}

const ORCID = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/u;

/** @returns the keys of a block of YAML and their values; none where it is no block of keys */
function readYaml(yaml: string, file: string): Record<string, unknown> {
  try {
    const given: unknown = parseYaml(yaml);
    return given && typeof given === "object" ? (given as Record<string, unknown>) : {};
  } catch (error) {
    const what = error instanceof Error ? error.message.split("\n")[0] : "";
    throw new ImportError(
      file,
      `has a metadata block that is not valid YAML (${what})`,
      "Mend it; a text with a colon in it belongs in quotation marks.",
    );
  }
}

/** @returns the texts and numbers of a value of YAML, at any depth */
const textsIn = (value: unknown): string[] =>
  typeof value === "string" || typeof value === "number"
    ? [String(value)]
    : value && typeof value === "object"
      ? Object.values(value).flatMap(textsIn)
      : [];

/** @returns the words of a text that may hold Markdown */
const wordsOfText = (text: string): string => {
  let words = "";
  for (const block of parser.parse(text).children) {
    const own = mdastText(block)
      .trim()
      .replaceAll(/\s*\n\s*/gu, " ");
    words += words === "" || isUnspaced([...words].at(-1) ?? "") ? own : ` ${own}`;
  }
  return words;
};

/** Links and images that name their address elsewhere get it, as definitions would be cut from them. */
function resolveDefinitions(tree: Root): void {
  const definitions = new Map<string, Definition>();
  visit(tree, "definition", (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const siblings = parent.children as Nodes[];
    if (node.type === "definition") {
      siblings.splice(index, 1);
      return index;
    }
    if (node.type !== "linkReference" && node.type !== "imageReference") return undefined;
    const found = definitions.get(node.identifier);
    if (!found) return undefined;
    siblings[index] =
      node.type === "linkReference"
        ? { type: "link", url: found.url, title: found.title ?? null, children: node.children }
        : { type: "image", url: found.url, title: found.title ?? null, alt: node.alt ?? null };
    return undefined;
  });
}

/**
 * Chapters that were put together use a note's name again: a mark belongs to the next definition of its name, or else to
 * the last one. Nothing is lost of a second note of the same name.
 */
function tellNotesApart(tree: Root, findings: Findings): void {
  const byName = new Map<string, (FootnoteReference | FootnoteDefinition)[]>();
  visit(tree, (node) => {
    if (node.type !== "footnoteReference" && node.type !== "footnoteDefinition") return;
    const found = byName.get(node.identifier);
    if (found) found.push(node);
    else byName.set(node.identifier, [node]);
  });
  for (const [name, nodes] of byName) {
    const count = nodes.filter(({ type }) => type === "footnoteDefinition").length;
    if (count < 2) continue;
    let current = 1;
    for (const node of nodes) {
      // The first keeps its name.
      if (current > 1) {
        node.identifier = `${name}--${current}`;
        node.label = node.identifier;
      }
      if (node.type === "footnoteDefinition") current = Math.min(current + 1, count);
    }
    findings.open.push({
      place: `note ${name}`,
      text: `it is defined ${count} times; each mark was given the definition that follows it: look at them`,
    });
  }
}

/** Tags in the text become elements; an element's beginning and end are nodes apart in Markdown's tree. */
function readHtml(tree: Root, findings: Findings): void {
  const walk = (node: Nodes): void => {
    if (!("children" in node)) return;
    const children = node.children as Nodes[];
    if (
      node.type === "paragraph" ||
      node.type === "heading" ||
      node.type === "tableCell" ||
      node.type === "emphasis" ||
      node.type === "strong" ||
      node.type === "link" ||
      node.type === "delete"
    ) {
      if (children.some(({ type }) => type === "html"))
        (node as { children: PhrasingContent[] }).children = htmlToPhrasing(children as PhrasingContent[], findings);
      for (const child of node.children as Nodes[]) walk(child);
      return;
    }
    const blocks = children.flatMap((child): Nodes[] => {
      if (child.type !== "html") return [child];
      return htmlToBlocks(child.value, findings) as Nodes[];
    });
    (node as { children: Nodes[] }).children = blocks;
    for (const child of blocks) walk(child);
  };
  walk(tree);
}

/** The first line of an alert of GitHub's, or of a box of Obsidian's that may have a title and be folded. */
const ALERT = /^\[!(?<kind>[\w -]+)(?:\|[^\]\n]*)?\](?<fold>[+-]?)[ \t]*(?<end>\n|$)?/iu;
/** How the entries of Pandoc's other lists begin, which Markdown does not count. */
const ENTRY = /^\s*(?:\(?(?:[a-zA-Z]|[ivxlc]{1,5}|[IVXLC]{1,5})[.)]|\(@[\w-]*\)|\(\d{1,3}\))[ \t]/u;

/** GitHub's alerts and task lists, a listing's language as Pandoc writes it, lists that count with letters. */
function readSigns(tree: Root, findings: Findings): void {
  visit(tree, (node) => {
    if (node.type === "blockquote") {
      const [block] = node.children;
      const first = block?.type === "paragraph" ? block.children[0] : undefined;
      const kind = first?.type === "text" ? ALERT.exec(first.value) : null;
      if (first?.type === "text" && kind) {
        first.value = first.value.slice(kind[0].length);
        // Its title is a line of its own.
        if (kind.groups?.["end"] === undefined && block?.type === "paragraph") titleAlone(node, block);
        findings.leftOut.push({
          place: `line ${node.position?.start.line ?? "?"}`,
          words: kind[0].replace(/\n$/u, ""),
          text: `[!${kind.groups?.["kind"]}], the kind of an alert: its words are a quotation now; put “${kind.groups?.["kind"]}” before them if they need it`,
        });
      }
    }
    if (node.type === "listItem" && typeof node.checked === "boolean") {
      const [block] = node.children;
      const sign = node.checked ? "☑ " : "☐ ";
      if (block?.type === "paragraph") block.children.unshift({ type: "text", value: sign });
      node.checked = null;
      findings.count("boxes of a task list, as characters");
    }
    if (node.type === "code" && node.lang?.startsWith("{")) {
      if (RUN.test(node.lang))
        findings.leftOut.push({
          place: `line ${node.position?.start.line ?? "?"}`,
          text: `code that a program runs (${excerpt(`${node.lang} ${node.meta ?? ""}`, 60)}): it stands as a listing; what it would show is not in the file`,
          words: `${node.lang} ${node.meta ?? ""}`,
        });
      node.lang = /\.(?<name>[\w+-]+)/u.exec(`${node.lang} ${node.meta ?? ""}`)?.groups?.["name"] ?? null;
      node.meta = null;
    }
    if (node.type === "code" && DRAWN.test(node.lang ?? ""))
      findings.leftOut.push({
        place: `line ${node.position?.start.line ?? "?"}`,
        text: `code of which a program makes a list or a drawing (${node.lang}): it stands as a listing; what it would show is not in the file`,
      });
    if (node.type === "paragraph") breakEntries(node);
  });
}

/** What Obsidian and its like fill with a list of other notes, and what they draw. */
const DRAWN = /^(?:dataview(?:js)?|tasks|query|mermaid|plantuml|chart|timeline|tikz|button)$/iu;

/** How Quarto and R Markdown begin code that is run: `{r}`, `{python}`. */
const RUN = /^\{[a-z]/iu;

/** What stands in the first line of a box is its title, and a paragraph of its own. */
function titleAlone(box: Blockquote, block: Paragraph): void {
  const title: PhrasingContent[] = [];
  const rest = [...block.children];
  for (let child = rest.shift(); child; child = rest.shift()) {
    if (child.type === "break") break;
    const end = child.type === "text" ? child.value.indexOf("\n") : -1;
    if (child.type !== "text" || end < 0) {
      title.push(child);
      continue;
    }
    title.push({ type: "text", value: child.value.slice(0, end) });
    rest.unshift({ type: "text", value: child.value.slice(end + 1) });
    break;
  }
  block.children = title;
  if (rest.length > 0) box.children.splice(1, 0, { type: "paragraph", children: rest });
}

const RAW = /^\{=(?<form>[\w-]+)\}/u;

/** What Pandoc passes on as it is, in a block or between backticks: HTML is read, what is for other forms is told. */
function readRaw(tree: Root, findings: Findings): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined || (node.type !== "code" && node.type !== "inlineCode")) return undefined;
    const siblings = parent.children as Nodes[];
    const next = siblings[index + 1];
    const form = RAW.exec(node.type === "code" ? (node.lang ?? "") : next?.type === "text" ? next.value : "")?.groups?.[
      "form"
    ];
    if (form === undefined) return undefined;
    if (node.type === "inlineCode" && next?.type === "text") next.value = next.value.replace(RAW, "");
    if (!/^html/u.test(form)) {
      findings.leftOut.push({
        place: `line ${node.position?.start.line ?? "?"}`,
        text: `meant for ${form} alone: “${excerpt(node.value, 80)}”`,
        words: node.value,
      });
      siblings.splice(index, 1);
      return index;
    }
    const blocks = node.type === "code" ? [{ type: "html", value: node.value } as const] : inlineHtml(node.value);
    siblings.splice(index, 1, ...blocks);
    return index + blocks.length;
  });
}

/** @returns a stretch of HTML as Markdown has it in running text */
function inlineHtml(html: string): PhrasingContent[] {
  const [block] = parser.parse(`\u2060${html}`).children;
  return block?.type === "paragraph" ? block.children : [{ type: "html", value: html }];
}

/** Each entry of a list that counts with letters begins a line. */
function breakEntries(paragraph: Paragraph): void {
  const lines = mdastText(paragraph).split("\n");
  if (lines.filter((line) => ENTRY.test(line)).length < 2 || !ENTRY.test(lines[0] ?? "")) return;
  paragraph.children = paragraph.children.flatMap((child): PhrasingContent[] =>
    child.type === "text"
      ? child.value
          .split(/\n(?=\s*\S)/u)
          .flatMap((line, index): PhrasingContent[] =>
            index === 0
              ? [{ type: "text", value: line }]
              : ENTRY.test(line)
                ? [{ type: "break" }, { type: "text", value: line }]
                : [{ type: "text", value: `\n${line}` }],
          )
      : [child],
  );
}

/** In Japanese a line that is indented by an ideograph's width begins a paragraph, an empty line before it or not. */
function partIndented(tree: Root): void {
  visit(tree, "paragraph", (paragraph, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const parts: Paragraph[] = [
      { type: "paragraph", children: [], ...(paragraph.position && { position: paragraph.position }) },
    ];
    for (const child of paragraph.children) {
      const lines = child.type === "text" ? child.value.split(/\n(?=\u3000)/u) : [];
      if (lines.length < 2) {
        parts.at(-1)?.children.push(child);
        continue;
      }
      lines.forEach((value, at) => {
        if (at > 0) parts.push({ type: "paragraph", children: [] });
        if (value !== "") parts.at(-1)?.children.push({ type: "text", value });
      });
    }
    if (parts.length === 1) return undefined;
    (parent.children as Nodes[]).splice(index, 1, ...parts);
    return index + parts.length;
  });
}

const ATTRIBUTES = /\s*\{(?<inner>[^{}]*)\}\s*$/u;

/** Pandoc's `# Heading {#id .unnumbered}`; a number at its beginning is taken off. */
function headingAttributes(tree: Root): void {
  visit(tree, "heading", (heading) => {
    const last = heading.children.at(-1);
    const inner = last?.type === "text" ? ATTRIBUTES.exec(last.value)?.groups?.["inner"] : undefined;
    heading.data = { ...heading.data, origin: `line ${heading.position?.start.line ?? "?"}` };
    if (last?.type === "text" && inner !== undefined && /^[\s#.\w=:"'-]*$/u.test(inner)) {
      last.value = last.value.replace(ATTRIBUTES, "");
      const id = /#(?<id>[\w:.-]+)/u
        .exec(inner)
        ?.groups?.["id"]?.toLowerCase()
        .replaceAll(/[^a-z0-9]+/gu, "-");
      if (id) heading.data.id = id;
      if (/\.unnumbered\b|(?:^|\s)-(?:\s|$)/u.test(inner)) heading.data.unnumbered = true;
    }
    takeHeadingNumber(heading);
  });
}

/**
 * The ledger of a form that has a structure of its own: its words block by block, before sections are made of them.
 *
 * @param title what of them was taken for the title
 */
export function ledgerOf(tree: Root, title: readonly Fragment[] = []): Fragment[] {
  const place = (node: Nodes) => (node.position ? `line ${node.position.start.line}` : "the text");
  const { blocks, captions } = withCaptionsFirst(tree.children);
  return [
    ...title,
    ...blocks.flatMap((block: RootContent): Fragment[] => {
      const said = captionOf(block) ?? treeWords(block as Nodes);
      const text = captions.has(block) ? withoutLabel(said) : said;
      if (text.trim() === "") return [];
      const to = block.type === "footnoteDefinition" ? (`note ${block.identifier}` as const) : "body";
      const number = block.type === "heading" ? (block.data?.number ?? "") : "";
      return [
        {
          text: number + text,
          to,
          place: block.type === "heading" ? (block.data?.origin ?? place(block)) : place(block),
        },
      ];
    }),
  ];
}

/** The title of an image that is a paragraph of its own: it stands below it as its caption. */
function captionOf(block: RootContent): string | undefined {
  const [image, ...others] = block.type === "paragraph" ? block.children : [];
  return image?.type === "image" && others.length === 0 ? (image.title ?? undefined) : undefined;
}

/** Words of a tree as any reader of it would say them, written apart from what the writer's check uses. */
function treeWords(node: Nodes): string {
  if (node.type === "image" || node.type === "footnoteReference" || node.type === "definition" || node.type === "yaml")
    return "";
  if ("name" in node && node.name === "rp") return "";
  if ("value" in node && typeof node.value === "string") return node.value;
  return "children" in node ? node.children.map((child) => treeWords(child as Nodes)).join(" ") : "";
}

/** What Quarto and pandoc-crossref put the number of a figure, a table or a section in the place of. */
const CROSS_REFERENCE = /(?<![\p{L}\p{N}@])@(?:fig|tbl|sec|eq|lst|thm)(?:-[\w-]|:[\w])[\w:-]*/giu;

/** References that a program would have numbered stay as they are typed, and are told. */
function tellCrossReferences(tree: Root, findings: Findings): void {
  visit(tree, "text", ({ value, position }) => {
    for (const [reference] of value.matchAll(CROSS_REFERENCE))
      findings.open.push({
        place: `line ${position?.start.line ?? "?"}`,
        text: `“${reference}” stands for a number that Quarto or Pandoc would give: write what it leads to`,
      });
  });
}
