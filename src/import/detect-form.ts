import { ImportError } from "./import-error.ts";

/** What a file is, by its first bytes and its name. */
export type FormName = "text" | "markdown" | "html" | "docx" | "epub" | "pdf" | "bibliography" | "zipped text";

const startsWith = (bytes: Uint8Array, text: string, offset = 0): boolean =>
  [...text].every((character, index) => bytes[offset + index] === character.charCodeAt(0));

const contains = (bytes: Uint8Array, text: string, within: number): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, within)).includes(text, 0, "latin1");

/** Largest manuscript that is read, in bytes. */
export const LARGEST_FILE = 50 * 1024 * 1024;

/** Other files in the container of old Office programs: a stream's name in UTF-16, what it is, what can be done. */
const OLD_KINDS: readonly (readonly [sign: string, what: string, how: string])[] = [
  ["H\0w\0p\0S\0u\0m", "is a Hangul file (.hwp), which is not read", "Open it in Hangul and save it as .docx or PDF."],
  [
    "W\0o\0r\0k\0b\0o\0o\0k",
    "is a spreadsheet, not a text",
    "Give the manuscript as .docx, .pdf, .html, .epub, .md or .txt.",
  ],
  ["P\0o\0w\0e\0r\0P\0o\0i", "is slides, not a text", "Give the manuscript as .docx, .pdf, .html, .epub, .md or .txt."],
];

/** Texts in languages of their own that no form here is for: how they begin, what they are, what can be done. */
const OTHER_TEXTS: readonly (readonly [beginning: RegExp, what: string, how: string])[] = [
  [
    /^(?:\s*%[^\n]*\n)*\s*\\document(?:class|style)\b/u,
    "is LaTeX, which is not read",
    "Give the PDF that it makes, or make HTML or Markdown of it with Pandoc.",
  ],
  [
    /^(?:From: [^\n]*\n)?(?:[\w-]+: [^\n]*\r?\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version: 1\.0|Content-Type: multipart\/related)/iu,
    "is a web archive (.mht), which is not read",
    "Save the page as HTML.",
  ],
  [/^\s*<\?xml(?![\s\S]{0,600}<html)/iu, "is XML of a kind that is not read", "Make HTML, .docx or Markdown of it."],
  [/^\s*\{\s*"(?:cells|nbformat)"/u, "is a notebook, which is not read", "Export it as HTML or Markdown."],
];

/** Texts with signs of their own, by the ends of their names: read as a plain text, the signs would be words. */
const OTHER_SIGNS: Readonly<Record<string, string>> = {
  adoc: "AsciiDoc",
  asciidoc: "AsciiDoc",
  creole: "wiki text",
  dokuwiki: "wiki text",
  mediawiki: "wiki text",
  org: "Org",
  rest: "reStructuredText",
  rst: "reStructuredText",
  tex: "LaTeX",
  textile: "Textile",
  typ: "Typst",
  wiki: "wiki text",
};

/** @throws {ImportError} where it is something that no form is for */
export function detectForm(bytes: Uint8Array, file: string): FormName {
  const extension = /\.([a-z0-9]+)$/iu.exec(file)?.[1]?.toLowerCase() ?? "";
  if (bytes.length === 0) throw new ImportError(file, "is empty", "Give a file that holds the manuscript.");
  if (bytes.length > LARGEST_FILE)
    throw new ImportError(
      file,
      `has ${Math.round(bytes.length / 1048576)} MB; up to 50 MB are read`,
      "Part it, or take large images out of it.",
    );
  if (contains(bytes, "%PDF-", 1024)) return "pdf";
  if (startsWith(bytes, "PK\u0003\u0004") || startsWith(bytes, "PK\u0005\u0006")) {
    if (contains(bytes, "application/epub+zip", 200) || extension === "epub") return "epub";
    if (
      extension === "docx" ||
      extension === "docm" ||
      contains(bytes, "[Content_Types].xml", bytes.length) ||
      contains(bytes, "word/", bytes.length)
    ) {
      if (contains(bytes, "xl/workbook", bytes.length) || contains(bytes, "ppt/presentation", bytes.length))
        throw new ImportError(
          file,
          "is a spreadsheet or slides, not a text",
          "Give the manuscript as .docx, .pdf, .html, .epub, .md or .txt.",
        );
      return "docx";
    }
    if (contains(bytes, "opendocument", 400))
      throw new ImportError(
        file,
        "is an OpenDocument file, which is not read",
        "Save it as .docx from LibreOffice, and import that.",
      );
    if (extension === "zip") return "zipped text";
    throw new ImportError(file, "is a zip archive that holds no Word file and no EPUB", "Give the manuscript itself.");
  }
  if (startsWith(bytes, "\u00D0\u00CF\u0011\u00E0")) {
    if (contains(bytes, "E\0n\0c\0r\0y\0p\0t", bytes.length))
      throw new ImportError(
        file,
        "is protected by a password",
        "Take the password off in Word (File, Info, Protect Document), and import it again.",
      );
    const [what, how] = OLD_KINDS.find(([sign]) => contains(bytes, sign, bytes.length))?.slice(1) ?? [
      "is a Word file of the old kind (.doc)",
      "Open it in Word or LibreOffice and save it as .docx.",
    ];
    throw new ImportError(file, what ?? "", how ?? "");
  }
  if (startsWith(bytes, "{\\rtf"))
    throw new ImportError(file, "is RTF, which is not read", "Open it in Word or LibreOffice and save it as .docx.");
  if (["\u001F\u008B", "7z\u00BC\u00AF", "Rar!", "BZh", "\u00FD7zXZ"].some((sign) => startsWith(bytes, sign)))
    throw new ImportError(
      file,
      "is an archive of a kind that is not read",
      "Unpack it, and give the manuscript itself.",
    );
  if (
    startsWith(bytes, "\u0089PNG") ||
    startsWith(bytes, "\u00FF\u00D8\u00FF") ||
    startsWith(bytes, "GIF8") ||
    startsWith(bytes, "II*") ||
    startsWith(bytes, "MM\0*")
  )
    throw new ImportError(
      file,
      "is an image, not a text",
      "Have its words recognised (OCR) into a PDF or a text first.",
    );
  if (["bib", "bibtex", "ris", "json"].includes(extension)) return "bibliography";
  if (["docx", "docm", "epub", "pdf"].includes(extension))
    throw new ImportError(
      file,
      `is not the .${extension} file that its name says: it is damaged or something else`,
      "Export the manuscript again.",
    );
  const signs = OTHER_SIGNS[extension];
  if (signs !== undefined)
    throw new ImportError(
      file,
      `is ${signs}, which is not read`,
      extension === "tex"
        ? "Give the PDF that it makes, or make HTML or Markdown of it with Pandoc."
        : "Make HTML or Markdown of it with Pandoc or the program that it is for, and import that.",
    );
  if (["html", "htm", "xhtml"].includes(extension)) return "html";
  if (["md", "markdown", "mdown", "mkd", "qmd", "rmd", "mdx"].includes(extension)) return "markdown";
  const beginning = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  const [, what, how] = OTHER_TEXTS.find(([pattern]) => pattern.test(beginning)) ?? [];
  if (what !== undefined && how !== undefined) throw new ImportError(file, what, how);
  const head = beginning.trimStart().toLowerCase();
  if (/^(?:<!doctype html|<html|<\?xml[^>]*>\s*(?:<!doctype html|<html))/u.test(head)) return "html";
  return "text";
}
