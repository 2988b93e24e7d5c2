import { fromHtml } from "hast-util-from-html";
import type { SourceWords } from "../account.ts";
import { excerpt, type Findings } from "../findings.ts";
import { isHtmlName } from "./html-names.ts";
import { isAttributes } from "./pandoc.ts";

const HEAD = /^---\n[\s\S]*?\n(?:---|\.{3})[ \t]*(?=\n|$)/u;
const TAG = /<(?<end>\/?)(?<name>[a-z][\w-]*)(?<attributes>(?:\s(?:"[^"]*"|'[^']*'|[^<>"'])*)?)>/giu;
/** Attributes of elements and of Pandoc's spans and blocks whose values are words or lead somewhere. */
const SAID =
  /(?<![\w-])(?:title|alt|href|src|datetime|cite|aria-label|summary|label|placeholder|caption|fig-cap|tbl-cap|fig-alt)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'<>]+))/giu;
const BRACES = /\{(?<inner>[^{}\n]*)\}/gu;
/** Whether attributes say nothing but what an essay keeps: a language, a heading's id, that it has no number. */
const isKept = (inner: string): boolean =>
  /^\s*(?:(?:lang=\S+|\.(?:unnumbered|underline|ul|quote|blockquote|quotation)|-|#[\p{L}\p{N}_:.-]+)(?:\s+|$))*$/u.test(
    inner,
  );

/** As many line ends as there were, and no words. */
const blank = (text: string): string => text.replaceAll(/[^\n]+/gu, " ");

const saidBy = (attributes: string): string =>
  [...attributes.matchAll(SAID)]
    .map(({ groups = {} }) => groups["double"] ?? groups["single"] ?? groups["bare"] ?? "")
    .join(" ");

const characters = new Map<string, string>();
/** @returns the character that a reference of HTML stands for */
function characterOf(reference: string): string {
  const known = characters.get(reference);
  if (known !== undefined) return known;
  const [node] = fromHtml(reference, { fragment: true }).children;
  const character = node?.type === "text" ? node.value : reference;
  characters.set(reference, character);
  return character;
}

/**
 * The words of a text in Markdown, line by line, before anything is taken out of it: signs, labels of notes and names of
 * elements are none. Attributes that only say how something looks are told here.
 */
export function wordsOfMarkdown(source: string, findings: Findings): SourceWords[] {
  const looks = new Map<string, number>();
  const text = source
    .replace(HEAD, (head) => head.replaceAll(/^(?:\s*-[ \t]+)?\s*["']?[\w-]+["']?:(?=\s|$)/gmu, blank))
    .replaceAll(TAG, (tag, _end: string, name: string, attributes: string) =>
      isHtmlName(name)
        ? ` ${saidBy(attributes)} ${"\n".repeat(Math.max(0, tag.split("\n").length - 1 - (saidBy(attributes).split("\n").length - 1)))}`
        : tag,
    )
    .replaceAll(/(?<=`)\s*\{=[\w-]+\}/gu, " ")
    .replaceAll(BRACES, (braces, inner: string) => {
      if (inner.trim() === "" || !isAttributes(inner)) return braces;
      if (!isKept(inner)) looks.set(braces, (looks.get(braces) ?? 0) + 1);
      return ` ${saidBy(inner)} `;
    })
    .replaceAll(/\[\^[^\]\s]+\]:?/gu, " ")
    .replaceAll(/\]\[[^\]\n]*\]/gu, "] ")
    .replaceAll(/^(?<indent>[\s>]*)\[[^\]\n]+\]:(?=\s)/gmu, "$<indent> ")
    .replaceAll(/^(?<indent>[\s>]*[-*+][ \t]+)\[[ xX]\](?=\s)/gmu, "$<indent> ")
    .replaceAll(/^(?<indent>(?:[\s>]|[-*+][ \t])*)\d{1,9}(?=[.)]\s)/gmu, "$<indent> ")
    .replaceAll(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});/giu, characterOf);
  if (looks.size > 0)
    findings.leftOut.push({
      place: "attributes",
      text: `they say how something looks or is called: ${excerpt(
        [...looks].map(([braces, times]) => (times > 1 ? `${braces} (${times} times)` : braces)).join(", "),
        400,
      )}`,
    });
  return text.split("\n").map((line, index) => ({ place: `line ${index + 1}`, text: line }));
}
