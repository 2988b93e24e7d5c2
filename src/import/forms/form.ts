import type { Findings } from "../findings.ts";
import type { Manuscript } from "../manuscript.ts";

/** What a form is read with. */
export interface FormContext {
  readonly findings: Findings;
  /** BCP 47 tag, where the author has said it. */
  readonly language: string | undefined;
  /** Encoding that the author has named. */
  readonly encoding: string | undefined;
  /** The bytes of a file beside the manuscript, by its path from there; undefined where there is none. */
  readonly beside: (path: string) => Uint8Array | undefined;
  /** Says how far a long work is, in parts of it. */
  readonly progress: (done: number, all: number, what: string) => void;
}

/**
 * Reads a manuscript of one form.
 *
 * @param bytes the whole file
 * @param file its name, for messages
 * @throws {ImportError} where it is no manuscript of this form
 */
export type ReadForm = (bytes: Uint8Array, file: string, context: FormContext) => Promise<Manuscript>;
