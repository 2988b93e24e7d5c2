import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** Takes a file of the site: its path there, and what is in it. */
export type WriteSiteFile = (path: string, content: string | Uint8Array) => void;

/** Takes the files that the next build is to find. */
interface KeptFiles {
  readonly add: WriteSiteFile;
  /** Ends what is kept; without it nothing is. */
  end(): void;
}

/** The first bytes of what is kept: its form, and what it was made from. */
const headOf = (from: string): Buffer => Buffer.from(`files 1 ${from}\n`);
/** Two numbers of four bytes stand before each file: how long its path is, and how long the file. Behind the last, two noughts. */
const LENGTHS = 8;
/** Bytes that are written and read at once. */
const AT_ONCE = 1 << 20;

/**
 * Begins to keep files for the next build, one behind the other in one file, so that no more than the last of them are in
 * memory. An earlier build's stand until these are whole.
 *
 * @param file absolute
 * @param from a digest of all that they are made from
 */
export function keepFiles(file: string, from: string): KeptFiles {
  mkdirSync(dirname(file), { recursive: true });
  removeUnfinished(file);
  const unfinished = `${file}.${process.pid}`;
  const descriptor = openSync(unfinished, "w");
  let waiting: Uint8Array[] = [headOf(from)];
  let bytes = 0;
  const flush = () => {
    writeWhole(descriptor, Buffer.concat(waiting));
    waiting = [];
    bytes = 0;
  };
  const put = (part: Uint8Array) => {
    waiting.push(part);
    bytes += part.length;
    if (bytes >= AT_ONCE) flush();
  };
  return {
    add: (path, content) => {
      const name = Buffer.from(path);
      const body = typeof content === "string" ? Buffer.from(content) : content;
      put(lengths(name.length, body.length));
      put(name);
      put(body);
    },
    end: () => {
      put(lengths(0, 0));
      flush();
      closeSync(descriptor);
      renameSync(unfinished, file);
    },
  };
}

/**
 * Gives the files that an earlier build has kept, one after the other.
 *
 * @param file absolute
 * @param from a digest of all that they are made from
 * @param write is given none where they were made from something else
 * @returns whether it was given all
 */
export function findKeptFiles(file: string, from: string, write: WriteSiteFile): boolean {
  if (!existsSync(file)) return false;
  const descriptor = openSync(file, "r");
  try {
    const head = headOf(from);
    const read = reader(descriptor);
    if (!read(head.length)?.equals(head)) return false;
    for (;;) {
      const numbers = read(LENGTHS);
      if (!numbers) return false;
      const [pathLength, length] = [numbers.readUInt32LE(0), numbers.readUInt32LE(4)];
      if (pathLength === 0) return length === 0;
      const path = read(pathLength)?.toString();
      const content = read(length);
      if (path === undefined || !content) return false;
      write(path, content);
    }
  } finally {
    closeSync(descriptor);
  }
}

function lengths(path: number, content: number): Buffer {
  const numbers = Buffer.alloc(LENGTHS);
  numbers.writeUInt32LE(path, 0);
  numbers.writeUInt32LE(content, 4);
  return numbers;
}

function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}

/** @returns what reads the next bytes of a file; `undefined` where there are not as many. They are overwritten by the next. */
function reader(descriptor: number): (length: number) => Buffer | undefined {
  // A spoilt number is no reason to ask for memory.
  const { size } = fstatSync(descriptor);
  let block = Buffer.alloc(AT_ONCE);
  let [start, end] = [0, 0];
  let isAtEnd = false;
  return (length) => {
    if (length > size) return undefined;
    if (end - start < length) {
      const rest = block.subarray(start, end);
      const next = length > block.length ? Buffer.alloc(length) : block;
      rest.copy(next);
      block = next;
      [start, end] = [0, rest.length];
      while (end < length && !isAtEnd) {
        const count = readSync(descriptor, block, end, block.length - end, null);
        isAtEnd = count === 0;
        end += count;
      }
      if (end < length) return undefined;
    }
    start += length;
    return block.subarray(start - length, start);
  };
}

/** Removes what builds have left that ended before they were finished. */
function removeUnfinished(file: string): void {
  const prefix = `${basename(file)}.`;
  for (const name of readdirSync(dirname(file)))
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length))))
      rmSync(join(dirname(file), name), { force: true });
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
