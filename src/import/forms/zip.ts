import { unzipSync } from "fflate";
import { ImportError } from "../import-error.ts";

/** What an archive may hold unpacked, in bytes: a book with its images, and no bomb. */
export const LARGEST_CONTENT = 400 * 1024 * 1024;
const LARGEST_ENTRY = 120 * 1024 * 1024;
/** No honest file packs so well; text alone comes to 1 : 20. */
const LARGEST_RATIO = 250;
/** What is smaller than this may pack as well as it likes. */
const SMALL_ENTRY = 4 * 1024 * 1024;
const MOST_ENTRIES = 20_000;

/** @returns how many bytes an honest part of a file holds at most, which takes `size` bytes packed */
export const largestContent = (size: number): number =>
  Math.min(LARGEST_ENTRY, Math.max(SMALL_ENTRY, size * LARGEST_RATIO));

/** What is said of a file that would fill the memory. */
export const bombError = (file: string): ImportError =>
  new ImportError(
    file,
    "unpacks to far more than its size can hold, as a zip bomb does",
    "Export the manuscript again, with smaller images.",
  );

/**
 * Unpacks an archive into memory.
 *
 * @param wanted tells which entries are needed
 * @throws {ImportError} where it is damaged, locked, or unpacks to more than it can honestly hold
 */
export function unpack(
  bytes: Uint8Array,
  file: string,
  wanted: (name: string) => boolean = () => true,
): Map<string, Uint8Array> {
  let total = 0;
  let count = 0;
  let entries: Record<string, Uint8Array>;
  try {
    if (isLocked(bytes))
      throw new ImportError(file, "is protected by a password", "Take the password off, and import it again.");
    entries = unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        count += 1;
        total += originalSize;
        if (count > MOST_ENTRIES || total > LARGEST_CONTENT || originalSize > largestContent(size))
          throw bombError(file);
        return !name.endsWith("/") && wanted(name);
      },
    });
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(file, "is a damaged archive", "Export the manuscript again, or fetch the file again.");
  }
  return new Map(Object.entries(entries));
}

/** The first bit of an entry's flags says that it is encrypted (APPNOTE 4.4.4). */
function isLocked(bytes: Uint8Array): boolean {
  const method = (bytes[8] ?? 0) + (bytes[9] ?? 0) * 256;
  const isEntry = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && [0, 8, 99].includes(method);
  return isEntry && ((bytes[6] ?? 0) & 1) === 1;
}

/** @returns a path inside an archive, seen from the folder of another */
export function resolvePath(from: string, path: string): string {
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // An address with a lone per cent sign is taken as it is.
  }
  const parts = decoded.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const part of decoded.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
