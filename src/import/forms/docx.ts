import { strToU8, zipSync } from "fflate";
import type { Element, ElementContent, Root as HastRoot, Parents } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as hastText } from "hast-util-to-string";
import mammoth from "mammoth";
import { letters } from "../../essay/text-hash.ts";
import { attributesOf, tellUnaccounted } from "../account.ts";
import { counted, excerpt, type Findings } from "../findings.ts";
import { ImportError } from "../import-error.ts";
import { isoDate } from "../lines/dates.ts";
import { append } from "../lists.ts";
import type { Fragment, Manuscript, ManuscriptImage, ManuscriptMetadata, ManuscriptName } from "../manuscript.ts";
import { parseName, splitNames } from "../names.ts";
import { citedItems } from "./docx-citations.ts";
import { type NoteNumbers, rewriteFields } from "./docx-fields.ts";
import { readNumbering, takeListSigns } from "./docx-lists.ts";
import { wordsOfPackage } from "./docx-source.ts";
import {
  characterStyles,
  EMPHASIS,
  EMPHASIS_END,
  FORMULA,
  FORMULA_APART,
  FORMULA_END,
  linkedPlaces,
  preparePart,
  RUBY_BASE,
  RUBY_END,
  RUBY_READING,
  wordsOfPart,
} from "./docx-xml.ts";
import type { ReadForm } from "./form.ts";
import { manuscriptOfHtml } from "./html.ts";
import { imageName } from "./image-name.ts";
import { visit } from "./visit-hast.ts";
import { child, descendants, elements, parseXml, value, type XmlDocument, type XmlElement } from "./xml.ts";
import { resolvePath, unpack } from "./zip.ts";

/** What programs in other languages than English call the styles of a title page and of quotations, and captions. */
const NAMED_STYLES: Readonly<Record<string, readonly string[]>> = {
  "p.essay-title:fresh": ["Titel", "Titre", "Título", "Titolo", "表題", "タイトル", "标题", "제목"],
  "p.essay-subtitle:fresh": [
    "Untertitel",
    "Sous-titre",
    "Subtítulo",
    "Sottotitolo",
    "副題",
    "サブタイトル",
    "副标题",
    "부제",
  ],
  "p.essay-author:fresh": ["Autor", "Auteur", "Autore", "著者"],
  "blockquote > p:fresh": [
    "Zitat",
    "Intensives Zitat",
    "Blockzitat",
    "Blocktext",
    "Citation",
    "Citation intense",
    "Cita",
    "Citazione",
    "引用文 2",
    "引用文1",
    "引用文2",
    "ブロック引用",
    "引用文",
    "引用",
    "인용",
  ],
  "p.essay-caption:fresh": [
    "Beschriftung",
    "Légende",
    "Leyenda",
    "Didascalia",
    "図表番号",
    "题注",
    "Figure",
    "Illustration",
    "Abbildung",
  ],
};

/** How Word's styles are read; a style's own outline level comes before its name. */
const STYLES = [
  ...Object.entries(NAMED_STYLES).flatMap(([to, names]) => names.map((name) => `p[style-name='${name}'] => ${to}`)),
  "p[style-name='Title'] => p.essay-title:fresh",
  "p[style-name='Subtitle'] => p.essay-subtitle:fresh",
  "p[style-name='Author'] => p.essay-author:fresh",
  "p[style-name='Authors'] => p.essay-author:fresh",
  "p[style-name='Date'] => p.essay-date:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Block Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='EssayQuotation'] => blockquote > p:fresh",
  "p[style-name='caption'] => p.essay-caption:fresh",
  "p[style-name='Source Code'] => pre:separator('\\n')",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "r[style-name='Verbatim Char'] => code",
  "r[style-name='HTML Code'] => code",
  "p[style-name='Definition Term'] => dl > dt:fresh",
  "p[style-name='Definition'] => dl > dd:fresh",
  "u => u",
  "strike => s",
];

/** Reads a Word file: mammoth makes HTML of it, after a step that keeps what mammoth leaves out. */
export const readDocx: ReadForm = async (bytes, file, { findings, progress }): Promise<Manuscript> => {
  const entries = unpack(bytes, file);
  const broken = () =>
    new ImportError(file, "is not a whole Word file", "Open it in Word or LibreOffice and save it again as .docx.");
  const read = (path: string): string | undefined => {
    const found = entries.get(path);
    return found && new TextDecoder(found[0] === 0xff ? "utf-16le" : "utf-8").decode(found);
  };
  const main = mainPart(read) ?? "word/document.xml";
  const source = read(main);
  if (source === undefined) throw broken();
  const folder = main.split("/").slice(0, -1).join("/");
  const path = (name: string) => (folder ? `${folder}/${name}` : name);
  const notes = { footnote: read(path("footnotes.xml")), endnote: read(path("endnotes.xml")) };

  let ledger: Fragment[];
  const numbers: NoteNumbers = { marks: [], words: [] };
  const files: Record<string, Uint8Array> = Object.fromEntries(entries);
  try {
    const styles = characterStyles(read(path("styles.xml")));
    const numbering = readNumbering(read(path("numbering.xml")), read(path("styles.xml")));
    // A part is parsed once: what is read of it is read before it is changed.
    const documents = new Map(
      [
        [main, source],
        [path("footnotes.xml"), notes.footnote],
        [path("endnotes.xml"), notes.endnote],
      ].flatMap(([name, text]) =>
        name === undefined || text === undefined ? [] : [[name, parsePart(text, numbers)] as const],
      ),
    );
    const rootOf = (name: string) => documents.get(name)?.documentElement;
    ledger = ledgerOf(
      rootOf(main),
      { footnote: rootOf(path("footnotes.xml")), endnote: rootOf(path("endnotes.xml")) },
      findings,
    );
    progress(1, 3, "parts");
    const linked = new Set([...documents.values()].flatMap(({ documentElement }) => linkedPlaces(documentElement)));
    for (const [name, document] of documents) {
      for (const id of dropLostReferences(document, notes))
        findings.open.push({
          place: file,
          text: `a mark leads to ${id}, which the file does not have; it was left out`,
        });
      const prepared = preparePart(document, styles, numbering, linked);
      const { xml, rubies, emphases, upright, capitals, hidden, formulas, insertions, deletions, changedEnds } =
        prepared;
      const looks: readonly (readonly [readonly string[], one: string, many: string, string])[] = [
        [
          prepared.inset,
          "note within the line, set in two small lines (割注)",
          "notes within the line, set in two small lines (割注)",
          "their words stand in the line",
        ],
        [prepared.highlighted, "run marked with a colour", "runs marked with a colour", "the essay shows no colour"],
      ];
      for (const [runs, one, many, what] of looks)
        if (runs.length > 0)
          findings.leftOut.push({
            place: file,
            text: `${counted(runs.length, one, many)}: ${what} (${excerpt(runs.map((run) => `“${run}”`).join(", "), 120)})`,
          });
      findings.count("readings (ruby)", rubies);
      findings.count("runs with emphasis marks", emphases);
      findings.count("runs set upright in vertical lines", upright.length);
      const others = upright.filter((run) => !/^\d{1,2}$/u.test(run.normalize("NFKC")));
      if (others.length > 0)
        findings.leftOut.push({
          place: file,
          text: `${counted(others.length, "run", "runs")} set in one square of a vertical line (縦中横: ${excerpt(others.join("、"), 40)}): the characters are kept, the essay sets only numbers of one or two digits so`,
        });
      if (capitals > 0)
        findings.leftOut.push({
          place: file,
          text: `${counted(capitals, "run", "runs")} in small capitals or all capitals: the letters are kept as they were typed`,
        });
      for (const words of hidden)
        findings.open.push({ place: file, text: `hidden in Word and taken as text: “${excerpt(words, 80)}”` });
      findings.count("formulas", formulas);
      for (const change of deletions)
        findings.leftOut.push({ place: "tracked deletion", text: excerpt(change, 120), words: change });
      for (const change of insertions)
        findings.leftOut.push({ place: "tracked insertion, taken as text", text: excerpt(change, 120) });
      if (changedEnds > 0)
        findings.leftOut.push({
          place: "tracked changes",
          text: `${changedEnds} ends of paragraphs were inserted or deleted: paragraphs are parted and joined as if the changes were accepted`,
        });
      files[name] = strToU8(xml);
      documents.delete(name);
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw broken();
  }
  if (numbers.words.length > 0)
    findings.open.push({
      place: file,
      text: `${numbers.words.length} sentences call a note by its number (${excerpt(numbers.words.join(", "), 60)}), which stays as it was: compare it with the number that the essay gives the note`,
    });
  sayWhatIsBeside(entries, read, path, findings);
  tellOtherFiles(main, read, findings);
  tellListNumbers(read(path("styles.xml")), read(path("numbering.xml")), findings);
  const images = new Map<string, ManuscriptImage>();
  let html: string;
  try {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(files, { level: 0 })) },
      {
        styleMap: [...outlineStyles(read(path("styles.xml"))), ...STYLES],
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        transformDocument: quoteIndented(findings),
        convertImage: mammoth.images.imgElement(async (image) => ({
          src: keepImage(await image.readAsBuffer(), image.contentType, images, findings),
        })),
      },
    );
    html = result.value;
    for (const message of new Set(
      result.messages
        .filter(
          ({ type, message: text }) => type === "error" || /image|unrecognised element(?!.*altChunk)/iu.test(text),
        )
        .map(({ message: text }) => text),
    ))
      findings.leftOut.push({ place: file, text: message });
  } catch {
    throw broken();
  }
  progress(2, 3, "parts");
  const custom = [...entries.keys()].filter((name) => /^customXml\/item\d*\.xml$/u.test(name));
  const references = citedItems(
    [source, notes.footnote, notes.endnote, ...custom.map(read)].filter((text) => text !== undefined),
  );
  if (references.length > 0) findings.count("sources of a reference manager", references.length);

  const tree = fromHtml(html, { fragment: true }) as HastRoot;
  restoreRuby(tree);
  takeListSigns(tree, findings);
  dropRepeatedNotes(tree);
  const metadata = coreMetadata(read("docProps/core.xml"));
  // What the file's own fields say of its author may be the name of the computer's user: the first page knows better.
  const user = isNamedIn(tree, metadata.authors ?? []) ? undefined : metadata.authors;
  if (user) delete metadata.authors;
  const front = takeFront(tree, metadata);
  const titled = assignFront(ledger, front);
  const manuscript = manuscriptOfHtml(tree, {
    file,
    metadata,
    findings,
    images: [...images.values()],
    references,
    ledger: titled,
    hasOwnTitle: front.some(({ field }) => field === "title"),
  });
  tellUser(user, manuscript.metadata, findings);
  const said = [...attributesOf(manuscript.tree), ...titled.map(({ text }) => text), ...numbers.marks];
  tellUnaccounted(wordsOfPackage(entries.keys(), read, main), said, findings);
  return manuscript;
};

function mainPart(read: (path: string) => string | undefined): string | undefined {
  const target = /<Relationship\b[^>]*officeDocument"[^>]*>/u.exec(read("_rels/.rels") ?? "")?.[0];
  return target && /Target\s*=\s*"\/?([^"]+)"/u.exec(target)?.[1];
}

/** @returns a part with the text in it, its fields as they are read */
function parsePart(text: string, numbers: NoteNumbers): XmlDocument {
  const document = parseXml(text);
  const { marks, words } = rewriteFields(document);
  append(numbers.marks, marks);
  append(numbers.words, words);
  return document;
}

/** Takes away marks whose notes are not in the file; nothing could be shown there. */
function dropLostReferences(
  document: XmlDocument,
  notes: Readonly<Record<"footnote" | "endnote", string | undefined>>,
): string[] {
  const lost: string[] = [];
  for (const kind of ["footnote", "endnote"] as const) {
    const ids = idsIn(notes[kind] ?? "");
    for (const mark of descendants(document.documentElement, `w:${kind}Reference`)) {
      const id = mark.getAttribute("w:id") ?? "";
      if (ids.has(id)) continue;
      mark.parentNode?.removeChild(mark);
      lost.push(`${kind} ${id}`);
    }
  }
  return lost;
}

/** The ids of a part, under whatever prefix. */
const idsIn = (xml: string): Set<string> =>
  new Set([...xml.matchAll(/[\s:]id\s*=\s*["'](?<id>[^"']*)["']/gu)].map(({ groups }) => groups?.["id"] ?? ""));

/** The words of the text and of each note that it calls, in the order of the marks. */
function ledgerOf(
  main: XmlElement | undefined,
  notes: Readonly<Record<"footnote" | "endnote", XmlElement | undefined>>,
  findings: Findings,
): Fragment[] {
  const body = main && child(main, "w:body");
  if (!body) throw new Error("no body");
  const called = new Map<string, { kind: "footnote" | "endnote"; id: string }>();
  const text = wordsOfPart(body, "the text", "body", (kind, id) => {
    called.set(`${kind} ${id}`, { kind, id });
  });
  const parts = Object.fromEntries(
    (["footnote", "endnote"] as const).map((kind) => {
      const root = notes[kind];
      return [kind, root ? elements(root).filter(({ tagName }) => tagName === `w:${kind}`) : []];
    }),
  ) as Record<"footnote" | "endnote", XmlElement[]>;
  const byId = new Map(
    (["footnote", "endnote"] as const).flatMap((kind) =>
      parts[kind].map((one) => [`${kind} ${one.getAttribute("w:id") ?? ""}`, one] as const),
    ),
  );
  const fragments = [...called.values()].flatMap(({ kind, id }, index) => {
    const note = byId.get(`${kind} ${id}`);
    return note ? wordsOfPart(note, `${kind} ${index + 1}`, `note ${index + 1}`, () => undefined) : [];
  });
  for (const kind of ["footnote", "endnote"] as const)
    for (const note of parts[kind]) {
      const id = note.getAttribute("w:id") ?? "";
      if (note.getAttribute("w:type") || called.has(`${kind} ${id}`)) continue;
      const words = shownIn(note);
      if (words.trim() !== "")
        findings.leftOut.push({ place: kind, text: `no mark calls it: “${excerpt(words, 80)}”`, words });
    }
  return [...text, ...fragments];
}

/** Headers, footers and comments are reported, not printed. */
function sayWhatIsBeside(
  entries: ReadonlyMap<string, Uint8Array>,
  read: (path: string) => string | undefined,
  path: (name: string) => string,
  findings: Findings,
): void {
  const said = new Set<string>();
  for (const name of entries.keys()) {
    if (!/(?:^|\/)(?:header|footer)\d*\.xml$/u.test(name)) continue;
    const words = wordsIn(read(name));
    if (words.trim() !== "" && !said.has(words))
      findings.leftOut.push({
        place: /header/u.test(name) ? "header" : "footer",
        text: `“${excerpt(words, 80)}”`,
        words,
      });
    said.add(words);
  }
  for (const name of entries.keys()) {
    if (!/(?:^|\/)(?:diagrams\/data|charts\/chart)\d*\.xml$/u.test(name)) continue;
    const words = descendants(parseXml(read(name) ?? "").documentElement, "a:t")
      .map(({ textContent }) => textContent)
      .join(" ");
    findings.leftOut.push({
      place: /diagrams/u.test(name) ? "diagram" : "chart",
      text: `it is drawn by Word: put a picture of it into the essay${words.trim() ? `; its words: “${excerpt(words, 120)}”` : ""}`,
      words,
    });
  }
  const comments = read(path("comments.xml"));
  if (!comments) return;
  for (const comment of descendants(parseXml(comments).documentElement, "w:comment")) {
    const words = shownIn(comment);
    if (words.trim() !== "")
      findings.leftOut.push({
        place: `comment by ${comment.getAttribute("w:author") ?? "someone"}`,
        text: `“${excerpt(words, 120)}”`,
        words,
      });
  }
}

/** Whole files that Word shows in the place of a paragraph, and mammoth does not: they are told with their words. */
function tellOtherFiles(main: string, read: (path: string) => string | undefined, findings: Findings): void {
  const folder = main.split("/").slice(0, -1);
  const relations = read([...folder, "_rels", `${main.split("/").at(-1)}.rels`].join("/")) ?? "";
  for (const [relation] of relations.matchAll(/<Relationship\b[^<>]*\/aFChunk"[^<>]*>/gu)) {
    const target = /Target\s*=\s*"(?<target>[^"]+)"/u.exec(relation)?.groups?.["target"] ?? "";
    const path = target.startsWith("/") ? target.slice(1) : resolvePath(main, target);
    const isPage = /\.(?:x?html?|mht)$/iu.test(target);
    const words = isPage
      ? hastText(fromHtml(read(path) ?? ""))
          .replaceAll(/\s+/gu, " ")
          .trim()
      : "";
    findings.leftOut.push({
      place: "another file within the text",
      text: `${target.split("/").at(-1)} is shown there by Word and was not read${words === "" ? "" : ` (“${excerpt(words, 200)}”)`}: open the file in Word, save it, and import it again`,
      words,
    });
  }
}

/** What Word writes before headings by a list of their style stands in no text: the site numbers them itself. */
function tellListNumbers(styles: string | undefined, numbering: string | undefined, findings: Findings): void {
  if (styles === undefined || numbering === undefined) return;
  const root = parseXml(numbering).documentElement;
  const abstractOf = new Map(
    descendants(root, "w:num").map((one) => [one.getAttribute("w:numId"), value(child(one, "w:abstractNumId"))]),
  );
  for (const style of descendants(parseXml(styles).documentElement, "w:style")) {
    const level = /^heading (?<level>[1-9])$/iu.exec(value(child(style, "w:name")) ?? "")?.groups?.["level"];
    const properties = child(style, "w:pPr");
    const own = properties && child(properties, "w:numPr");
    const id = own && value(child(own, "w:numId"));
    if (!level || !own || !id || id === "0") continue;
    const depth = value(child(own, "w:ilvl")) ?? "0";
    const list = descendants(root, "w:abstractNum").find(
      (one) => one.getAttribute("w:abstractNumId") === abstractOf.get(id),
    );
    const pattern = list && descendants(list, "w:lvl").find((one) => one.getAttribute("w:ilvl") === depth);
    const shown = pattern && value(child(pattern, "w:lvlText"));
    if (shown)
      findings.open.push({
        place: "essay.yaml",
        text: `Word numbers its headings of level ${level} by itself (“${excerpt(shown.replaceAll(/%\d/gu, "1"))}”); the site does where their sections are numbered, as “numbering” says`,
      });
  }
}

const wordsIn = (xml: string | undefined): string => (xml === undefined ? "" : shownIn(parseXml(xml).documentElement));

/** @returns what an element shows: a paragraph's end, a line's and a tab part words */
function shownIn(node: XmlElement): string {
  if (node.tagName === "w:t") return node.textContent;
  if (node.tagName === "w:tab" || node.tagName === "w:br") return " ";
  const said = elements(node).map(shownIn).join("");
  return node.tagName === "w:p" ? `${said} ` : said;
}

/** mammoth writes a note for each reference to it. */
function dropRepeatedNotes(tree: HastRoot): void {
  const seen = new Set<string>();
  visit(tree, (node) => {
    if (node.tagName !== "ol") return;
    node.children = node.children.filter((one) => {
      const id = one.type === "element" ? String(one.properties["id"] ?? "") : "";
      const isRepeated = /^(?:foot|end)note-/u.test(id) && seen.has(id);
      if (/^(?:foot|end)note-/u.test(id)) seen.add(id);
      return !isRepeated;
    });
  });
}

/** Styles with a level in the outline are headings, whatever they are called. */
function outlineStyles(xml: string | undefined): string[] {
  const map = Array.from({ length: 6 }, (_, index) => `p.EssayHeading${index + 1} => h${index + 1}:fresh`);
  if (xml === undefined) return map;
  const styles = descendants(parseXml(xml).documentElement, "w:style").filter(
    (one) => one.getAttribute("w:type") === "paragraph",
  );
  const byId = new Map(styles.map((one) => [one.getAttribute("w:styleId") ?? "", one]));
  const level = (style: XmlElement, seen: ReadonlySet<string> = new Set()): number | undefined => {
    const name = value(child(style, "w:name"))?.toLowerCase() ?? "";
    if (/^(?:title|subtitle|toc|caption|titel|untertitel)/u.test(name)) return undefined;
    const own =
      /^(?:heading|überschrift|titre|título|titolo|encabezado|kop|rubrik|nagłówek|заголовок|見出し|标题|제목)\s?(\d)$/u.exec(
        name,
      )?.[1];
    if (own) return Number(own) - 1;
    const properties = child(style, "w:pPr");
    const outline = properties && value(child(properties, "w:outlineLvl"));
    if (outline !== undefined) return Number(outline);
    const based = value(child(style, "w:basedOn")) ?? "";
    const parent = byId.get(based);
    return parent && !seen.has(based) ? level(parent, new Set([...seen, based])) : undefined;
  };
  for (const [id, style] of byId) {
    const depth = level(style);
    if (depth === undefined || depth > 8) continue;
    // An id in other letters than Latin's first is no name in a style map: the style's name stands for it.
    const name = value(child(style, "w:name")) ?? "";
    const matcher = /^[\w-]+$/u.test(id) ? `.${id}` : `[style-name='${name.replaceAll(/['\\]/gu, "\\$&")}']`;
    map.push(`p${matcher} => h${Math.min(6, depth + 1)}:fresh`);
  }
  return map;
}

interface MammothNode {
  readonly type: string;
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly numbering?: unknown;
  readonly indent?: { readonly start?: string; readonly hanging?: string };
  readonly children?: readonly MammothNode[];
  readonly value?: string;
}

/** Twentieths of a point: a paragraph indented as a whole by two characters and more quotes. */
const QUOTATION_INDENT = 400;

/** Takes paragraphs that are indented as a whole for quotations, unless someone has said otherwise. */
function quoteIndented(findings: Findings): (document: MammothNode) => MammothNode {
  let count = 0;
  const walk = (node: MammothNode, inBody: boolean): MammothNode => {
    if (node.type === "paragraph") {
      count += 1;
      const { indent, styleId, styleName, numbering } = node;
      const isPlain = !styleId || /^(?:normal|body text|standard|text body|本文|標準)/iu.test(styleName ?? "");
      const words = said(node).trim();
      if (
        !inBody ||
        !isPlain ||
        numbering ||
        Number(indent?.hanging ?? 0) > 0 ||
        Number(indent?.start ?? 0) < QUOTATION_INDENT ||
        words === ""
      )
        return node;
      const answer = findings.decide({
        key: `quotation ${count}`,
        place: `paragraph ${count}`,
        text: excerpt(words),
        taken: "quotation",
        confidence: 0.7,
        answers: ["quotation", "paragraph"],
      });
      return answer === "quotation" ? { ...node, styleId: "EssayQuotation", styleName: "EssayQuotation" } : node;
    }
    return node.children
      ? { ...node, children: node.children.map((one) => walk(one, inBody && node.type !== "table")) }
      : node;
  };
  return (document) => walk(document, true);
}

const said = (node: MammothNode): string => node.value ?? (node.children ?? []).map(said).join("");

const WEB_IMAGE: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/svg+xml": "svg",
};

function keepImage(bytes: Buffer, type: string, images: Map<string, ManuscriptImage>, findings: Findings): string {
  const extension = WEB_IMAGE[type];
  const known = [...images.values()].find((one) => Buffer.from(one.bytes).equals(bytes));
  if (known) return known.name;
  if (!extension) {
    findings.leftOut.push({
      place: "image",
      text: `an image of the kind ${type}, which no browser shows: save it as PNG or SVG and put it into the essay`,
    });
    return "";
  }
  const name = imageName(`figure-${images.size + 1}.${extension}`, images);
  images.set(name, { name, bytes });
  return name;
}

/** Puts elements in the place of the signs that ruby, emphasis marks and formulas went through mammoth as. */
export function restoreRuby(tree: Parents): void {
  const visitAll = (node: Parents): void => {
    const children = splitSigns(node.children as ElementContent[]);
    const formulas = wrap(
      wrap(children, FORMULA, FORMULA_END, (inner) => formulaOf(inner, "inline")),
      FORMULA_APART,
      FORMULA_END,
      (inner) => formulaOf(inner, "block"),
    );
    (node as { children: ElementContent[] }).children = wrap(
      wrap(formulas, RUBY_BASE, RUBY_END, rubyOf),
      EMPHASIS,
      EMPHASIS_END,
      emphasisOf,
    );
    for (const one of node.children) if (one.type === "element") visitAll(one);
  };
  visitAll(tree);
  // Where a sign's partner stands in another element, the reading stays in brackets.
  visit(tree as Element, (node) => {
    for (const one of node.children)
      if (one.type === "text")
        one.value = one.value
          .replaceAll(
            new RegExp(`[${EMPHASIS}${EMPHASIS_END}${RUBY_BASE}${FORMULA}${FORMULA_APART}${FORMULA_END}]`, "gu"),
            "",
          )
          .replaceAll(RUBY_READING, " ")
          .replaceAll(RUBY_END, " ");
  });
}

const SIGNS = new RegExp(
  `([${RUBY_BASE}${RUBY_READING}${RUBY_END}${EMPHASIS}${EMPHASIS_END}${FORMULA}${FORMULA_APART}${FORMULA_END}])`,
  "u",
);

const splitSigns = (children: readonly ElementContent[]): ElementContent[] =>
  children.flatMap((one): ElementContent[] =>
    one.type === "text"
      ? one.value
          .replaceAll(EMPHASIS_END + EMPHASIS, "")
          .split(SIGNS)
          .filter((part) => part !== "")
          .map((part) => ({ type: "text", value: part }))
      : [one],
  );

function wrap(
  children: readonly ElementContent[],
  open: string,
  close: string,
  make: (inner: ElementContent[]) => ElementContent,
): ElementContent[] {
  const result: ElementContent[] = [];
  let index = 0;
  const isSign = (one: ElementContent | undefined, sign: string) => one?.type === "text" && one.value === sign;
  while (index < children.length) {
    const one = children[index];
    if (!one) break;
    if (isSign(one, open)) {
      const end = children.findIndex((other, position) => position > index && isSign(other, close));
      if (end > 0) {
        result.push(make([...children.slice(index + 1, end)]));
        index = end + 1;
        continue;
      }
    }
    result.push(one);
    index += 1;
  }
  return result;
}

function rubyOf(inner: ElementContent[]): ElementContent {
  const middle = inner.findIndex((one) => one.type === "text" && one.value === RUBY_READING);
  const base = middle < 0 ? inner : inner.slice(0, middle);
  const reading = middle < 0 ? [] : inner.slice(middle + 1);
  return {
    type: "element",
    tagName: "ruby",
    properties: {},
    children: [
      ...base,
      ...(reading.length > 0 ? [{ type: "element" as const, tagName: "rt", properties: {}, children: reading }] : []),
    ],
  };
}

const formulaOf = (inner: ElementContent[], display: "inline" | "block"): ElementContent => ({
  type: "element",
  tagName: "essay-formula",
  properties: { display },
  children: inner,
});

const emphasisOf = (inner: ElementContent[]): ElementContent => ({
  type: "element",
  tagName: "em",
  properties: {},
  children: inner,
});

function coreMetadata(xml: string | undefined): ManuscriptMetadata {
  const metadata: ManuscriptMetadata = {};
  if (xml === undefined) return metadata;
  const root = parseXml(xml).documentElement;
  const of = (name: string) => child(root, name)?.textContent.trim() || undefined;
  const title = of("dc:title");
  if (title) metadata.title = title;
  // Word puts the name of the computer's user there; a program's name is none.
  const creator = of("dc:creator");
  if (creator && !/^(?:user|admin|owner|author|un-?named|microsoft|python-docx|apache poi|openpyxl)\b/iu.test(creator))
    metadata.authors = splitNames(creator).map(parseName);
  const keywords = of("cp:keywords");
  if (keywords) metadata.keywords = keywords.split(/\s*[,;、；]\s*/u).filter(Boolean);
  return metadata;
}

/** So many paragraphs may be a title page. */
const TITLE_PAGE = 12;

/** @returns whether the beginning of the text says the names, in either order of their parts */
function isNamedIn(tree: HastRoot, names: readonly ManuscriptName[]): boolean {
  const page = tree.children
    .filter((node): node is Element => node.type === "element")
    .slice(0, TITLE_PAGE)
    .map((node) => letters(plain(node)));
  return names.some((name) => {
    const parts = Object.values(name).map((part) => letters(String(part)));
    return [parts.join(""), parts.toReversed().join("")].some((one) => page.some((words) => words.includes(one)));
  });
}

/** Without a name on the first page the file's own is taken; which was is told. */
function tellUser(user: readonly ManuscriptName[] | undefined, metadata: ManuscriptMetadata, findings: Findings): void {
  if (!user) return;
  const said = user.map((name) => ("literal" in name ? name.literal : [name.given, name.family].join(" ").trim()));
  if (metadata.authors)
    findings.leftOut.push({
      place: "the file's properties",
      text: `they name “${said.join(", ")}”; who wrote it was taken from under the title`,
      words: said.join(" "),
    });
  else {
    metadata.authors = [...user];
    findings.open.push({
      place: "essay.yaml",
      text: `“${said.join(", ")}” is named as the author by the file's properties alone, where Word keeps the name of the computer's user: authors`,
    });
  }
}

interface FrontField {
  readonly field: "title" | "subtitle" | "authors" | "date";
  readonly words: string;
  /** The words as a title has them, with readings in brackets. */
  readonly shown: string;
}

/** Paragraphs with the styles of a title page, before the text. */
function takeFront(tree: HastRoot, metadata: ManuscriptMetadata): FrontField[] {
  const fields: FrontField[] = [];
  const kinds: Readonly<Record<string, FrontField["field"]>> = {
    "essay-title": "title",
    "essay-subtitle": "subtitle",
    "essay-author": "authors",
    "essay-date": "date",
  };
  let hasTitleWithNotes = false;
  let hasEnded = false;
  let before: FrontField["field"] | undefined;
  tree.children = tree.children.filter((node) => {
    if (node.type !== "element" || hasEnded) return true;
    const classes = Array.isArray(node.properties["className"]) ? node.properties["className"].map(String) : [];
    const field = node.tagName === "p" ? classes.map((name) => kinds[name]).find(Boolean) : undefined;
    const words = plain(node);
    if (words === "") return true;
    const isNext = field === before;
    before = field;
    // A title page says each thing in one place; what comes again behind other words belongs to the text.
    hasEnded = /^h[1-6]$/u.test(node.tagName) || (!isNext && fields.some((one) => one.field === field));
    if (!field || hasEnded) return true;
    if (field === "title" && isNext) return true;
    if (hasNote(node)) {
      if (field !== "title" || hasTitleWithNotes) return true;
      // Its notes are found first, as those of any heading.
      hasTitleWithNotes = true;
      node.tagName = "h1";
      metadata.title = plainWithoutCalls(node);
      return true;
    }
    const readings: string[] = [];
    fields.push({ field, words, shown: inBrackets(node, readings) });
    if (readings.length > 0) metadata.readings = [...(metadata.readings ?? []), ...readings];
    return false;
  });
  for (const { field, shown } of fields) {
    if (field === "title") metadata.title = shown;
    if (field === "subtitle") metadata.subtitle = metadata.subtitle ? `${metadata.subtitle} ${shown}` : shown;
    const date = field === "date" ? isoDate(shown) : undefined;
    if (date !== undefined) metadata.date = date;
  }
  const names = fields.filter(({ field }) => field === "authors").flatMap(({ words }) => splitNames(words));
  if (names.length > 0) metadata.authors = names.map(parseName);
  return fields;
}

const hasNote = (node: Element): boolean => {
  let found = false;
  visit(node, (one) => {
    if (one.tagName === "a") found = true;
  });
  return found;
};

const plainWithoutCalls = (node: Element): string => {
  const words = structuredClone(node);
  visit(words, (one) => {
    if (one.tagName === "sup") one.children = [];
  });
  return plain(words);
};

/** @returns the words with each reading in brackets, as a title has no ruby; the readings are added to the list */
function inBrackets(node: Element, readings: string[]): string {
  const words = structuredClone(node);
  visit(words, (one) => {
    if (one.tagName !== "rt" || plain(one) === "") return;
    readings.push(plain(one));
    one.children = [{ type: "text", value: `（${plain(one)}）` }];
  });
  return plain(words);
}

const plain = (node: Element): string => textOf(node).replaceAll(/\s+/gu, " ").trim();
const textOf = (node: Element | ElementContent): string =>
  node.type === "text" ? node.value : "children" in node ? node.children.map(textOf).join("") : "";

/** The paragraphs of a title page go to their fields in the ledger too. */
function assignFront(ledger: readonly Fragment[], front: readonly FrontField[]): Fragment[] {
  const places = Map.groupBy(ledger.keys(), (index) => ledger[index]?.place ?? "");
  const assigned = [...ledger];
  const used = new Set<string>();
  for (const { field, words } of front) {
    for (const [place, indexes] of places) {
      if (used.has(place) || !place.startsWith("the text")) continue;
      const said = indexes.map((index) => ledger[index]?.text ?? "").join("");
      if (said.replaceAll(/\s+/gu, "") !== words.replaceAll(/\s+/gu, "")) continue;
      used.add(place);
      const names = field === "authors" ? splitNames(words) : [];
      for (const index of indexes) {
        const one = ledger[index];
        if (!one) continue;
        assigned[index] = {
          ...one,
          to: field === "date" || names.length > 1 ? "left out" : `field ${field}`,
          ...(field === "date" && { why: "date" }),
          ...(names.length > 1 && { why: "names of the authors" }),
        };
      }
      break;
    }
  }
  return assigned;
}
