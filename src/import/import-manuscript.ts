import type { FootnoteReference, Nodes, Root, RootContent } from "mdast";
import { visit } from "unist-util-visit";
import { UserError } from "../essay/problem.ts";
import { reservedId } from "../essay/reserved-ids.ts";
import { PICTURE_COMPONENT } from "../markdown/frame-blocks.ts";
import { toMathMl } from "../markdown/mathematics.ts";
import { detectForm, type FormName } from "./detect-form.ts";
import { essayFiles } from "./essay-files.ts";
import { type Decisions, excerpt, Findings } from "./findings.ts";
import type { FormContext, ReadForm } from "./forms/form.ts";
import { ImportError, nestsTooDeeply } from "./import-error.ts";
import { KnownEssay } from "./known-essay.ts";
import { guessLanguage, isOtherScript, siteLanguage } from "./language.ts";
import { type Difference, firstDifference, readBack } from "./law.ts";
import { readLicence } from "./licence.ts";
import { append } from "./lists.ts";
import type { Fragment, Manuscript, ManuscriptMetadata } from "./manuscript.ts";
import type { KnownSection } from "./merge.ts";
import { parseName } from "./names.ts";
import { withoutReadings, wordsOf } from "./plain-words.ts";
import { type DraftEssay, makeSections, READINGS_IN_TITLES } from "./sections.ts";
import { findSlips } from "./slips.ts";
import { nameOfJapanese, SlugMaker } from "./slugs.ts";
import { tellLeftOut } from "./tell-left-out.ts";

/** A file that the author gives. */
export interface GivenFile {
  /** As the author wrote it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The bytes of a file beside it, by its path from there: the images that a text names. */
  readonly beside?: FormContext["beside"];
}

export interface ImportRequest {
  readonly files: readonly GivenFile[];
  readonly language: string | undefined;
  readonly encoding: string | undefined;
  readonly decisions: Decisions;
  /** The words that decisions were about when they were made, by their keys. */
  readonly about?: ReadonlyMap<string, string>;
  /** Short permanent name of the essay; made of its title where it is not given. */
  readonly id: string | undefined;
  /** ISO 8601 date of the import. */
  readonly today: string;
  /** The sections of an import before, whose ids and labels are kept. */
  readonly known: readonly KnownSection[];
  readonly progress: FormContext["progress"];
}

/** What an import gives: files to write, and what there is to say. */
export interface ImportedEssay {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly findings: Findings;
  readonly language: string;
  readonly draft: DraftEssay;
  readonly paragraphs: number;
  readonly characters: number;
}

/** Each form is read by one module, which is loaded when it is wanted: some bring large libraries. */
const FORMS: Readonly<Record<Exclude<FormName, "bibliography">, () => Promise<ReadForm>>> = {
  text: async () => (await import("./forms/text.ts")).readText,
  "zipped text": async () => (await import("./forms/zipped-text.ts")).readZippedText,
  markdown: async () => (await import("./forms/markdown.ts")).readMarkdown,
  html: async () => (await import("./forms/html.ts")).readHtml,
  epub: async () => (await import("./forms/epub.ts")).readEpub,
  docx: async () => (await import("./forms/docx.ts")).readDocx,
  pdf: async () => (await import("./forms/pdf.ts")).readPdf,
};

/**
 * Makes an essay's files of manuscripts. Nothing is written here, nothing is executed that a file holds, and no address
 * in it is fetched.
 *
 * @throws {ImportError} where a file cannot be imported
 * @throws {WordsDiffer} where words would be lost or invented
 */
export async function importManuscripts(request: ImportRequest): Promise<ImportedEssay> {
  try {
    return await readAll(request);
  } catch (error) {
    if (error instanceof RangeError && /call stack/iu.test(error.message))
      throw nestsTooDeeply(request.files.map(({ name }) => name).join(", "));
    throw error;
  }
}

async function readAll(request: ImportRequest): Promise<ImportedEssay> {
  const findings = new Findings(request.decisions, request.about);
  const manuscripts: Manuscript[] = [];
  const references: Record<string, unknown>[] = [];
  for (const { name, bytes, beside = () => undefined } of request.files) {
    const form = detectForm(bytes, name);
    if (form === "bibliography") {
      const { readBibliography } = await import("./references.ts");
      append(references, readBibliography(bytes, name, findings));
      continue;
    }
    const read = await FORMS[form]();
    manuscripts.push(
      await read(bytes, name, {
        findings,
        language: request.language,
        encoding: request.encoding,
        beside,
        progress: request.progress,
      }),
    );
  }
  if (manuscripts.length === 0)
    throw new ImportError(
      request.files.map(({ name }) => name).join(", "),
      "holds sources and no text",
      "Name the manuscript too.",
    );
  const manuscript = joinManuscripts(manuscripts);
  guardFormulas(manuscript.tree, findings);
  const { takeOutBroken } = await import("./check-images.ts");
  const images = await takeOutBroken(manuscript.images, manuscript.tree, findings);
  tellUndescribed(manuscript.tree, findings);
  const words = wordsOf(manuscript.tree);
  const language = request.language ?? languageOf(manuscript, words, findings);
  if (language === undefined)
    throw new ImportError(manuscript.file, "does not tell its language", "Name it: --language de.");

  await partNames(manuscript.metadata, findings);
  const title = manuscript.metadata.title ?? titleFromFile(manuscript.file, findings);
  const slugs = new SlugMaker(language, reservedId);
  const id =
    request.id ??
    (await new SlugMaker(language).make(withoutReadings(title, manuscript.metadata.readings ?? []), "essay"));
  const { prepareReferences } = await import("./references.ts");
  const { proposeReferences, withIds } = await import("./sources/propose-references.ts");
  const given = await withIds([...manuscript.references, ...references], language);
  const proposed = await proposeReferences(manuscript.tree, given, { findings, language });
  const prepared = prepareReferences([...given, ...proposed], manuscript.tree, findings, language);
  const draft = await makeSections(manuscript, { findings, language, slugs, known: new KnownEssay(request.known) });
  if (draft.sections.length === 0)
    throw new ImportError(manuscript.file, "holds no text", "Give the manuscript with its words.");
  findings.count(READINGS_IN_TITLES, manuscript.metadata.readings?.length ?? 0);
  findSlips(draft, findings);
  tellLeftOut(manuscript.ledger, manuscript.metadata, findings);
  sayWhatIsOpen(manuscript.metadata, findings, request.today);

  const files = essayFiles({
    id,
    language,
    metadata: { ...manuscript.metadata, title },
    draft,
    references: prepared.items,
    images,
    today: request.today,
  });
  const texts = new Map(
    [...files].flatMap(([path, text]): [string, string][] => (typeof text === "string" ? [[path, text]] : [])),
  );
  const ledger = manuscript.ledger.map((one) => ({ ...one, text: prepared.rename(one.text) }));
  const difference = firstDifference(
    { ...manuscript, ledger },
    draft,
    readBack(texts, language, draft, (done, all) => request.progress(done, all, "sections compared")),
  );
  if (difference) throw new WordsDiffer(manuscript.file, difference);
  return {
    files,
    findings,
    language,
    draft,
    paragraphs: countParagraphs(draft),
    characters: [...words.replaceAll(/\s+/gu, "")].length,
  };
}

/** The language that the file names, unless its words are in the script of another: many a page says “en” whatever it holds. */
function languageOf({ metadata, file }: Manuscript, words: string, findings: Findings): string | undefined {
  const guessed = guessLanguage(words);
  const named = metadata.language;
  if (named === undefined) return guessed;
  if (guessed === undefined || !isOtherScript(named, guessed)) return siteLanguage(named);
  findings.open.push({
    place: file,
    text: `it says that it is in “${named}”, and its words are in “${guessed}”, which was taken; --language says otherwise`,
  });
  return guessed;
}

/** A formula that the site cannot set would stop its build: it stands as it is written, and is told. */
function guardFormulas(tree: Root, findings: Findings): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined || (node.type !== "math" && node.type !== "inlineMath")) return;
    const set = toMathMl(node.value, node.type === "math");
    if (!("what" in set)) return;
    findings.open.push({
      place: `formula ${excerpt(node.value, 60)}`,
      text: `it cannot be set (${set.what}) and stands as it is written`,
    });
    (parent.children as Nodes[])[index] = { type: node.type === "math" ? "code" : "inlineCode", value: node.value };
  });
}

/** Who does not see an image has its description alone. */
function tellUndescribed(tree: Root, findings: Findings): void {
  const names = new Set<string>();
  visit(tree, (node) => {
    if (node.type === "image" && !node.alt?.trim() && node.url !== "") names.add(node.url);
    if (node.type !== "mdxJsxFlowElement" || node.name !== PICTURE_COMPONENT) return;
    const said = new Map(node.attributes.map((one) => ["name" in one ? one.name : "", String(one.value ?? "")]));
    if (!said.get("alt")?.trim() && said.has("src")) names.add(said.get("src") ?? "");
  });
  if (names.size > 0)
    findings.open.push({
      place: "images",
      text: `${names.size} have no description, which those need who do not see them: ${excerpt([...names].join(", "), 200)}`,
    });
}

/** A person whose name is written in one is a person and no body, where a dictionary knows the parts. */
async function partNames(metadata: ManuscriptMetadata, findings: Findings): Promise<void> {
  for (const names of [metadata.authors, metadata.translators])
    for (const [index, name] of (names ?? []).entries()) {
      if (!names || !("literal" in name)) continue;
      const parted = await nameOfJapanese(name.literal);
      if (parted === undefined) continue;
      const answer = findings.decide({
        key: `name ${name.literal}`,
        place: "essay.yaml",
        text: name.literal,
        taken: parted,
        confidence: 0.85,
        answers: [parted, "whole"],
      });
      if (answer === parted) names[index] = parseName(parted);
    }
}

/** The law was about to be broken: nothing is written. */
class WordsDiffer extends UserError {
  override readonly name = "WordsDiffer";
  readonly difference: Difference;

  constructor(file: string, difference: Difference) {
    const { place, of, expected, found } = difference;
    super(
      [
        `${file}: the words that would go out are not the words that came in, so nothing was written.`,
        `  where  ${place}, in ${of}`,
        `  in     ${expected || "(nothing)"}`,
        `  out    ${found || "(nothing)"}`,
        "This is a fault of the importer. If a guess lies behind it, overrule it with --decide, or change that place in the manuscript.",
      ].join("\n"),
    );
    this.difference = difference;
  }
}

/** Several files are one essay, in the order in which they are given. */
function joinManuscripts(manuscripts: readonly Manuscript[]): Manuscript {
  const [first, ...rest] = manuscripts;
  if (!first) throw new Error("There is no manuscript.");
  if (rest.length === 0) return first;
  const children: RootContent[] = [];
  const ledger: Fragment[] = [];
  const metadata: ManuscriptMetadata = {
    ...first.metadata,
    ...(first.metadata.titleNotes && { titleNotes: first.metadata.titleNotes.map((identifier) => `1-${identifier}`) }),
  };
  manuscripts.forEach((manuscript, index) => {
    const prefix = `${index + 1}-`;
    const tree = structuredClone(manuscript.tree);
    // Notes count anew in every file.
    visit(tree as Root, (node: Nodes) => {
      if (node.type === "footnoteDefinition" || node.type === "footnoteReference") {
        node.identifier = `${prefix}${node.identifier}`;
        node.label = node.identifier;
      }
    });
    const own = manuscript.metadata.title;
    if (index > 0 && own !== undefined) {
      for (const block of tree.children) if (block.type === "heading") block.depth = Math.min(6, block.depth + 1) as 1;
      const marks = (manuscript.metadata.titleNotes ?? []).map(
        (identifier): FootnoteReference => ({
          type: "footnoteReference",
          identifier: prefix + identifier,
          label: prefix + identifier,
        }),
      );
      tree.children.unshift({ type: "heading", depth: 1, children: [{ type: "text", value: own }, ...marks] });
    }
    append(children, tree.children);
    append(
      ledger,
      manuscript.ledger.map(
        (one): Fragment => ({
          ...one,
          place: `${manuscript.file}, ${one.place}`,
          to:
            index > 0 && one.to === "field title"
              ? "body"
              : index > 0 && one.to.startsWith("field ")
                ? "left out"
                : one.to.startsWith("note ")
                  ? `note ${prefix}${one.to.slice("note ".length)}`
                  : one.to,
        }),
      ),
    );
  });
  return {
    file: manuscripts.map(({ file }) => file).join(", "),
    metadata,
    tree: { type: "root", children },
    ledger,
    images: manuscripts.flatMap(({ images }) => images),
    references: manuscripts.flatMap(({ references }) => references),
  };
}

function titleFromFile(file: string, findings: Findings): string {
  const name =
    (file.split(/[\\/,]/u).at(-1) ?? file)
      .replace(/\.[a-z0-9]+$/iu, "")
      .replaceAll(/[_-]+/gu, " ")
      .trim() || "Essay";
  findings.open.push({
    place: "title",
    text: `the manuscript has no title that was recognised; the file's name stands for it: “${excerpt(name)}”`,
  });
  return name;
}

function sayWhatIsOpen(metadata: ManuscriptMetadata, findings: Findings, today: string): void {
  const open = (text: string) => findings.open.push({ place: "essay.yaml", text });
  if (!metadata.authors?.length) open("no author was recognised: authors");
  if (!metadata.date) open("the day on which it was published is not known: dates.published");
  if (!metadata.rights || !readLicence(metadata.rights)) open("the licence is the author's to choose: licence");
  open(`edition 1.0.0 is dated ${today}, the day of the import`);
  for (const key of findings.unusedDecisions())
    findings.open.push({
      place: "import.yaml",
      text: `nothing asked for “${key}”: its place is not in the manuscript, or it is misspelt`,
    });
}

function countParagraphs({ sections }: DraftEssay): number {
  return sections.reduce(
    (sum, { children }) =>
      sum +
      children.filter(
        (node) => node.type === "paragraph" || (node.type === "mdxJsxFlowElement" && node.name === "Paragraph"),
      ).length,
    0,
  );
}
