import assert from "node:assert/strict";
import { test } from "node:test";
import { PDFDocument } from "@cantoo/pdf-lib";
import { strToU8, zipSync } from "fflate";
import { isCipher } from "../../../src/import/forms/pdf.ts";
import { importFiles } from "../../support/manuscripts.ts";

/** A zip whose one entry is far larger than it can honestly be. */
const bomb = (): Uint8Array => zipSync({ "word/document.xml": new Uint8Array(30 * 1024 * 1024) }, { level: 9 });

/** A PDF of one page, as a library writes it. */
async function pdf(fill: (document: PDFDocument) => unknown): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  await fill(document);
  return document.save();
}

const locked = (passwords: { userPassword: string; ownerPassword: string }) =>
  pdf((document) => {
    document.addPage().drawText("The boats are old.");
    document.encrypt(passwords);
  });

const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const scan = () =>
  pdf(async (document) => {
    const image = await document.embedPng(Buffer.from(PIXEL, "base64"));
    document.addPage([400, 600]).drawImage(image, { x: 0, y: 0, width: 400, height: 600 });
  });

/** A PDF of some kilobytes whose page is drawn by many megabytes. */
const swollen = () =>
  pdf((document) => {
    const page = document.addPage();
    const content = document.context.flateStream(new Uint8Array(20 * 1024 * 1024).fill(0x20));
    page.node.addContentStream(document.context.register(content));
  });

/** The container of old Office programs with a stream of this name. */
const container = (stream: string): Uint8Array =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from(stream, "utf16le")]);

/** An archive whose list says that its entry has ten bytes, of three million. */
function lying(): Uint8Array {
  const bytes = Buffer.from(zipSync({ "word/document.xml": new Uint8Array(3_000_000) }, { level: 9 }));
  bytes.writeUInt32LE(10, bytes.indexOf("PK\u0001\u0002", 0, "latin1") + 24);
  bytes.writeUInt32LE(10, 22);
  return new Uint8Array(bytes);
}

/** An archive whose entry says that it is enciphered. */
function enciphered(): Uint8Array {
  const bytes = Buffer.from(zipSync({ "word/document.xml": strToU8("<w:document/>") }));
  for (const [sign, at] of [
    ["PK\u0003\u0004", 6],
    ["PK\u0001\u0002", 8],
  ] as const)
    bytes.writeUInt16LE(1, bytes.indexOf(sign, 0, "latin1") + at);
  return new Uint8Array(bytes);
}

const CASES: readonly { what: string; name: string; bytes: Uint8Array | Promise<Uint8Array>; says: RegExp }[] = [
  { what: "an empty file", name: "a.txt", bytes: new Uint8Array(), says: /^a\.txt is empty\./u },
  { what: "an empty Word file", name: "a.docx", bytes: new Uint8Array(), says: /^a\.docx is empty\./u },
  {
    what: "an enciphered archive",
    name: "a.docx",
    bytes: enciphered(),
    says: /^a\.docx is protected by a password\./u,
  },
  {
    what: "a page of links",
    name: "a.html",
    bytes: strToU8(`<body><p>More:</p>${"<p><a href='/x'>The boats of another harbour</a></p>".repeat(8)}</body>`),
    says: /^a\.html is a list of links, not an article\./u,
  },
  {
    what: "a broken Word file",
    name: "a.docx",
    bytes: strToU8("PK\u0003\u0004broken"),
    says: /^a\.docx is a damaged archive\./u,
  },
  ...[
    ["a.html", `${"<div>".repeat(60_000)}文である。`],
    ["b.md", `${"> ".repeat(60_000)}文である。`],
    ["c.md", Array.from({ length: 300 }, (_, depth) => `${"  ".repeat(depth)}- 甲`).join("\n")],
  ].map(([name = "", text = ""]) => ({
    what: `${name}, which nests without end`,
    name,
    bytes: strToU8(text),
    says: /nests its parts too deeply to be read\. A program/u,
  })),
  { what: "a zip bomb", name: "a.docx", bytes: bomb(), says: /zip bomb/u },
  { what: "a PDF that unpacks to far more", name: "a.pdf", bytes: swollen(), says: /^a\.pdf unpacks to .*zip bomb/u },
  {
    what: "a Word file of the old kind",
    name: "a.doc",
    bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]),
    says: /old kind \(\.doc\).*save it as \.docx/u,
  },
  {
    what: "a Word file that is not one",
    name: "a.docx",
    bytes: zipSync({ "[Content_Types].xml": strToU8("<Types/>") }),
    says: /is not a whole Word file/u,
  },
  {
    what: "an image",
    name: "a.txt",
    bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1]),
    says: /is an image, not a text.*OCR/u,
  },
  { what: "a damaged PDF", name: "a.pdf", bytes: strToU8("%PDF-1.7\nnothing"), says: /is a damaged PDF/u },
  {
    what: "a page without an article",
    name: "a.html",
    bytes: strToU8("<body><nav><a href='/'>Home</a></nav><div><a href='/x'>More</a></div></body>"),
    says: /^a\.html holds no article/u,
  },
  {
    what: "a page that a script fills",
    name: "a.html",
    bytes: strToU8("<body><div id=root></div><script>go()</script></body>"),
    says: /holds no words/u,
  },
  {
    what: "binary data",
    name: "a.txt",
    bytes: new Uint8Array([65, 0, 0, 0, 66, 1, 0, 0, 0, 67, 0, 0]),
    says: /binary data/u,
  },
  {
    what: "an encoding that nobody knows",
    name: "a.txt",
    bytes: new Uint8Array([0x80, 0x81, 0xfe, 0xff, 0x90, 0x9d, 0x8f, 0x20, 0x81]),
    says: /encoding that could not be recognised/u,
  },
  {
    what: "sources alone",
    name: "a.bib",
    bytes: strToU8("@book{a, title={A Book}, year={2001}}"),
    says: /holds sources and no text/u,
  },
  {
    what: "a book without its list",
    name: "a.epub",
    bytes: zipSync({ mimetype: strToU8("application/epub+zip"), "a.xhtml": strToU8("<p>x</p>") }),
    says: /is not a whole EPUB/u,
  },
  {
    what: "a PDF with a password",
    name: "a.pdf",
    bytes: locked({ userPassword: "a", ownerPassword: "b" }),
    says: /^a\.pdf is protected by a password\. Save a copy without the password/u,
  },
  { what: "a scan", name: "a.pdf", bytes: scan(), says: /(?:is a scan|holds no text).*OCR/u },
  {
    what: "a Word file with a password",
    name: "a.docx",
    bytes: container("EncryptedPackage"),
    says: /^a\.docx is protected by a password\. Take the password off in Word/u,
  },
  { what: "an old spreadsheet", name: "a.xls", bytes: container("Workbook"), says: /is a spreadsheet, not a text/u },
  {
    what: "a Hangul file",
    name: "a.hwp",
    bytes: container("HwpSummaryInformation"),
    says: /is a Hangul file \(\.hwp\).*save it as \.docx/u,
  },
  { what: "RTF", name: "a.doc", bytes: strToU8("{\\rtf1 x}"), says: /is RTF, which is not read.*save it as \.docx/u },
  {
    what: "OpenDocument",
    name: "a.odt",
    bytes: zipSync({ mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }] }),
    says: /is an OpenDocument file.*Save it as \.docx/u,
  },
  {
    what: "LaTeX",
    name: "a.tex",
    bytes: strToU8("% a paper\n\\documentclass{article}\n\\begin{document}x\\end{document}"),
    says: /is LaTeX.*Give the PDF/u,
  },
  {
    what: "a web archive",
    name: "a.mht",
    bytes: strToU8(
      "From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n<p>x</p>",
    ),
    says: /is a web archive/u,
  },
  {
    what: "a web archive that says no more than that it is mail",
    name: "a.txt",
    bytes: strToU8("Subject: x\nMIME-Version: 1.0\n\n<p>x</p>"),
    says: /is a web archive/u,
  },
  {
    what: "XML of another kind",
    name: "a.xml",
    bytes: strToU8("<?xml version='1.0'?><TEI><p>x</p></TEI>"),
    says: /is XML of a kind that is not read/u,
  },
  { what: "another archive", name: "a.gz", bytes: new Uint8Array([0x1f, 0x8b, 8, 0]), says: /is an archive/u },
  { what: "an archive that lies", name: "a.docx", bytes: lying(), says: /is (?:not a whole Word file|a damaged)/u },
  {
    what: "an archive of 30,000 entries",
    name: "a.docx",
    bytes: zipSync(
      Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`word/${index}`, new Uint8Array()])),
      { level: 0 },
    ),
    says: /zip bomb/u,
  },
  ...(["adoc", "org", "rst", "textile", "typ", "mediawiki"] as const).map((extension) => ({
    what: `a text with the signs of .${extension}`,
    name: `a.${extension}`,
    bytes: strToU8("= 題\n\n本文である。\n"),
    says: /which is not read\. Make HTML or Markdown of it with Pandoc/u,
  })),
  { what: "UTF-32", name: "a.txt", bytes: new Uint8Array([0xff, 0xfe, 0, 0, 65, 0, 0, 0]), says: /is in UTF-32/u },
];

for (const { what, name, bytes, says } of CASES)
  test(`${what} gets one sentence that says what it is and what can be done`, async () => {
    await assert.rejects(importFiles({ [name]: await bytes }, { language: "en" }), (error: Error) => {
      assert.equal(error.name, "ImportError");
      assert.match(error.message, says);
      assert.ok(!error.message.includes("\n"), "one line");
      return true;
    });
  });

test("a PDF that only forbids changes is read", async () => {
  const bytes = await locked({ userPassword: "", ownerPassword: "b" });
  const { files } = await importFiles({ "a.pdf": bytes }, { language: "en" });
  assert.match(String(files.get("en/opening.mdx")), /The boats are old\./u);
});

test("a text in any of the usual encodings is read without being told", async () => {
  const le = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
  const be = (text: string) => new Uint8Array(Buffer.from(text, "utf16le").swap16());
  const japanese = "題名の書\n\n山田　太郎\n\n　同盟の抑止は可視化された。それは長い過程の結果である。\n";
  const french = "Le titre\n\nL’été à Noël, où l’on était déjà là.\n";
  // “Это текст.” in windows-1251, after a title.
  const russian = new Uint8Array([
    ...[0xcd, 0xe0, 0xe7, 0xe2, 0xe0, 0xed, 0xe8, 0xe5, 0x0a, 0x0a],
    ...[0xdd, 0xf2, 0xee, 0x20, 0xf2, 0xe5, 0xea, 0xf1, 0xf2, 0x2e, 0x0a],
  ]);
  for (const [bytes, language, words] of [
    [le(japanese), "ja", "同盟の抑止は可視化された。"],
    [be(japanese), "ja", "同盟の抑止は可視化された。"],
    [le(french), "fr", "L’été à Noël"],
    [be(french), "fr", "L’été à Noël"],
    [russian, "ru", "Это текст."],
  ] as const) {
    const { files } = await importFiles({ "a.txt": bytes }, { language });
    assert.match(String(files.get(`${language}/opening.mdx`)), new RegExp(words, "u"));
  }
});

test("words that a wrong font map has made are told from words", () => {
  const sentence =
    "The alliance had become visible by the end of that year, and nobody in the Baltic states asked any more whether it would fight for them or only say so in one more communiqué of its council.";
  const turned = sentence.replaceAll(/[a-z]/gu, (letter) =>
    String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + 3) % 26)),
  );
  assert.ok(!isCipher(sentence));
  assert.ok(isCipher(turned));
  assert.ok(!isCipher("NATO, BBC, HTTP, CSS and MDX".repeat(3)));
});
