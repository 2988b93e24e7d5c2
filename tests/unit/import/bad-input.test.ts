import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { importFiles } from "../../support/manuscripts.ts";

/** A zip whose one entry is far larger than it can honestly be. */
const bomb = (): Uint8Array => zipSync({ "word/document.xml": new Uint8Array(30 * 1024 * 1024) }, { level: 9 });

const CASES: readonly { what: string; name: string; bytes: Uint8Array; says: RegExp }[] = [
  { what: "an empty file", name: "a.txt", bytes: new Uint8Array(), says: /^a\.txt is empty\./u },
  {
    what: "a broken Word file",
    name: "a.docx",
    bytes: strToU8("PK\u0003\u0004broken"),
    says: /^a\.docx is a damaged archive\./u,
  },
  { what: "a zip bomb", name: "a.docx", bytes: bomb(), says: /zip bomb/u },
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
];

for (const { what, name, bytes, says } of CASES)
  test(`${what} gets one sentence that says what it is and what can be done`, async () => {
    await assert.rejects(importFiles({ [name]: bytes }, { language: "en" }), (error: Error) => {
      assert.equal(error.name, "ImportError");
      assert.match(error.message, says);
      assert.ok(!error.message.includes("\n"), "one line");
      return true;
    });
  });
