import assert from "node:assert/strict";
import { test } from "node:test";
import { Document, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { importFiles, type MadeDocument, madeDocument, sectionsOf } from "../../support/manuscripts.ts";
import { printPdf } from "../../support/print-pdf.ts";

const escapeHtml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const escapeMarkdown = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>&#|~^@$:+.-]/gu, "\\$&");

function asHtml({ title, sections }: MadeDocument): string {
  let count = 0;
  const notes: string[] = [];
  const body = sections.map(({ title: heading, paragraphs }) => {
    const blocks = paragraphs.map(({ text, note }) => {
      if (note === undefined) return `<p>${escapeHtml(text)}</p>`;
      count += 1;
      notes.push(`<li id="fn${count}"><p>${escapeHtml(note)} <a href="#r${count}">↩</a></p></li>`);
      return `<p>${escapeHtml(text)}<sup id="r${count}"><a href="#fn${count}">${count}</a></sup></p>`;
    });
    return `<h2>${escapeHtml(heading)}</h2>\n${blocks.join("\n")}`;
  });
  return `<!doctype html><html><body><h1>${escapeHtml(title)}</h1>${body.join("\n")}${notes.length > 0 ? `<section role="doc-endnotes"><hr><ol>${notes.join("")}</ol></section>` : ""}</body></html>`;
}

function asMarkdown({ title, sections }: MadeDocument): string {
  let count = 0;
  const notes: string[] = [];
  const body = sections.map(({ title: heading, paragraphs }) => {
    const blocks = paragraphs.map(({ text, note }) => {
      if (note === undefined) return escapeMarkdown(text);
      count += 1;
      notes.push(`[^${count}]: ${escapeMarkdown(note)}`);
      return `${escapeMarkdown(text)}[^${count}]`;
    });
    return `## ${escapeMarkdown(heading)}\n\n${blocks.join("\n\n")}`;
  });
  return `# ${escapeMarkdown(title)}\n\n${body.join("\n\n")}\n\n${notes.join("\n\n")}\n`;
}

async function asDocx({ title, sections }: MadeDocument): Promise<Uint8Array> {
  const footnotes: Record<number, { children: Paragraph[] }> = {};
  const children = sections.flatMap(({ title: heading, paragraphs }) => [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1 }),
    ...paragraphs.map(({ text, note }) => {
      const runs: (TextRun | FootnoteReferenceRun)[] = [new TextRun(text)];
      if (note !== undefined) {
        const number = Object.keys(footnotes).length + 1;
        footnotes[number] = { children: [new Paragraph(note)] };
        runs.push(new FootnoteReferenceRun(number));
      }
      return new Paragraph({ children: runs });
    }),
  ]);
  const document = new Document({
    footnotes,
    sections: [{ children: [new Paragraph({ text: title, heading: HeadingLevel.TITLE }), ...children] }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** A text as it comes out of a PDF: lines broken at the measure, a paragraph's first line indented, notes at the end. */
function asText({ title, sections }: MadeDocument, language: "ja" | "en"): string {
  const measure = language === "ja" ? 24 : 62;
  const wrap = (text: string): string => {
    if (language === "ja") return (text.match(new RegExp(`.{1,${measure}}`, "gu")) ?? []).join("\n");
    const lines = [""];
    for (const word of text.split(" ")) {
      const last = lines.at(-1) ?? "";
      if (last !== "" && last.length + 1 + word.length > measure) lines.push(word);
      else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
    }
    return lines.join("\n");
  };
  let count = 0;
  const notes: string[] = [];
  const body = sections.map(({ title: heading, paragraphs }, index) => {
    const blocks = paragraphs.map(({ text, note }) => {
      if (note === undefined) return wrap(text);
      count += 1;
      notes.push(wrap(`[${count}] ${note}`));
      return wrap(`${text}[${count}]`);
    });
    return `${index + 1} ${heading}\n\n${blocks.join("\n\n")}`;
  });
  return `${title}\n\n${body.join("\n\n")}\n${notes.length > 0 ? `\n${language === "ja" ? "注" : "Notes"}\n\n${notes.join("\n")}\n` : ""}`;
}

/** A book of one chapter a section, its notes in a file of their own, as EPUB 3 has them. */
function asEpub({ title, sections }: MadeDocument, language: string): Uint8Array {
  const page = (body: string) =>
    `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="${language}"><head><title>${escapeHtml(title)}</title></head><body>${body}</body></html>`;
  let count = 0;
  const notes: string[] = [];
  const chapters = sections.map(({ title: heading, paragraphs }, index) => {
    const blocks = paragraphs.map(({ text, note }) => {
      if (note === undefined) return `<p>${escapeHtml(text)}</p>`;
      count += 1;
      notes.push(
        `<aside epub:type="footnote" id="fn${count}"><p>${escapeHtml(note)} <a href="c${index}.xhtml#r${count}">↩</a></p></aside>`,
      );
      return `<p>${escapeHtml(text)}<a epub:type="noteref" id="r${count}" href="notes.xhtml#fn${count}">${count}</a></p>`;
    });
    return page(`<section><h1>${escapeHtml(heading)}</h1>${blocks.join("")}</section>`);
  });
  const files = [...chapters.map((_, index) => `c${index}.xhtml`), ...(notes.length > 0 ? ["notes.xhtml"] : [])];
  return zipSync({
    mimetype: strToU8("application/epub+zip"),
    "META-INF/container.xml": strToU8(
      '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="o/p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    "o/p.opf": strToU8(
      `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeHtml(title)}</dc:title><dc:language>${language}</dc:language></metadata><manifest>${files.map((file) => `<item id="${file}" href="${file}" media-type="application/xhtml+xml"/>`).join("")}</manifest><spine>${files.map((file) => `<itemref idref="${file}"/>`).join("")}</spine></package>`,
    ),
    ...Object.fromEntries(chapters.map((text, index) => [`o/c${index}.xhtml`, strToU8(text)])),
    ...(notes.length > 0 && { "o/notes.xhtml": strToU8(page(notes.join(""))) }),
  });
}

const plain = (text: string): string => text.replaceAll(/\s+/gu, "");

async function assertSame(
  made: MadeDocument,
  files: Record<string, string | Uint8Array>,
  language: string,
): Promise<void> {
  const imported = await importFiles(files, { language });
  const found = sectionsOf(imported);
  assert.match(String(imported.files.get("essay.yaml")), new RegExp(`^title: ["']?${made.title}`, "mu"));
  assert.deepEqual(
    found.map(({ title }) => title),
    made.sections.map(({ title }) => title),
  );
  assert.deepEqual(
    found.map(({ paragraphs }) => paragraphs.map(plain)),
    made.sections.map(({ paragraphs }) => paragraphs.map(({ text }) => plain(text))),
  );
  assert.deepEqual(
    found.map(({ notes }) => notes.map(({ words }) => plain(words))),
    made.sections.map(({ paragraphs }) => paragraphs.flatMap(({ note }) => (note === undefined ? [] : [plain(note)]))),
  );
}

for (const language of ["ja", "en"] as const)
  test(`a document comes through every form as it was made (${language})`, async () => {
    await fc.assert(
      fc.asyncProperty(madeDocument(language), async (made) => {
        await assertSame(made, { "essay.html": asHtml(made) }, language);
        await assertSame(made, { "essay.md": asMarkdown(made) }, language);
        await assertSame(made, { "essay.docx": await asDocx(made) }, language);
        await assertSame(made, { "essay.epub": asEpub(made, language) }, language);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });

for (const language of ["ja", "en"] as const)
  test(`a text with broken lines loses and invents no word (${language})`, async () => {
    await fc.assert(
      fc.asyncProperty(madeDocument(language), async (made) => {
        const imported = await importFiles({ "essay.txt": asText(made, language) }, { language });
        const words = sectionsOf(imported)
          .flatMap(({ paragraphs }) => paragraphs)
          .join("");
        for (const { paragraphs } of made.sections)
          for (const { text } of paragraphs) assert.ok(plain(words).includes(plain(text).slice(0, -1)), text);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });

for (const [setting, language] of [
  ["japanese", "ja"],
  ["vertical", "ja"],
  ["latin", "en"],
] as const)
  test(`a page loses and invents no word, and keeps its headings and notes (${setting})`, async () => {
    await fc.assert(
      fc.asyncProperty(madeDocument(language), async (made) => {
        // The size of which a file has most letters is its text's: notes longer than the text would be taken for it.
        const lengthOf = (parts: readonly (string | undefined)[]) => parts.join("").length;
        const paragraphs = made.sections.flatMap((section) => section.paragraphs);
        fc.pre(lengthOf(paragraphs.map(({ text }) => text)) > 1.5 * lengthOf(paragraphs.map(({ note }) => note)));
        const imported = await importFiles({ "essay.pdf": printPdf(made, setting) }, { language });
        const found = sectionsOf(imported);
        assert.match(String(imported.files.get("essay.yaml")), new RegExp(`^title: ["']?${made.title}`, "mu"));
        assert.deepEqual(
          found.map(({ title }) => title),
          made.sections.map(({ title }) => title),
        );
        assert.deepEqual(
          found.map(({ paragraphs }) => plain(paragraphs.join(""))),
          made.sections.map(({ paragraphs }) => plain(paragraphs.map(({ text }) => text).join(""))),
        );
        assert.deepEqual(
          found.flatMap(({ notes }) => notes.map(({ words }) => plain(words))),
          made.sections.flatMap(({ paragraphs }) =>
            paragraphs.flatMap(({ note }) => (note === undefined ? [] : [plain(note)])),
          ),
        );
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
