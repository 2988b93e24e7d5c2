import { deserialize, serialize } from "node:v8";
import type { Root } from "mdast";
import { parseSection } from "../markdown/parser.ts";
import { type KeptResults, openResults } from "./kept-results.ts";
import type { ParseSection } from "./read-essay.ts";

/** The trees of texts that were parsed before. */
interface KeptTrees extends Pick<KeptResults<Uint8Array>, "save"> {
  /** Parses a text of which no build before has kept the tree. */
  readonly parse: ParseSection;
}

/**
 * Opens the trees of an earlier build. What is kept are bytes: every reader changes the tree it is given.
 *
 * @param file absolute
 * @param version of the program, without which nothing is kept
 */
export function openTrees(file: string, version: string | undefined): KeptTrees {
  const kept = openResults<Uint8Array>(file, version);
  const parse: ParseSection = (source) => {
    let parsed: Root | undefined;
    const bytes = kept.once([source], () => {
      parsed = parseSection(source);
      return serialize(parsed);
    });
    return parsed ?? (deserialize(bytes) as Root);
  };
  return { parse, save: kept.save };
}
