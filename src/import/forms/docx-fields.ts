import { append } from "../lists.ts";
import { child, descendants, elements, value, type XmlDocument, type XmlElement } from "./xml.ts";

/** What a formula field (EQ) shows: words, a reading over its base, or words set higher or lower. */
type EquationPart =
  | { readonly kind: "text" | "raised" | "lowered"; readonly text: string }
  | { readonly kind: "ruby"; readonly base: string; readonly reading: string };

/** What fields show that call a note again by its number. */
export interface NoteNumbers {
  /** Those that are marks: references to the note stand in their place. */
  readonly marks: string[];
  /** Those that stand in a sentence, as in “see note 3”. */
  readonly words: string[];
}

/** A field of a paragraph, by the elements that it is made of. */
interface Field {
  readonly begin: XmlElement;
  readonly codes: XmlElement[];
  readonly marks: XmlElement[];
  /** The texts that it shows. */
  readonly results: XmlElement[];
}

/**
 * Gives the fields of a part the form in which they are read: what older Word files write as formulas to set a reading
 * over its base (or a mark beside it) are its elements, references to places are links to them, and a note's mark that is
 * shown again is a reference to the note.
 *
 * @returns the numbers by which notes are called again
 */
export function rewriteFields(document: XmlDocument): NoteNumbers {
  openSimpleFields(document);
  const notes = notesByName(document);
  const numbers: NoteNumbers = { marks: [], words: [] };
  const open: Field[] = [];
  const walk = (node: XmlElement): void => {
    for (const one of elements(node)) {
      if (one.tagName === "w:fldChar") {
        const type = one.getAttribute("w:fldCharType");
        if (type === "begin") open.push({ begin: one, codes: [], marks: [one], results: [] });
        else open.at(-1)?.marks.push(one);
        if (type === "end") {
          const field = open.pop();
          if (field) rewrite(document, field, notes, numbers);
        }
      } else if (one.tagName === "w:instrText") open.at(-1)?.codes.push(one);
      else if (one.tagName === "w:t") {
        if (one.textContent !== "") for (const field of open) field.results.push(one);
      } else walk(one);
    }
  };
  walk(document.documentElement);
  return numbers;
}

/** The references to notes by the bookmarks that stand around them. */
function notesByName(document: XmlDocument): Map<string, XmlElement> {
  const found = new Map<string, XmlElement>();
  const open = new Map<string, string>();
  const walk = (node: XmlElement): void => {
    for (const one of elements(node)) {
      const id = one.getAttribute("w:id") ?? "";
      if (one.tagName === "w:bookmarkStart") open.set(id, one.getAttribute("w:name") ?? "");
      else if (one.tagName === "w:bookmarkEnd") open.delete(id);
      else if (NOTE_REFERENCE.test(one.tagName)) for (const name of open.values()) found.set(name, one);
      else walk(one);
    }
  };
  walk(document.documentElement);
  return found;
}

const NOTE_REFERENCE = /^w:(?:foot|end)noteReference$/u;

/** A field in one element is made of marks, as all others are; one that shows no words is nothing. */
function openSimpleFields(document: XmlDocument): void {
  for (const node of descendants(document.documentElement, "w:fldSimple")) {
    const code = node.getAttribute("w:instr") ?? "";
    const parent = node.parentNode;
    if (!parent || !/^\s*(?:(?:NOTE|PAGE)?REF|HYPERLINK)\s/u.test(code)) continue;
    const mark = (type: string) => {
      const one = document.createElement("w:fldChar");
      one.setAttribute("w:fldCharType", type);
      return runWith(document, one);
    };
    const text = document.createElement("w:instrText");
    text.textContent = code;
    const content = elements(node);
    for (const one of [mark("begin"), runWith(document, text), mark("separate"), ...content, mark("end")])
      parent.insertBefore(one, node);
    parent.removeChild(node);
  }
}

function runWith(document: XmlDocument, ...content: XmlElement[]): XmlElement {
  const run = document.createElement("w:r");
  for (const one of content) run.appendChild(one);
  return run;
}

function rewrite(
  document: XmlDocument,
  { begin, codes, marks, results }: Field,
  notes: ReadonlyMap<string, XmlElement>,
  numbers: NoteNumbers,
): void {
  const code = codes.map(({ textContent }) => textContent).join("");
  const [first, ...rest] = codes;
  if (!first) return;
  const noted = /^\s*NOTEREF\s+"?([^\s"\\]+)/u.exec(code)?.[1];
  if (noted !== undefined) {
    const [shown, ...others] = results;
    const note = notes.get(noted);
    // In a sentence, as in “see note 3”, its number is a word.
    if (!shown) return;
    const isMark = note !== undefined && (/\\f\b/u.test(code) || isRaised(shown.parentNode));
    (isMark ? numbers.marks : numbers.words).push(results.map(({ textContent }) => textContent).join(""));
    if (!isMark) return;
    shown.parentNode?.insertBefore(note.cloneNode(true), shown);
    for (const one of [shown, ...others, ...codes, ...marks]) one.parentNode?.removeChild(one);
    return;
  }
  const place = /^\s*(?:PAGE)?REF\s+"?([^\s"\\]+)/u.exec(code)?.[1];
  if (place !== undefined) {
    first.textContent = ` HYPERLINK \\l "${place}" `;
    for (const one of rest) one.textContent = "";
    return;
  }
  // A formula whose result is kept says its words there.
  if (!/^\s*EQ\s/iu.test(code) || results.length > 0) return;
  const run = begin.parentNode;
  const parent = run?.parentNode;
  if (run?.tagName !== "w:r" || !parent) return;
  const properties = child(first.parentNode ?? run, "w:rPr");
  const before = child(run, "w:t") ? run.nextSibling : run;
  for (const part of equationParts(code)) parent.insertBefore(runOf(document, part, properties), before);
  for (const one of [...codes, ...marks]) one.parentNode?.removeChild(one);
}

function isRaised(run: XmlElement | null): boolean {
  const properties = run && child(run, "w:rPr");
  if (!properties) return false;
  const style = value(child(properties, "w:rStyle")) ?? "";
  return value(child(properties, "w:vertAlign")) === "superscript" || /(?:foot|end)note|fu(?:ß|ss)note/iu.test(style);
}

function runOf(document: XmlDocument, part: EquationPart, properties: XmlElement | undefined): XmlElement {
  const say = (words: string): XmlElement => {
    const text = document.createElement("w:t");
    text.setAttribute("xml:space", "preserve");
    text.textContent = words;
    return text;
  };
  const run = document.createElement("w:r");
  const own = properties?.cloneNode(true) ?? document.createElement("w:rPr");
  run.appendChild(own);
  if (part.kind === "ruby") {
    const ruby = document.createElement("w:ruby");
    for (const [name, words] of [
      ["w:rt", part.reading],
      ["w:rubyBase", part.base],
    ] as const) {
      const half = document.createElement(name);
      half.appendChild(runWith(document, say(words)));
      ruby.appendChild(half);
    }
    run.appendChild(ruby);
    return run;
  }
  if (part.kind !== "text") {
    const align = document.createElement("w:vertAlign");
    align.setAttribute("w:val", part.kind === "raised" ? "superscript" : "subscript");
    own.appendChild(align);
  }
  run.appendChild(say(part.text));
  return run;
}

/** @returns what the code of a formula field shows, in order */
export function equationParts(code: string): EquationPart[] {
  const formula = code.replace(/^\s*EQ\s*/iu, "").replaceAll(/\\\*\s*(?:"[^"]*"|[^\s\\(]+)\s*/gu, "");
  return partsOf(formula.trim());
}

function partsOf(formula: string): EquationPart[] {
  const parts: EquationPart[] = [];
  let text = "";
  const close = () => {
    if (text !== "") parts.push({ kind: "text", text });
    text = "";
  };
  let index = 0;
  while (index < formula.length) {
    const call = /^((?:\\[a-z]+\s*\d*\s*)+)\(/iu.exec(formula.slice(index));
    if (!call?.[1]) {
      if (formula[index] === "\\" && /[\\(),;]/u.test(formula[index + 1] ?? "")) index += 1;
      text += formula[index] ?? "";
      index += 1;
      continue;
    }
    const { list, end } = argumentsAt(formula, index + call[0].length);
    close();
    append(parts, shown(call[1].toLowerCase(), list));
    index = end;
  }
  close();
  return parts;
}

/** The arguments from an opening bracket on, and where what follows the closing one begins. */
function argumentsAt(formula: string, start: number): { list: string[]; end: number } {
  const list = [""];
  let depth = 1;
  let index = start;
  for (; index < formula.length; index += 1) {
    const character = formula[index] ?? "";
    if (character === "\\" && /[\\(),;]/u.test(formula[index + 1] ?? "")) {
      list.push(`${list.pop() ?? ""}${character}${formula[index + 1] ?? ""}`);
      index += 1;
      continue;
    }
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth === 0) return { list, end: index + 1 };
    if (depth === 1 && /[,;]/u.test(character)) list.push("");
    else list.push((list.pop() ?? "") + character);
  }
  return { list, end: index };
}

const wordsIn = (parts: readonly EquationPart[]): string =>
  parts.map((part) => (part.kind === "ruby" ? part.base + part.reading : part.text)).join("");

function shown(call: string, list: readonly string[]): EquationPart[] {
  const all = list.map(partsOf);
  if (/^\\s\s*\\(?:up|do)/u.test(call))
    return [{ kind: call.includes("\\up") ? "raised" : "lowered", text: all.map(wordsIn).join("") }];
  const [over, base] = all;
  if (call.startsWith("\\o") && over?.length === 1 && over[0]?.kind === "raised" && base && all.length === 2)
    return [{ kind: "ruby", reading: over[0].text, base: wordsIn(base) }];
  return all.flat();
}
