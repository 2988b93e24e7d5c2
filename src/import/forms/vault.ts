import type { Nodes, PhrasingContent, Root } from "mdast";
import { visit } from "unist-util-visit";
import { textElement } from "../../markdown/jsx.ts";
import { excerpt, type Findings } from "../findings.ts";

const IMAGE = /\.(?:png|jpe?g|gif|webp|svg|avif)$/iu;

/** What writers of linked notes (Obsidian, Foam, Logseq) type: links to notes, files shown in place, comments, marked words. */
const SIGNS = new RegExp(
  [
    String.raw`(?<embeds>!)?\[\[(?<page>[^[\]|#\n]*)(?:#(?<part>[^[\]|\n]*))?(?:\|(?<alias>[^[\]\n]*))?\]\]`,
    String.raw`(?<![\p{N}%])%%(?<comment>[^%]+)%%(?!%)`,
    String.raw`(?<!=)==(?<marked>[^=\s](?:[^=\n]*[^=\s])?)==(?!=)`,
    String.raw`[ \t]+\^(?<anchor>[A-Za-z0-9-]{3,})(?=\s*$)`,
  ].join("|"),
  "gu",
);

/** Makes of such signs what they show; where they lead to other notes or hide words, it is told. */
export function readVault(tree: Root, findings: Findings): void {
  visit(tree, "text", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const parts: PhrasingContent[] = [];
    let end = 0;
    const say = (value: string) => {
      if (value !== "") parts.push({ type: "text", value });
    };
    for (const match of node.value.matchAll(SIGNS)) {
      const { embeds, page, part, alias, comment, marked, anchor } = match.groups ?? {};
      // Elsewhere in a paragraph, what stands behind a circumflex is raised.
      if (anchor !== undefined && index < parent.children.length - 1) continue;
      const place = `line ${node.position?.start.line ?? parent.position?.start.line ?? "?"}`;
      say(node.value.slice(end, match.index));
      end = match.index + match[0].length;
      if (marked !== undefined) parts.push(textElement("mark", {}, [{ type: "text", value: marked }]));
      else if (comment !== undefined)
        findings.leftOut.push({ place, text: `a comment: “${excerpt(comment, 80)}”`, words: comment });
      else if (anchor !== undefined)
        findings.leftOut.push({ place, text: `^${anchor}, by which other notes lead to this block`, words: anchor });
      else if (embeds && IMAGE.test(page ?? "")) {
        const isSize = /^\d+(?:x\d+)?$/u.test(alias ?? "");
        parts.push({ type: "image", url: (page ?? "").trim(), alt: isSize ? "" : (alias ?? "") });
        if (isSize) findings.leftOut.push({ place, text: `the width ${alias} of an image`, words: alias ?? "" });
      } else if (embeds)
        findings.leftOut.push({
          place,
          text: `${match[0]} shows another note here, which is not part of this file`,
          words: match[0],
        });
      else {
        const to = [page, part].filter((one) => one !== undefined && one.trim() !== "").join(" › ");
        say(alias || to);
        findings.leftOut.push({
          place,
          text: `a link to the note “${excerpt(to, 60)}”: its words are kept`,
          ...(alias && { words: to }),
        });
      }
    }
    if (end === 0) return undefined;
    say(node.value.slice(end));
    (parent.children as Nodes[]).splice(index, 1, ...parts);
    return index + parts.length;
  });
}
