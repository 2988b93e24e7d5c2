import type { Fragment } from "../manuscript.ts";
import { markListSigns, type Numbering } from "./docx-lists.ts";
import { texOf } from "./omml.ts";
import { child, descendants, elements, parseXml, value, type XmlDocument, type XmlElement } from "./xml.ts";

/** What stands for ruby, emphasis marks and formulas in the text until it is HTML; noncharacters, which no manuscript holds. */
export const RUBY_BASE = "\uFDD2";
export const RUBY_READING = "\uFDD3";
export const RUBY_END = "\uFDD4";
export const EMPHASIS = "\uFDD5";
export const EMPHASIS_END = "\uFDD6";
export const FORMULA = "\uFDD9";
export const FORMULA_APART = "\uFDDA";
export const FORMULA_END = "\uFDDB";

/** A table of contents that Word makes of the headings; the site makes its own. */
export const isContents = (node: XmlElement): boolean =>
  (node.tagName === "w:sdt" &&
    descendants(node, "w:docPartGallery").some((one) => /table of contents/iu.test(value(one) ?? ""))) ||
  (node.tagName === "w:p" &&
    /^(?:TOC|Verzeichnis|目次)\s?\d$/iu.test(value(child(child(node, "w:pPr") ?? node, "w:pStyle")) ?? ""));

const DELETED = new Set(["w:del", "w:moveFrom", "w:delText", "w:instrText", "w:delInstrText"]);

/**
 * The words of a part of a Word file, straight from its XML: deleted text, codes of fields and second renderings of the
 * same drawing are none. Of ruby the base comes first.
 *
 * @param label gives a note its label by kind and id, where a mark calls it
 */
export function wordsOfPart(
  part: XmlElement,
  place: string,
  to: Fragment["to"],
  label: (kind: "footnote" | "endnote", id: string) => void,
): Fragment[] {
  const fragments: Fragment[] = [];
  let paragraph = 0;
  const say = (text: string, target: Fragment["to"] = to, why?: string) => {
    if (text !== "")
      fragments.push({ text, to: target, place: `${place}, paragraph ${paragraph}`, ...(why && { why }) });
  };
  const walk = (node: XmlElement, boxes: XmlElement[] | undefined): void => {
    if (DELETED.has(node.tagName)) return;
    if (isContents(node)) {
      // Its words stand in a place of their own.
      paragraph += 1;
      for (const text of descendants(node, "w:t")) say(text.textContent, "left out", "table of contents");
      return;
    }
    switch (node.tagName) {
      case "w:t":
        say(node.textContent);
        return;
      case "m:oMath":
        say(texOf(node));
        return;
      case "w:sym":
        say(symbol(node));
        return;
      case "w:noBreakHyphen":
        say("\u2011");
        return;
      case "w:ruby": {
        const [base, reading] = [child(node, "w:rubyBase"), child(node, "w:rt")];
        if (base) walk(base, boxes);
        if (reading) walk(reading, boxes);
        return;
      }
      case "mc:AlternateContent": {
        const one = rendering(node);
        if (one) walk(one, boxes);
        return;
      }
      case "w:txbxContent":
        if (boxes) boxes.push(node);
        else for (const inner of elements(node)) walk(inner, undefined);
        return;
      case "w:r": {
        const inner = elements(node);
        // A mark that the author wrote himself stands after the reference to its note.
        const isMark = inner.some(hasOwnMark);
        for (const one of inner)
          if (isMark && one.tagName === "w:t") say(one.textContent, "left out", "note mark");
          else walk(one, boxes);
        return;
      }
      case "w:footnoteReference":
        label("footnote", node.getAttribute("w:id") ?? "");
        return;
      case "w:endnoteReference":
        label("endnote", node.getAttribute("w:id") ?? "");
        return;
      case "w:p": {
        if (boxes) {
          for (const inner of elements(node)) walk(inner, boxes);
          return;
        }
        paragraph += 1;
        const own: XmlElement[] = [];
        for (const inner of elements(node)) walk(inner, own);
        for (const box of own) for (const inner of elements(box)) walk(inner, undefined);
        return;
      }
      default:
        for (const inner of elements(node)) walk(inner, boxes);
    }
  };
  walk(part, undefined);
  return fragments;
}

/** Whether a reference to a note is followed by a mark of the author's own. */
const hasOwnMark = (node: XmlElement): boolean =>
  /^w:(?:foot|end)noteReference$/u.test(node.tagName) && isOn(node.getAttribute("w:customMarkFollows"));

/** Of the renderings of one drawing, that which programs of any age understand, unless the other has more words. */
export const rendering = (node: XmlElement): XmlElement | undefined => {
  const choice = child(node, "mc:Choice");
  const fallback = child(node, "mc:Fallback");
  const isWhole =
    fallback !== undefined &&
    elements(fallback).length > 0 &&
    (choice === undefined || descendants(fallback, "w:t").length >= descendants(choice, "w:t").length);
  return isWhole ? fallback : choice;
};

/** The font “Symbol” from A to z and from ϒ (A1) on, as Unicode has its characters; a space stands where it has none. */
const SYMBOLS = [
  [0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"],
  [0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"],
  [0xa1, "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ ⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"],
] as const;
/** Of “Wingdings” what stands in texts: boxes, ticks, arrows, bullets. */
const WINGDINGS: Readonly<Record<number, string>> = {
  108: "●",
  110: "■",
  111: "□",
  113: "❑",
  118: "❖",
  167: "▪",
  168: "◻",
  216: "➢",
  223: "←",
  224: "→",
  225: "↑",
  226: "↓",
  251: "✗",
  252: "✓",
  253: "☒",
  254: "☑",
};

/** @returns the character of a symbol; fonts of symbols use the private area (F000–F0FF) for their own codes */
export function symbol(node: XmlElement): string {
  const code = Number.parseInt(node.getAttribute("w:char") ?? "", 16);
  if (Number.isNaN(code)) return "";
  const font = node.getAttribute("w:font") ?? "";
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^symbol$/iu.test(font))
    for (const [first, characters] of SYMBOLS) {
      const found = [...characters][own - first];
      if (own >= first && found !== undefined && found !== " ") return found;
    }
  if (/^wingdings$/iu.test(font) && WINGDINGS[own] !== undefined) return WINGDINGS[own];
  return String.fromCodePoint(code);
}

/** What a style of characters sets: elements of a run's properties. */
export type CharacterStyles = ReadonlyMap<string, readonly XmlElement[]>;

/** What of a style is kept: italics, weight, what is struck out, raised or lowered, emphasis marks. */
const KEPT_PROPERTIES = new Set(["w:i", "w:b", "w:iCs", "w:bCs", "w:strike", "w:vertAlign", "w:em"]);

/** @returns what the character styles of a file set, those on which each is based included */
export function characterStyles(xml: string | undefined): CharacterStyles {
  if (xml === undefined) return new Map();
  const byId = new Map(
    descendants(parseXml(xml).documentElement, "w:style")
      .filter((style) => style.getAttribute("w:type") === "character")
      .map((style) => [style.getAttribute("w:styleId") ?? "", style] as const),
  );
  const properties = (id: string, seen: readonly string[]): XmlElement[] => {
    const style = byId.get(id);
    // The look of a paragraph's style, which some programs repeat for characters, is the paragraph's.
    if (!style || seen.includes(id) || child(style, "w:link")) return [];
    const own = elements(child(style, "w:rPr") ?? style).filter(({ tagName }) => KEPT_PROPERTIES.has(tagName));
    const based = value(child(style, "w:basedOn"));
    const names = new Set(own.map(({ tagName }) => tagName));
    return [...own, ...(based ? properties(based, [...seen, id]) : []).filter(({ tagName }) => !names.has(tagName))];
  };
  return new Map([...byId.keys()].map((id) => [id, properties(id, [])]));
}

/** Gives the runs of a part what their character styles set: mammoth knows these styles by their names alone. */
function applyCharacterStyles(root: XmlElement, styles: CharacterStyles): void {
  for (const named of descendants(root, "w:rStyle")) {
    const properties = named.parentNode;
    const set = styles.get(value(named) ?? "") ?? [];
    if (properties?.tagName !== "w:rPr") continue;
    for (const one of set) if (!child(properties, one.tagName)) properties.appendChild(one.cloneNode(true));
  }
}

/** What says only how a text looks or is checked, and becomes nothing in an essay. */
const LOOKS = new Set(
  "rFonts sz szCs lang color kern spacing w bCs iCs bdr shd proofErr lastRenderedPageBreak snapToGrid fitText rubyPr permStart permEnd widowControl kinsoku autoSpaceDE autoSpaceDN adjustRightInd textAlignment rsid noProof"
    .split(" ")
    .map((name) => `w:${name}`),
);

/** What the step before mammoth has done and found. */
export interface Prepared {
  readonly xml: string;
  readonly rubies: number;
  readonly emphases: number;
  /** Words that are set in one square of a vertical line. */
  readonly upright: string[];
  /** Runs that are shown in capitals of any size. */
  readonly capitals: number;
  /** Notes that stand in the line, in two small lines. */
  readonly inset: string[];
  /** Words that a colour marks, as with a pen. */
  readonly highlighted: string[];
  /** Words that Word does not show. */
  readonly hidden: string[];
  readonly formulas: number;
  readonly insertions: string[];
  /** Ends of paragraphs that were inserted or deleted with changes tracked. */
  readonly changedEnds: number;
  readonly deletions: string[];
}

/** @returns the names of the places that links of a part lead to */
export function linkedPlaces(root: XmlElement): string[] {
  const names = descendants(root, "w:hyperlink").map((link) => link.getAttribute("w:anchor") ?? "");
  for (const code of descendants(root, "w:instrText"))
    for (const [, name] of code.textContent.matchAll(/\\l\s+"?([^"\s]+)/gu)) names.push(name ?? "");
  return names;
}

/**
 * Makes of a part what mammoth reads without losing a word: ruby, emphasis marks, formulas, text boxes, changes.
 *
 * @param linked the places that links lead to; all are kept where they are not known
 */
export function preparePart(
  document: XmlDocument,
  styles: CharacterStyles = new Map(),
  numbering?: Numbering,
  linked?: ReadonlySet<string>,
): Prepared {
  const found = {
    rubies: 0,
    emphases: 0,
    upright: [] as string[],
    capitals: 0,
    inset: [] as string[],
    highlighted: [] as string[],
    hidden: [] as string[],
    formulas: 0,
    insertions: [] as string[],
    changedEnds: 0,
    deletions: [] as string[],
  };
  const root = document.documentElement;
  const make = (name: string, ...children: XmlElement[]): XmlElement => {
    const element = document.createElement(name);
    for (const one of children) element.appendChild(one);
    return element;
  };
  const text = (words: string): XmlElement => {
    const element = make("w:t");
    element.setAttribute("xml:space", "preserve");
    element.textContent = words;
    return element;
  };
  const run = (words: string): XmlElement => make("w:r", text(words));
  const replace = (node: XmlElement, ...by: XmlElement[]) => {
    const parent = node.parentNode;
    if (!parent) return;
    for (const one of by) parent.insertBefore(one, node);
    parent.removeChild(node);
  };
  const author = (node: XmlElement) => node.getAttribute("w:author") ?? "someone";
  const words = (node: XmlElement, name: string) =>
    descendants(node, name)
      .map(({ textContent }) => textContent)
      .join("");

  applyCharacterStyles(root, styles);
  takeComplexScript(root, make);
  // mammoth would put a form's field in the place of the sign that shows it.
  for (const node of descendants(root, "w14:checkbox")) node.parentNode?.removeChild(node);
  for (const name of ["w:del", "w:moveFrom"])
    for (const node of descendants(root, name)) {
      const gone = words(node, "w:delText") + words(node, "w:t");
      if (gone.trim() !== "") found.deletions.push(`${author(node)}: “${gone}”`);
      // The mark of a paragraph that was deleted stays with mammoth, which joins the paragraphs.
      if (node.parentNode?.tagName !== "w:rPr" && node.parentNode?.tagName !== "w:trPr")
        node.parentNode?.removeChild(node);
    }
  for (const name of ["w:del", "w:ins"])
    for (const { parentNode } of descendants(root, name))
      if (parentNode?.tagName === "w:rPr" && parentNode.parentNode?.tagName === "w:pPr") found.changedEnds += 1;
  for (const name of ["w:ins", "w:moveTo"])
    for (const node of descendants(root, name)) {
      const added = words(node, "w:t");
      if (added.trim() !== "") found.insertions.push(`${author(node)}: “${added}”`);
      if (node.parentNode?.tagName !== "w:rPr" && node.parentNode?.tagName !== "w:trPr")
        replace(node, ...elements(node));
    }
  for (const node of [...descendants(root, "w:sdt"), ...descendants(root, "w:p")])
    if (isContents(node)) node.parentNode?.removeChild(node);
  for (const node of descendants(root, "mc:AlternateContent")) {
    const one = rendering(node);
    replace(node, ...(one ? elements(one) : []));
  }
  for (const node of descendants(root, "w:fldSimple")) replace(node, ...elements(node));
  for (const node of descendants(root, "w:sym")) replace(node, text(symbol(node)));
  for (const node of descendants(root, "w:noBreakHyphen")) replace(node, text("\u2011"));
  for (const node of descendants(root, "m:oMath")) {
    found.formulas += 1;
    replace(node, run((nearest(node, "m:oMathPara") ? FORMULA_APART : FORMULA) + texOf(node) + FORMULA_END));
  }
  for (const node of descendants(root, "m:oMathPara")) replace(node, ...runsOf(node));
  for (const node of descendants(root, "w:ruby")) {
    const [base, reading] = [child(node, "w:rubyBase"), child(node, "w:rt")];
    const owner = node.parentNode;
    if (!owner || !base) continue;
    found.rubies += 1;
    const parts = [
      run(RUBY_BASE),
      ...runsOf(base),
      run(RUBY_READING),
      ...(reading ? runsOf(reading) : []),
      run(RUBY_END),
    ];
    if (owner.tagName !== "w:r") {
      replace(node, ...parts);
      continue;
    }
    // A run that holds more than the ruby is parted in two.
    const after = make("w:r");
    const properties = child(owner, "w:rPr");
    if (properties) after.appendChild(properties.cloneNode(true));
    while (node.nextSibling) after.appendChild(node.nextSibling);
    owner.removeChild(node);
    const parent = owner.parentNode;
    const before = owner.nextSibling;
    for (const one of [...parts, ...(elements(after).length > (properties ? 1 : 0) ? [after] : [])])
      parent?.insertBefore(one, before);
  }
  for (const node of descendants(root, "w:eastAsianLayout")) {
    const owner = node.parentNode?.parentNode;
    if (owner?.tagName !== "w:r") continue;
    if (isOn(node.getAttribute("w:vert"))) found.upright.push(words(owner, "w:t"));
    if (isOn(node.getAttribute("w:combine"))) found.inset.push(words(owner, "w:t"));
  }
  for (const node of descendants(root, "w:highlight")) {
    const owner = node.parentNode?.parentNode;
    const marked = owner?.tagName === "w:r" && value(node) !== "none" ? words(owner, "w:t") : "";
    if (marked.trim() !== "") found.highlighted.push(marked);
  }
  for (const name of ["w:smallCaps", "w:caps"])
    for (const node of descendants(root, name)) {
      const owner = node.parentNode?.parentNode;
      if (owner?.tagName === "w:r" && isOn(value(node) ?? "1") && /\p{Ll}/u.test(words(owner, "w:t")))
        found.capitals += 1;
    }
  for (const node of descendants(root, "w:vanish")) {
    const owner = node.parentNode?.parentNode;
    if (owner?.tagName === "w:r" && isOn(value(node) ?? "1") && words(owner, "w:t").trim() !== "")
      found.hidden.push(words(owner, "w:t"));
  }
  for (const node of [...descendants(root, "w:footnoteReference"), ...descendants(root, "w:endnoteReference")])
    if (hasOwnMark(node))
      for (const mark of elements(node.parentNode ?? node))
        if (mark.tagName === "w:t") mark.parentNode?.removeChild(mark);
  alignByPosition(root, make);
  for (const node of descendants(root, "w:em")) {
    const owner = node.parentNode?.parentNode;
    if ((value(node) ?? "dot") === "none" || node.parentNode?.tagName !== "w:rPr" || owner?.tagName !== "w:r") continue;
    const said = elements(owner).filter(({ tagName }) => tagName === "w:t");
    const [first] = said;
    const last = said.at(-1);
    if (!first || !last) continue;
    found.emphases += 1;
    owner.insertBefore(text(EMPHASIS), first);
    owner.insertBefore(text(EMPHASIS_END), last.nextSibling);
  }
  liftBoxes(root);
  levelByOutline(root, make);
  if (numbering) markListSigns(root, numbering, make);
  joinRuns(root);
  // Word names a place at each heading and each edit; one that no link leads to costs mammoth memory and gives nothing.
  const isNeeded = (node: XmlElement): boolean =>
    node.tagName === "w:bookmarkStart"
      ? (linked?.has(node.getAttribute("w:name") ?? "") ?? true)
      : node.tagName !== "w:bookmarkEnd" && !LOOKS.has(node.tagName);
  return { xml: document.toString(isNeeded), ...found };
}

/** Runs side by side that nothing tells apart are one: Word parts a line at each proof mark, and each part costs memory. */
function joinRuns(root: XmlElement): void {
  const isPlain = (node: XmlElement | null): node is XmlElement =>
    node?.tagName === "w:r" &&
    elements(node).every(
      ({ tagName, firstChild }, index) =>
        tagName === "w:t" || (tagName === "w:rPr" && index === 0 && isLook(firstChild)),
    );
  for (const run of descendants(root, "w:r")) {
    if (!run.parentNode || !isPlain(run) || !isPlain(run.nextSibling)) continue;
    const words: string[] = [];
    let [first, ...others] = elements(run).filter(({ tagName }) => tagName === "w:t");
    const take = (one: XmlElement) => words.push(one.textContent);
    if (first) take(first);
    for (const one of others) take(one);
    for (let next = run.nextSibling; isPlain(next); next = run.nextSibling) {
      others = elements(next).filter(({ tagName }) => tagName === "w:t");
      for (const one of others) take(one);
      if (!first) {
        first = others[0];
        if (first) run.appendChild(first);
      }
      next.parentNode?.removeChild(next);
    }
    for (const one of elements(run)) if (one.tagName === "w:t" && one !== first) run.removeChild(one);
    if (!first) continue;
    first.textContent = words.join("");
    first.setAttribute("xml:space", "preserve");
  }
}

/** Whether properties, from the first on, say only how a text looks. */
const isLook = (first: XmlElement | null): boolean => {
  for (let one = first; one; one = one.nextSibling)
    if (one.tagName !== "" && one.tagName !== "w:em" && !LOOKS.has(one.tagName)) return false;
  return true;
};

const isOn = (given: string | null): boolean => given !== null && !["0", "false", "off"].includes(given);

/** Half points: what is moved less from its line is only adjusted. */
const LEAST_SHIFT = 4;

/**
 * Small characters that are moved from their line are raised or lowered ones: the signs for reading classical Chinese
 * in Japanese (返り点, 送り仮名) are set so.
 */
function alignByPosition(root: XmlElement, make: (name: string) => XmlElement): void {
  for (const node of descendants(root, "w:position")) {
    const properties = node.parentNode;
    const shift = Number(value(node));
    const owner = properties?.parentNode;
    if (properties?.tagName !== "w:rPr" || owner?.tagName !== "w:r") continue;
    if (!(Math.abs(shift) >= LEAST_SHIFT) || child(properties, "w:vertAlign") || !child(properties, "w:sz")) continue;
    const align = make("w:vertAlign");
    align.setAttribute("w:val", shift > 0 ? "superscript" : "subscript");
    properties.appendChild(align);
  }
}

/** The letters of Hebrew, Arabic and their kin have a weight and a slope of their own in Word, which mammoth does not read. */
function takeComplexScript(root: XmlElement, make: (name: string) => XmlElement): void {
  for (const sign of [...descendants(root, "w:rtl"), ...descendants(root, "w:cs")]) {
    const properties = sign.parentNode;
    if (properties?.tagName !== "w:rPr" || !isOn(value(sign) ?? "1")) continue;
    for (const [complex, name] of [
      ["w:bCs", "w:b"],
      ["w:iCs", "w:i"],
    ] as const) {
      const given = child(properties, complex);
      if (!given || !isOn(value(given) ?? "1") || child(properties, name)) continue;
      properties.appendChild(make(name));
    }
  }
}

const runsOf = (node: XmlElement): XmlElement[] => elements(node).filter(({ tagName }) => tagName === "w:r");

/** What stands in a box follows the paragraph to which the box is anchored. */
function liftBoxes(root: XmlElement): void {
  for (const paragraph of descendants(root, "w:p")) {
    if (!paragraph.parentNode) continue;
    const boxes = descendants(paragraph, "w:txbxContent").filter((box) => nearest(box.parentNode, "w:p") === paragraph);
    const blocks = boxes.flatMap((box) => {
      const own = elements(box);
      box.parentNode?.removeChild(box);
      return own;
    });
    const before = paragraph.nextSibling;
    for (const block of blocks) paragraph.parentNode.insertBefore(block, before);
  }
}

function nearest(node: XmlElement | null, name: string): XmlElement | undefined {
  for (let one = node; one; one = one.parentNode) if (one.tagName === name) return one;
  return undefined;
}

/** A paragraph with a level of its own in the outline is a heading, whatever its style. */
function levelByOutline(root: XmlElement, make: (name: string) => XmlElement): void {
  for (const level of descendants(root, "w:outlineLvl")) {
    const properties = level.parentNode;
    const depth = Number(value(level));
    if (properties?.tagName !== "w:pPr" || !(depth >= 0 && depth < 9)) continue;
    let style = child(properties, "w:pStyle");
    if (!style) {
      style = make("w:pStyle");
      properties.insertBefore(style, properties.firstChild);
    }
    style.setAttribute("w:val", `EssayHeading${depth + 1}`);
  }
}
