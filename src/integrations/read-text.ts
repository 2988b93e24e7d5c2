import { readFileSync } from "node:fs";
import type { Problem } from "../essay/problem.ts";

/** The decoded text, without a byte order mark and with LF line ends, or why it could not be decoded. */
type ReadText = { readonly text: string } | { readonly problem: Problem };

/**
 * Reads a text file of an essay. All files of authors are read here: byte order marks and line ends are normalised, and
 * every other encoding than UTF-8 is named.
 *
 * @param path of the file, absolute
 * @param file the path that an author is shown
 */
export function readText(path: string, file: string): ReadText {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    const reason = UNREADABLE[code];
    if (!reason) throw error;
    return { problem: { file, ...reason } };
  }
  return decodeText(bytes, file);
}

const UNREADABLE: Readonly<Record<string, Pick<Problem, "what" | "how">>> = {
  EISDIR: { what: "this is a folder, and a file is wanted", how: "Rename the folder, and write the file." },
  EACCES: { what: "the file cannot be read: it is closed to you", how: "Give yourself the right to read it." },
  EPERM: { what: "the file cannot be read: it is closed to you", how: "Give yourself the right to read it." },
  ENOENT: { what: "the file is missing", how: "Create it, or mend the link that leads to it." },
  ELOOP: { what: "the file is a link that leads to itself", how: "Put the file itself there." },
};

/** @param file the path that an author is shown */
export function decodeText(bytes: Uint8Array, file: string): ReadText {
  const other = wideEncoding(bytes);
  if (other) return { problem: { file, what: `this file is ${other}, not UTF-8`, how: SAVE_AS_UTF8 } };
  const nul = bytes.indexOf(0);
  if (nul >= 0)
    return {
      problem: {
        file,
        line: lineAt(bytes, nul),
        what: "this is not a text file: it has bytes in it that no text has",
        how: "Save it as plain text in UTF-8.",
      },
    };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { problem: { file, ...firstBadByte(bytes), ...misread(bytes) } };
  }
  // ISO-2022-JP is pure ASCII; it is recognised by its escape sequences.
  if (text.includes("\u001B$") || text.includes("\u001B("))
    return { problem: { file, what: "this file is ISO-2022-JP, not UTF-8", how: SAVE_AS_UTF8 } };
  const normal = text.replaceAll(/\r\n?/gu, "\n");
  const conflict = conflictProblem(normal, file);
  return conflict ? { problem: conflict } : { text: normal };
}

const SAVE_AS_UTF8 = "Save it as UTF-8: editors offer that under “Save as” or “Encoding”.";

/** @returns the encoding if it is one of two or four bytes a character, else `undefined` */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? "UTF-32" : "UTF-16";
  if (a === 0xfe && b === 0xff) return "UTF-16";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "UTF-32";
  // Without a byte order mark: ASCII characters have a zero byte always on the same side.
  if (!bytes.includes(0) || bytes.length % 2 !== 0) return undefined;
  for (const encoding of ["utf-16le", "utf-16be"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      const plain = text.match(
        /[\n\r\t\u0020-\u007E\u00A0-\u024F\u3000-\u30FF\u4E00-\u9FFF\uAC00-\uD7AF\uFF00-\uFFEF]/gu,
      );
      if ((plain?.length ?? 0) > 0.9 * text.length) return "UTF-16";
    } catch {
      // Not in this byte order.
    }
  }
  return undefined;
}

/** Legacy encodings, in the order in which they are tried. */
const LEGACY = [
  { name: "Shift_JIS", label: "shift_jis", letters: /[\u3040-\u30FF]/gu },
  { name: "EUC-JP", label: "euc-jp", letters: /[\u3040-\u30FF]/gu },
  { name: "EUC-KR", label: "euc-kr", letters: /[\uAC00-\uD7AF]/gu },
  { name: "GB 18030", label: "gb18030", letters: /[\u4E00-\u9FFF]/gu },
  { name: "Big5", label: "big5", letters: /[\u4E00-\u9FFF]/gu },
] as const;

function misread(bytes: Uint8Array): Pick<Problem, "what" | "how"> {
  const high = bytes.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0);
  const guess = LEGACY.find(({ label, letters }) => {
    try {
      const text = new TextDecoder(label, { fatal: true }).decode(bytes);
      // In the right encoding, many of the bytes beyond ASCII are letters of its script.
      return 2 * (text.match(letters)?.length ?? 0) > 0.3 * high;
    } catch {
      return false;
    }
  })?.name;
  const name = guess ?? (high < 0.2 * bytes.length ? "Windows-1252 or Latin-1" : undefined);
  return { what: `this file is not UTF-8${name ? `; it looks like ${name}` : ""}`, how: SAVE_AS_UTF8 };
}

/** @returns the position of the first invalid byte */
function firstBadByte(bytes: Uint8Array): Pick<Problem, "line" | "column"> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let start = 0;
  for (let line = 1; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const part = bytes.subarray(start, end < 0 ? bytes.length : end);
    try {
      decoder.decode(part);
    } catch {
      return { line, column: new TextDecoder("utf-8").decode(part).indexOf("\uFFFD") + 1 };
    }
    start = end < 0 ? bytes.length : end + 1;
  }
  return {};
}

const lineAt = (bytes: Uint8Array, offset: number): number =>
  bytes.subarray(0, offset).reduce((lines, byte) => lines + (byte === 0x0a ? 1 : 0), 1);

/** Conflict markers of git: seven characters at the start of a line, then a name. */
const CONFLICT = /^(?:<{7}|>{7}|\|{7})(?: .*)?$/mu;

/** A merge conflict is reported alone, because other mistakes follow from it. */
function conflictProblem(text: string, file: string): Problem | undefined {
  const match = CONFLICT.exec(text);
  if (!match) return undefined;
  return {
    file,
    line: text.slice(0, match.index).split("\n").length,
    column: 1,
    what: `a merge of two versions was left unfinished here (${match[0]})`,
    how: "Keep the lines that are right, and delete those that begin with <<<<<<<, ======= and >>>>>>>.",
  };
}
