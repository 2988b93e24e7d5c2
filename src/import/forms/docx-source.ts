import type { SourceWords } from "../account.ts";
import { decodeReferences } from "./xml.ts";

/** Parts of a Word file that hold words, besides the text itself. */
const PARTS = /(?:^|\/)(?:footnotes|endnotes|comments|(?:header|footer)\d*|diagrams\/data\d*|charts\/chart\d*)\.xml$/u;
/** A stretch of text, deleted text or a formula's, of any vocabulary; a description of a drawing; the end of a paragraph. */
const WORDS =
  /<(?<prefix>[\w-]+):(?:t|delText)(?:\s[^<>]*)?>(?<text>[^<]*)<\/\k<prefix>:(?:t|delText)>|<[\w-]+:docPr\s(?<drawing>[^<>]*)>|<v:(?<art>textpath|shape)\s(?<shape>[^<>]*)>|<(?<mark>(?:\w+:)?(?:p|note|footnote|endnote|comment))(?=[\s>])/gu;
const attribute = (attributes: string, name: string): string =>
  decodeReferences(new RegExp(`(?:^|\\s)${name}\\s*=\\s*"([^"]*)"`, "u").exec(attributes)?.[1] ?? "");

/** Of two renderings of one drawing the one with more words; those within renderings are settled first. */
function withoutSecondRenderings(xml: string): string {
  let text = xml;
  const inner =
    /<mc:AlternateContent\b[^<>]*>(?<content>(?:(?!<mc:AlternateContent\b)[\s\S])*?)<\/mc:AlternateContent>/gu;
  for (let depth = 0; depth < 8 && text.includes("<mc:AlternateContent"); depth += 1)
    text = text.replaceAll(inner, (_whole, content: string) => {
      const at = content.search(/<mc:Fallback\b/u);
      if (at < 0) return content;
      const [choice, fallback] = [content.slice(0, at), content.slice(at)];
      const letters = (part: string): number =>
        [...part.matchAll(WORDS)].reduce((sum, { groups }) => sum + (groups?.["text"]?.length ?? 0), 0);
      return letters(fallback) > letters(choice) ? fallback : choice;
    });
  return text;
}

/**
 * The words of a Word file as its bytes have them, in all parts in which a reader of it sees words.
 *
 * @param names the names of its parts
 * @param read gives a part's text
 * @param main the name of the part that holds the text
 */
export function wordsOfPackage(
  names: Iterable<string>,
  read: (name: string) => string | undefined,
  main: string,
): SourceWords[] {
  const found: SourceWords[] = [];
  const frames = new Set<string>();
  for (const name of [main, ...[...names].filter((one) => one !== main && PARTS.test(one))]) {
    const part = wordsOfXml(withoutSecondRenderings(read(name) ?? ""), name.split("/").at(-1) ?? name);
    // The same header stands in several parts.
    const said = part.map(({ text }) => text).join("");
    if (/(?:header|footer)\d*\.xml$/u.test(name) && frames.has(said)) continue;
    frames.add(said);
    // A long text has more stretches than a call takes parameters.
    for (const one of part) found.push(one);
  }
  return found;
}

function wordsOfXml(xml: string, name: string): SourceWords[] {
  const found: SourceWords[] = [];
  let paragraph = 0;
  const say = (text: string) => {
    if (text !== "") found.push({ place: `${name}, paragraph ${paragraph}`, text });
  };
  for (const { groups = {} } of xml.matchAll(WORDS)) {
    const { text, drawing, art, shape, mark } = groups;
    if (mark !== undefined) paragraph += /(?:^|:)p$/u.test(mark) ? 1 : 0;
    else if (text !== undefined) say(decodeReferences(text));
    else if (drawing !== undefined) {
      say(attribute(drawing, "descr"));
      say(attribute(drawing, "title"));
    } else if (shape !== undefined) say(attribute(shape, art === "shape" ? "alt" : "string"));
  }
  return found;
}
