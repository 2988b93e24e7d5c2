/**
 * Reads the files of an index that Pagefind has made: gzip, a signature, then CBOR (RFC 8949) in the layout that Pagefind's own
 * reader documents (`pagefind_web/src/metadata.rs` and `filter_index.rs` of its sources). Only what filters need is read.
 * What is not of that layout is refused, so that an index of another version is never read as something it is not.
 */

/** The version whose layout is read here; metadata say by which version they were written. */
export const PAGEFIND_VERSION = "1.6.0";

/** What Pagefind puts before the content of each of its compressed files. */
export const SIGNATURE = "pagefind_dcd";

/** The first two bytes of what is compressed by gzip (RFC 1952). */
const GZIP = [0x1f, 0x8b] as const;

/** The metadata of an index. */
export interface PagefindMetadata {
  /** The ids of the records; other files name a record by its position here. */
  readonly records: readonly string[];
  /** The file of each filter, by its name; a path below the folder of the index. */
  readonly filters: ReadonlyMap<string, string>;
}

/** The positions of the records that have a value of a filter, ascending, by value. */
export type FilterValues = ReadonlyMap<string, readonly number[]>;

/**
 * @param file a `.pf_meta`
 * @throws where it is not as Pagefind of `PAGEFIND_VERSION` writes it
 */
export async function readMetadata(file: Uint8Array<ArrayBuffer>): Promise<PagefindMetadata> {
  const [version, records, , filters] = listOf(await readCbor(file), 6);
  if (version !== PAGEFIND_VERSION) throw foreign(`version ${String(version)}`);
  return {
    records: list(records).map((record) => text(listOf(record, 3)[0])),
    filters: new Map(
      list(filters).map((filter) => {
        const [name, hash] = listOf(filter, 2);
        return [text(name), `filter/${text(hash)}.pf_filter`] as const;
      }),
    ),
  };
}

/**
 * @param file a `.pf_filter`
 * @param name of the filter
 * @throws where it is another filter, or not as Pagefind of `PAGEFIND_VERSION` writes it
 */
export async function readFilter(file: Uint8Array<ArrayBuffer>, name: string): Promise<FilterValues> {
  const [own, values] = listOf(await readCbor(file), 2);
  if (own !== name) throw foreign(`a filter ${String(own)} in place of ${name}`);
  return new Map(
    list(values).map((entry) => {
      const [value, records] = listOf(entry, 2);
      return [text(value), list(records).map(position)] as const;
    }),
  );
}

/** The filters of an index, each loaded once, when it is asked for. */
export class PagefindFilters {
  readonly #metadata: PagefindMetadata;
  readonly #load: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
  readonly #filters = new Map<string, Promise<FilterValues>>();

  /** @param load gets a file of the index by its path */
  constructor(metadata: PagefindMetadata, load: (path: string) => Promise<Uint8Array<ArrayBuffer>>) {
    this.#metadata = metadata;
    this.#load = load;
  }

  /**
   * @param wanted values by filter
   * @returns the ids of the records that have all values, in the order of the index
   * @throws where the index has no such filter, or it cannot be loaded
   */
  async recordsWith(wanted: Readonly<Record<string, readonly string[]>>): Promise<string[]> {
    const lists = await Promise.all(
      Object.entries(wanted).map(async ([name, values]) => {
        const filter = await this.#filter(name);
        return values.map((value) => filter.get(value) ?? []);
      }),
    );
    const [first = [], ...others] = lists.flat().toSorted((a, b) => a.length - b.length);
    const sets = others.map((positions) => new Set(positions));
    return first
      .filter((one) => sets.every((set) => set.has(one)))
      .map((one) => this.#metadata.records[one] ?? failWith(`a record ${one}`));
  }

  #filter(name: string): Promise<FilterValues> {
    const known = this.#filters.get(name);
    if (known) return known;
    const path = this.#metadata.filters.get(name);
    if (path === undefined) throw new Error(`The index has no filter ${name}.`);
    const loading = this.#load(path).then((file) => readFilter(file, name));
    this.#filters.set(name, loading);
    // What could not be loaded is asked for again by the next search.
    loading.catch(() => this.#filters.delete(name));
    return loading;
  }
}

/** A value of CBOR, of those kinds that Pagefind writes in these files. */
type Value = number | string | readonly Value[];

/** @returns what a file holds; one that a host has decompressed on its way is taken as it is */
async function readCbor(file: Uint8Array<ArrayBuffer>): Promise<Value> {
  const isCompressed = GZIP.every((byte, index) => file[index] === byte);
  const bytes = isCompressed ? await unpack(file) : file;
  const decoder = new TextDecoder();
  if (decoder.decode(bytes.subarray(0, SIGNATURE.length)) !== SIGNATURE) throw foreign("no signature");
  let offset = SIGNATURE.length;

  /** The number that a head of CBOR says, in as many bytes as its first one tells. */
  const argument = (info: number): number => {
    if (info < 24) return info;
    if (info > 26) throw foreign(`a length of kind ${info}`);
    let number = 0;
    for (let left = 1 << (info - 24); left > 0; left -= 1) number = number * 256 + next();
    return number;
  };
  const next = (): number => {
    const byte = bytes[offset];
    if (byte === undefined) throw foreign("an end too soon");
    offset += 1;
    return byte;
  };
  const value = (): Value => {
    const head = next();
    const number = argument(head & 31);
    switch (head >> 5) {
      case 0:
        return number;
      case 1:
        return -1 - number;
      case 3:
        offset += number;
        return decoder.decode(bytes.subarray(offset - number, offset));
      case 4:
        // Each item has a byte at least: a length that cannot be makes no list.
        if (number > bytes.length) throw foreign("an end too soon");
        return Array.from({ length: number }, value);
      default:
        throw foreign(`a value of kind ${head >> 5}`);
    }
  };

  const whole = value();
  if (offset !== bytes.length) throw foreign("more after its end");
  return whole;
}

async function unpack(file: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  // Written into the stream by hand: what a browser streams out of a Blob comes from another of its processes.
  const { writable, readable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  const [bytes] = await Promise.all([new Response(readable).arrayBuffer(), writer.write(file), writer.close()]);
  return new Uint8Array(bytes);
}

const list = (value: Value | undefined): readonly Value[] =>
  Array.isArray(value) ? (value as readonly Value[]) : failWith("no list");

const text = (value: Value | undefined): string => (typeof value === "string" ? value : failWith("no text"));

const position = (value: Value): number =>
  typeof value === "number" && value >= 0 ? value : failWith("no position of a record");

function listOf(value: Value, length: number): readonly Value[] {
  const items = list(value);
  return items.length === length ? items : failWith(`${items.length} items in place of ${length}`);
}

function failWith(found: string): never {
  throw foreign(found);
}

const foreign = (found: string): Error =>
  new Error(`A file of the index is not as Pagefind ${PAGEFIND_VERSION} writes it: ${found}.`);
