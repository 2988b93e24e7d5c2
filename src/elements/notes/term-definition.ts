import { fetchPart } from "../fetch-part.ts";
import type { Opened } from "./note-popover.ts";

/** @returns the definition of a term from the glossary page; `undefined` where it cannot be loaded */
export async function definitionOf(link: HTMLAnchorElement): Promise<Opened> {
  const { href } = link;
  try {
    const definition = (await fetchPart(link)).querySelector(".term-definition");
    if (!definition) throw new Error(`${href} leads to no definition`);
    const body = document.createElement("div");
    body.className = "term-definition";
    body.append(...document.importNode(definition, true).childNodes);
    return { kind: "term", body, href };
  } catch (error) {
    console.warn("The definition could not be loaded.", error);
    return { kind: "term", body: undefined, href };
  }
}
