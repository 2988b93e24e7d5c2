import fc from "fast-check";
import type { Nodes } from "mdast";
import {
  type GivenFile,
  type ImportedEssay,
  type ImportRequest,
  importManuscripts,
} from "../../src/import/import-manuscript.ts";
import { wordsOf } from "../../src/import/plain-words.ts";
import { parseSection } from "../../src/markdown/parser.ts";

/** Imports manuscripts by their names and contents, without a directory. */
export const importFiles = (
  files: Readonly<Record<string, string | Uint8Array>>,
  { beside, ...options }: Partial<Omit<ImportRequest, "files">> & Pick<GivenFile, "beside"> = {},
): Promise<ImportedEssay> =>
  importManuscripts({
    files: Object.entries(files).map(([name, content]) => ({
      name,
      bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
      ...(beside && { beside }),
    })),
    language: undefined,
    encoding: undefined,
    decisions: new Map(),
    id: undefined,
    today: "2026-01-31",
    known: [],
    progress: () => undefined,
    ...options,
  });

/** What a reader finds in an imported section. */
export interface FoundSection {
  readonly title: string | undefined;
  readonly paragraphs: readonly string[];
  /** Words before each mark, in order, and the words of its note. */
  readonly notes: readonly { readonly before: string; readonly words: string }[];
}

/** @returns the sections of an import, read again from its files */
export function sectionsOf({ files, draft, language }: ImportedEssay): FoundSection[] {
  return draft.sections.map(({ id, title }) => {
    const tree = parseSection(String(files.get(`${language}/${id}.mdx`)));
    const definitions = new Map(
      tree.children.flatMap((node) =>
        node.type === "footnoteDefinition" ? [[node.identifier, wordsOf(node)] as const] : [],
      ),
    );
    const notes: { before: string; words: string }[] = [];
    let said = "";
    const walk = (node: Nodes): void => {
      if (node.type === "footnoteDefinition") return;
      if (node.type === "text" || node.type === "inlineCode") said += node.value;
      if (node.type === "footnoteReference")
        notes.push({
          before: said.replaceAll(/[\s。、.,]+$/gu, "").slice(-6),
          words: (definitions.get(node.identifier) ?? "").trim(),
        });
      if ("children" in node) for (const child of node.children) walk(child as Nodes);
    };
    for (const node of tree.children) walk(node as Nodes);
    const paragraphs = tree.children.flatMap((node) =>
      node.type === "paragraph" || node.type === "blockquote" || node.type === "mdxJsxFlowElement"
        ? [
            wordsOf(node as Nodes)
              .replaceAll(/\s+/gu, " ")
              .trim(),
          ]
        : [],
    );
    return { title, paragraphs, notes };
  });
}

/** A paragraph that is made up, with the words of the note at its end. */
export interface MadeParagraph {
  readonly text: string;
  readonly note: string | undefined;
}

/** A document that is made up, to be printed as each form. */
export interface MadeDocument {
  readonly title: string;
  readonly sections: readonly { readonly title: string; readonly paragraphs: readonly MadeParagraph[] }[];
}

const JAPANESE = [
  "抑止",
  "の",
  "可視化",
  "は",
  "同盟",
  "を",
  "変えた",
  "戦争",
  "が",
  "続く",
  "国際",
  "秩序",
  "に",
  "対する",
  "NATO",
  "ロシア",
  "という",
  "（",
  "）",
  "「",
  "」",
  "、",
  "2022",
  "長い",
  "西側",
  "民主",
  "*",
  "_",
  "{",
  "<",
  "&amp;",
];
const ENGLISH = [
  "deterrence",
  "the",
  "alliance",
  "visible",
  "of",
  "export",
  "import",
  "1.",
  "-",
  "order",
  "{x}",
  "a<b",
  "*star*",
  "_",
  "[link]",
  "(so)",
  "war,",
  "#tag",
  "&copy;",
  "~",
  "`code`",
  "Europe",
  "|",
  "\\",
];

/** Documents of words that Markdown, MDX and YAML have a meaning for, among others. */
export const madeDocument = (language: "ja" | "en"): fc.Arbitrary<MadeDocument> => {
  const [words, space, stop] = language === "ja" ? [JAPANESE, "", "。"] : [ENGLISH, " ", "."];
  const sentence = (length: number) =>
    fc
      .array(fc.constantFrom(...words), { minLength: 4, maxLength: length })
      .map(
        (parts) =>
          `${language === "ja" ? "論点" : "Here"}${space}${parts.join(space)}${space}${language === "ja" ? "述べる" : "it stands"}${stop}`,
      );
  const title = fc
    .integer({ min: 1, max: 9999 })
    .map((number) => (language === "ja" ? `同盟の変容${number}編` : `On Alliance ${number}x`));
  const paragraph = fc.record({ text: sentence(40), note: fc.option(sentence(8), { nil: undefined }) });
  return (
    fc
      .record({
        title,
        sections: fc.array(fc.record({ title, paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 4 }) }), {
          minLength: 1,
          maxLength: 4,
        }),
      })
      // A first heading that says the title again is the title.
      .filter((made) => made.sections.every((section) => section.title !== made.title))
  );
};

/** An image of one pixel: an import leaves out what no program can show. */
export const PIXEL = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGNgYPiPB41K48QA5cFjneB9qUwAAAAASUVORK5CYII=",
    "base64",
  ),
);
