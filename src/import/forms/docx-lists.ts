import type { Element, ElementContent, Root as HastRoot, Parents } from "hast";
import { excerpt, type Findings } from "../findings.ts";
import { visit } from "./visit-hast.ts";
import { child, descendants, elements, parseXml, value, type XmlElement } from "./xml.ts";

/** What a list's sign goes through mammoth between; noncharacters, which no manuscript holds. */
const SIGN = "\uFDDC";
const SIGN_END = "\uFDDD";
const MARKED = new RegExp(`${SIGN}(?<value>\\d+) (?<sign>[^${SIGN_END}]*)${SIGN_END}`, "gu");

interface Level {
  readonly list: string;
  readonly depth: number;
  readonly format: string;
  /** `%1.`, `(%2)`: how the numbers of its levels stand in its sign. */
  readonly pattern: string;
  readonly start: number;
}

/** How a Word file counts its lists: the level of each paragraph, by its list and by its style. */
export interface Numbering {
  level(list: string, depth: number): Level | undefined;
  levelOfStyle(style: string): Level | undefined;
  /** Where a list that shares its levels with others begins anew. */
  restart(list: string, depth: number): number | undefined;
}

export function readNumbering(xml: string | undefined, styles: string | undefined): Numbering | undefined {
  if (xml === undefined) return undefined;
  const root = parseXml(xml).documentElement;
  const abstracts = new Map(
    descendants(root, "w:abstractNum").map((one) => [one.getAttribute("w:abstractNumId") ?? "", one]),
  );
  const lists = new Map(descendants(root, "w:num").map((one) => [one.getAttribute("w:numId") ?? "", one]));
  const styleOfLists = new Map(
    (styles === undefined ? [] : descendants(parseXml(styles).documentElement, "w:style"))
      .filter((one) => one.getAttribute("w:type") === "numbering")
      .map((one) => [one.getAttribute("w:styleId") ?? "", value(descendants(one, "w:numId")[0])]),
  );
  const resolve = (list: string, seen: readonly string[] = []): string | undefined => {
    const num = lists.get(list);
    const id = num && value(child(num, "w:abstractNumId"));
    const abstract = id === undefined || id === null ? undefined : abstracts.get(id);
    const link = abstract && value(child(abstract, "w:numStyleLink"));
    if (!link || seen.includes(list)) return id ?? undefined;
    const next = styleOfLists.get(link);
    return next ? resolve(next, [...seen, list]) : undefined;
  };
  const levelIn = (list: string, node: XmlElement | undefined, depth: number): Level | undefined =>
    node && {
      list,
      depth,
      format: value(child(node, "w:numFmt")) ?? "decimal",
      pattern: value(child(node, "w:lvlText")) ?? `%${depth + 1}.`,
      start: Number(value(child(node, "w:start")) ?? 1),
    };
  const at = (nodes: readonly XmlElement[], depth: number) =>
    nodes.find((one) => Number(one.getAttribute("w:ilvl") ?? 0) === depth);
  const overrideOf = (list: string, depth: number): XmlElement | undefined => {
    const num = lists.get(list);
    return (
      num &&
      at(
        elements(num).filter(({ tagName }) => tagName === "w:lvlOverride"),
        depth,
      )
    );
  };
  return {
    level(list, depth) {
      const id = resolve(list);
      const override = overrideOf(list, depth);
      const own = override && child(override, "w:lvl");
      const abstract = id === undefined ? undefined : abstracts.get(id);
      return id === undefined
        ? undefined
        : levelIn(id, own ?? (abstract && at(descendants(abstract, "w:lvl"), depth)), depth);
    },
    levelOfStyle(style) {
      for (const [id, abstract] of abstracts)
        for (const one of descendants(abstract, "w:lvl"))
          if (value(child(one, "w:pStyle")) === style) return levelIn(id, one, Number(one.getAttribute("w:ilvl") ?? 0));
      return undefined;
    },
    restart(list, depth) {
      const override = overrideOf(list, depth);
      const start = override && value(child(override, "w:startOverride"));
      return start === undefined || start === null ? undefined : Number(start);
    },
  };
}

/** Writes before each paragraph of a counted list the sign that Word shows there, which stands in no text of the file. */
export function markListSigns(
  root: XmlElement,
  numbering: Numbering,
  make: (name: string, ...children: XmlElement[]) => XmlElement,
): void {
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  for (const paragraph of descendants(root, "w:p")) {
    const properties = child(paragraph, "w:pPr");
    const own = properties && child(properties, "w:numPr");
    const list = (own && value(child(own, "w:numId"))) || undefined;
    if (list === "0") continue;
    const depth = Number((own && value(child(own, "w:ilvl"))) ?? 0);
    const style = (properties && value(child(properties, "w:pStyle"))) ?? "";
    const level = list === undefined ? numbering.levelOfStyle(style) : numbering.level(list, depth);
    if (!level || level.format === "bullet" || level.format === "none") continue;
    const count = counts.get(level.list) ?? [];
    counts.set(level.list, count);
    const restart = list === undefined ? undefined : numbering.restart(list, level.depth);
    const place = `${list} ${level.depth}`;
    if (restart !== undefined && !begun.has(place)) count[level.depth] = restart;
    else count[level.depth] = (count[level.depth] ?? level.start - 1) + 1;
    begun.add(place);
    count.length = level.depth + 1;
    const number = count[level.depth] ?? 1;
    if (!descendants(paragraph, "w:t").some(({ textContent }) => textContent.trim() !== "")) continue;
    const sign = level.pattern.replaceAll(/%([1-9])/gu, (_whole, digit: string) =>
      counted(count[Number(digit) - 1] ?? 1, level.format),
    );
    const text = make("w:t");
    text.setAttribute("xml:space", "preserve");
    text.textContent = `${SIGN}${number} ${sign}${SIGN_END}`;
    paragraph.insertBefore(make("w:r", text), properties?.nextSibling ?? paragraph.firstChild);
  }
}

const SERIES: Readonly<Record<string, string>> = {
  lowerLetter: "abcdefghijklmnopqrstuvwxyz",
  upperLetter: "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  aiueo: "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
  iroha: "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン",
  ganada: "가나다라마바사아자차카타파하",
  decimalEnclosedCircle: "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
  ideographZodiac: "子丑寅卯辰巳午未申酉戌亥",
  ideographTraditional: "甲乙丙丁戊己庚辛壬癸",
};
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** @returns a number as a format of Word's counts it; in digits where the format has no signs of its own here */
function counted(number: number, format: string): string {
  const series = [...(SERIES[format.replace(/FullWidth$/u, "")] ?? "")];
  if (series.length > 0) return series[number - 1] ?? String(number);
  if (/Roman$/u.test(format)) {
    let left = number;
    const roman = ROMAN.map(([unit, sign]) => {
      const times = Math.floor(left / unit);
      left -= times * unit;
      return sign.repeat(times);
    }).join("");
    return format === "upperRoman" ? roman.toUpperCase() : roman;
  }
  if (/^(?:japaneseCounting|chineseCounting|ideographDigital|koreanDigital|taiwaneseCounting)/u.test(format))
    return kanji(number);
  const digits = format === "decimalZero" ? String(number).padStart(2, "0") : String(number);
  return format === "decimalFullWidth"
    ? digits.replaceAll(/\d/gu, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0))
    : digits;
}

function kanji(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (number > 99) return String(number);
  return `${tens > 1 ? "一二三四五六七八九"[tens - 1] : ""}${tens > 0 ? "十" : ""}${ones > 0 ? "一二三四五六七八九"[ones - 1] : ""}`;
}

/**
 * Takes the signs off the tree again. A list counts on where Word does; signs that are no plain numbers are told, as an
 * essay's lists have no others.
 */
export function takeListSigns(tree: HastRoot, findings: Findings): void {
  const items = new Map<Element, { value: number; sign: string }>();
  const strip = (parent: Parents, item: Element | undefined): void => {
    for (const node of parent.children) {
      if (node.type === "element") strip(node, node.tagName === "li" ? node : item);
      if (node.type !== "text" || !node.value.includes(SIGN)) continue;
      node.value = node.value.replaceAll(MARKED, (_whole, number: string, sign: string) => {
        if (item && !items.has(item)) items.set(item, { value: Number(number), sign });
        return "";
      });
    }
  };
  strip(tree, undefined);
  const told: string[] = [];
  visit(tree, (node, index, parent) => {
    if (node.tagName !== "ol") return;
    const entries = node.children.filter((one): one is Element => one.type === "element");
    // A list that begins anew is another, which mammoth has joined to the one before.
    const anew = entries.findIndex((one, at) => {
      const [before, own] = [items.get(entries[at - 1] as Element), items.get(one)];
      return at > 0 && before !== undefined && own !== undefined && own.value !== before.value + 1;
    });
    const own = anew < 1 ? entries : entries.slice(0, anew);
    if (own.length < entries.length) {
      const rest: Element = { ...node, properties: {}, children: entries.slice(anew) };
      node.children = own;
      (parent.children as ElementContent[]).splice(index + 1, 0, rest);
    }
    const signs = own.flatMap((one) => items.get(one) ?? []);
    const [first] = signs;
    if (first && first.value !== 1) node.properties["start"] = first.value;
    if (signs.some(({ value: number, sign }) => sign !== `${number}.`))
      told.push(
        signs
          .slice(0, 3)
          .map(({ sign }) => sign)
          .join(" "),
      );
  });
  if (told.length > 0)
    findings.leftOut.push({
      place: "lists",
      text: `${told.length} are counted otherwise than 1. 2. 3., as the essay counts them; the text may call an item by its sign: ${excerpt(told.map((signs) => `“${signs}”`).join(", "), 240)}`,
      words: told.join(" "),
    });
}
