import type { Root } from "hast";
import { visit } from "./visit.ts";

/** Class of a link whose words are an address. */
export const WRITTEN_ADDRESS = "written-address";

/**
 * Marks links whose words are an address, so that lines may break within them: one that is longer than what is left of a
 * line would drive its words apart.
 *
 * @param tree is changed
 */
export function markWrittenAddresses(tree: Root): void {
  visit(tree, "element", ({ tagName, properties, children: [words, ...others] }) => {
    if (tagName !== "a" || words?.type !== "text" || others.length > 0 || properties["className"]) return;
    if (/^https?:\/\/\S+$/u.test(words.value)) properties["className"] = [WRITTEN_ADDRESS];
  });
}
