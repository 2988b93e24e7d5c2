import { endsWithLabel } from "../caption-labels.ts";
import { isUnspaced } from "../characters.ts";
import { MARK, MarkedText, REMOVED } from "../marked-text.ts";
import { plainNumber, plainSign } from "./note-texts.ts";
import { plainDigits } from "./numbers.ts";

/** A place in a text that may be a note's mark. */
export interface MarkCandidate {
  /** Index of the paragraph. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /** 0 where it is a sign. */
  readonly number: number;
  readonly sign?: string;
  /** How it is written: as digits glued to a word, raised, in brackets, as a sign without a number. */
  readonly style: "glued" | "raised" | "bracketed" | "named" | "sign";
  /** How much it looks like a mark, from 0 to 1. */
  readonly score: number;
}

const COUNTERS =
  /^[年月日時分秒人つ個回章節条項号世紀番目度割歳名か国カケヶヵ％%‰億万千百円位倍件機隻点代次巻頁冊部篇編票㎞km℃階列組対世期週段字語句行本枚足台軒年歩才等級種類版°′″]/u;

const PATTERNS: readonly { style: MarkCandidate["style"]; pattern: RegExp }[] = [
  { style: "raised", pattern: /[¹²³⁰-⁹]{1,3}/gu },
  {
    style: "named",
    pattern:
      /[（(［[〔【〈＜<]?(?:注|註|주)\s?(\d{1,3}|[０-９]{1,3}|[〇一二三四五六七八九十百]{1,4}(?=[)）\]］〕】〉＞>]))[)）\]］〕】〉＞>]?|[*＊※](\d{1,3}|[０-９]{1,3})[)）]?/gu,
  },
  { style: "bracketed", pattern: /[（([［〔](\d{1,3}|[０-９]{1,3}|[〇一二三四五六七八九十百]{1,4})[)）\]］〕]/gu },
  // “in 1939.4” ends with a year, a stop and a mark.
  { style: "glued", pattern: /(?<=(?<!\d)[12]\d{3}[.,])\d{1,3}(?=["”’»)\]]*(?:\s|$))/gu },
  { style: "bracketed", pattern: /[\u2460-\u2473\u3251-\u325F\u32B1-\u32BF]/gu },
  { style: "bracketed", pattern: /(?<![\d０-９][.,．，]|[\d０-９（(［〔[:：])(\d{1,3}|[０-９]{1,3})[)）]/gu },
  {
    style: "glued",
    pattern:
      /(?<![\d０-９][.,．，]|[\d０-９\s\u3000¶第約計満全各毎前後翌同約ＡＢＣ$€£¥#№/:：\-–—−―~〜～（(「『“‘[《〈])(?:\d{1,3}|[０-９]{1,3})(?![\d０-９]|[.,．，:：/／]\d|[-–—−~〜～/／:：]\d)/gu,
  },
];

/** @returns all the places of the paragraphs that may be marks, in order */
export function markCandidates(paragraphs: readonly MarkedText[]): MarkCandidate[] {
  return paragraphs.flatMap((marked, paragraph) => {
    const text = plainDigits(marked.text);
    const raised = marked.spans.filter(({ kind }) => kind === "sup");
    let found = PATTERNS.flatMap(({ style, pattern }) =>
      [...text.matchAll(pattern)].flatMap((match): MarkCandidate[] => {
        const start = match.index;
        const end = start + match[0].length;
        const digits = match[1] ?? match[2] ?? match[0];
        if (style === "glued" && /^[)）]/u.test(text.slice(end)) && !isBracketOpen(text.slice(0, start))) return [];
        // A bracket that was opened before the number closes there.
        if (/^[\d０-９]+[)）]$/u.test(match[0]) && isBracketOpen(text.slice(0, start))) return [];
        const number = plainNumber(digits);
        if (!(number > 0)) return [];
        const around = raised.find((span) => span.start <= start && span.end >= end);
        const isRaised = around !== undefined;
        // A figure behind a raised letter belongs to a label: E1 is none of 1.
        if (around && start > around.start && /[^\P{L}注註]$/u.test(text.slice(around.start, start))) return [];
        const own = isRaised && style === "glued" ? "raised" : style;
        const score = scoreOf(text, start, end, own);
        return score > 0 ? [{ paragraph, start, end, number, style: own, score }] : [];
      }),
    );
    // Raised digits after a space or a bracket are still marks.
    for (const span of raised) {
      const written = text.slice(span.start, span.end);
      if (!/^[(（[［]?(?:注|註)?[*＊※]?[\d０-９]{1,3}[)）\]］]?$/u.test(written)) continue;
      const number = plainNumber(written.replaceAll(/[^\d０-９]/gu, ""));
      if (!(number > 0)) continue;
      const { start, end } = span;
      // The whole raised run is the mark, with its sign and its brackets.
      found = found.filter((one) => one.start >= end || one.end <= start);
      found.push({ paragraph, start, end, number, style: "raised", score: scoreOf(text, start, end, "raised") });
    }
    return found.sort((one, other) => one.start - other.start || other.end - one.end);
  });
}

/** A sign after a word or its stop; a star elsewhere may be the author's, a raised one is a mark anywhere. */
const SIGN =
  /(?<=[\p{L}\p{N}\p{P}])(?:†{1,2}|‡{1,2}|¶|‖|[*＊∗]{1,3})(?=$|[\s\u3000\p{P}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])(?!\d)/gu;

/**
 * @param labels what marks notes in brackets: [編1]
 * @returns the places of the paragraphs at which signs and labels may mark notes, in order
 */
export function signCandidates(paragraphs: readonly MarkedText[], labels: ReadonlySet<string>): MarkCandidate[] {
  const bare = [...labels].filter((label) => /^\p{L}{1,3}\d{1,3}$/u.test(label));
  const plain =
    bare.length > 0
      ? new RegExp(
          String.raw`(?<=[\p{P}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])(?:${bare.join("|")})(?![\d\p{sc=Latin}])`,
          "gu",
        )
      : undefined;
  return paragraphs.flatMap(({ text, spans }, paragraph) => {
    const places = [
      ...[...text.matchAll(/\[\p{L}{0,4}\d{1,3}\]/gu)].flatMap(({ 0: label, index }) =>
        labels.has(label) ? [{ start: index, end: index + label.length, score: 0.98 }] : [],
      ),
      ...spans.flatMap(({ kind, start, end }) =>
        kind === "sup" && /^[*＊∗†‡§¶‖※]{1,3}$/u.test(text.slice(start, end).trim())
          ? [{ start, end, score: 0.97 }]
          : [],
      ),
      // Several marks may be raised side by side.
      ...spans.flatMap(({ kind, start, end }) =>
        kind === "sup"
          ? [...text.slice(start, end).matchAll(/\p{L}{1,3} ?\d{1,3}/gu)].flatMap(({ 0: label, index }) =>
              labels.has(label.replace(" ", ""))
                ? [{ start: start + index, end: start + index + label.length, score: 0.97 }]
                : [],
            )
          : [],
      ),
      // Where nothing is raised a label follows a stop, a bracket or an ideograph, and no letter or figure follows it.
      ...[...(plain ? text.matchAll(plain) : [])].map(({ 0: label, index }) => ({
        start: index,
        end: index + label.length,
        score: 0.8,
      })),
      ...[...text.matchAll(SIGN)].map(({ 0: sign, index }) => ({ start: index, end: index + sign.length, score: 0.8 })),
    ].sort((one, other) => one.start - other.start || other.score - one.score);
    return places
      .filter(({ start }, index) => start >= (places[index - 1]?.end ?? 0))
      .map(
        ({ start, end, score }): MarkCandidate => ({
          paragraph,
          start,
          end,
          score,
          number: 0,
          sign: plainSign(text.slice(start, end).replaceAll(" ", "")),
          style: "sign",
        }),
      );
  });
}

/** Whether a round bracket is open at the end of the text. */
function isBracketOpen(text: string): boolean {
  let open = 0;
  for (const [bracket] of text.slice(-200).matchAll(/[（()）]/gu))
    open = /[（(]/u.test(bracket) ? open + 1 : Math.max(0, open - 1);
  return open > 0;
}

function scoreOf(text: string, start: number, end: number, style: MarkCandidate["style"]): number {
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 8);
  const previous = [...before].at(-1) ?? "";
  const next = [...after][0] ?? "";
  if (style === "raised") {
    // 10², m², and a name's number.
    if (/\d$/u.test(before) || /(?:^|[\s\d(（])(?:[kcm]?m|s|x|y|n|R|H|CO)$/u.test(before)) return 0.25;
    return 0.97;
  }
  if (style === "named") return /^[*＊]/u.test(text.slice(start, end)) && /\d$/u.test(before) ? 0 : 0.9;
  if (style === "bracketed") {
    // At a paragraph's beginning it numbers what follows; in brackets of one's own it is a list's number.
    if (before.trim() === "") return 0;
    let score = 0.45;
    if (/[。．.！？」』”"’]$/u.test(before)) score += 0.2;
    if (/^[。、，．,.;」』]|^$/u.test(after)) score += 0.25;
    if (/\s$/u.test(before)) score -= 0.1;
    return score;
  }
  if (previous === "" || start === 0 || endsWithLabel(before)) return 0;
  if (/(?:^|[\s(（\p{sc=Han}])(?:pp?|nos?|vols?|chs?|figs?|arts?|secs?|cf|S|Bd|Nr|[A-Z])[.．]$/u.test(before)) return 0;
  if (COUNTERS.test(after)) return 0;
  let score = 0.4;
  if (/[」』）)\]】〉》”"’]/u.test(previous)) score += 0.3;
  else if (/[。．.！？!?、，,;:]/u.test(previous)) score += 0.25;
  else if (/[\p{sc=Hiragana}]/u.test(previous)) score += 0.25;
  else if (/[\p{sc=Han}\p{sc=Katakana}ー]/u.test(previous)) score += 0.15;
  else if (/[\p{Ll}\p{Lo}]/u.test(previous)) score += /\p{Ll}{3}$/u.test(before) ? 0.2 : 0;
  else if (/\p{Lu}/u.test(previous)) score -= 0.3;
  else if (/[$€£¥#№+=<>@&*_^|\\]/u.test(previous)) return 0;
  if (/^[。、，．！？」』）]/u.test(after)) score += 0.3;
  else if (/^(?:[.,;:!?)\]”"’]|\s|$)/u.test(after)) score += 0.2;
  else if (/^[\p{sc=Hiragana}]/u.test(after)) score += /[」』）。]/u.test(previous) ? 0.2 : 0.05;
  else if (isUnspaced(next)) score += /[」』）。、]/u.test(previous) ? 0.2 : -0.05;
  else if (/^\p{L}/u.test(after)) score -= /[.!?。”"’]/u.test(previous) ? 0.1 : 0.45;
  return Math.max(0, Math.min(score, 0.95));
}

/** How many numbers may be missing between two marks where the notes themselves are known. */
const LARGEST_GAP = 4;
/** What a missing mark costs; less than any good mark earns. */
const GAP_COST = 0.55;

/**
 * Finds the marks among the candidates: the chain in which the numbers follow each other and that looks most like
 * marks. A digit out of sequence is text.
 *
 * @param known the numbers of the notes whose texts were found, in order; empty where none was
 * @param start the number of the first mark where no text is known
 */
export function chainMarks(candidates: readonly MarkCandidate[], known: readonly number[], start = 1): MarkCandidate[] {
  const styles: readonly (readonly MarkCandidate["style"][])[] = [
    ["raised"],
    ["named"],
    ["bracketed"],
    ["glued"],
    ["raised", "glued"],
  ];
  const chains = styles.map((style) =>
    longestChain(
      candidates.filter((one) => style.includes(one.style)),
      known,
      start,
    ),
  );
  const value = (chain: readonly MarkCandidate[]) => chain.reduce((sum, { score }) => sum + score - 0.3, 0);
  const best = chains.reduce((one, other) => (value(other) > value(one) + 0.01 ? other : one), []);
  if (known.length > 0) return best;
  // Without any text of a note only a chain that begins at its beginning and looks well all along is believed.
  const mean = best.reduce((sum, { score }) => sum + score, 0) / Math.max(1, best.length);
  const needed = best.length >= 3 ? 0.55 : best.length === 2 ? 0.7 : 0.9;
  return best[0]?.number === start && mean >= needed ? best : [];
}

function longestChain(candidates: readonly MarkCandidate[], known: readonly number[], start: number): MarkCandidate[] {
  const order = known.length > 0 ? new Map(known.map((number, index) => [number, index])) : undefined;
  const gap = known.length > 0 ? LARGEST_GAP : 1;
  const best = new Map<number, { score: number; candidate: MarkCandidate; before: number | undefined; chain: Link }>();
  for (const candidate of candidates) {
    const index = order ? order.get(candidate.number) : candidate.number - start;
    if (index === undefined || index < 0 || candidate.score < (order ? 0.25 : 0.4)) continue;
    let score = Number.NEGATIVE_INFINITY;
    let link: Link | undefined;
    if (index < gap) score = -GAP_COST * index;
    for (let back = 1; back <= gap; back += 1) {
      const previous = best.get(index - back);
      if (!previous || !isAfter(candidate, previous.candidate)) continue;
      const value = previous.score - GAP_COST * (back - 1);
      if (value > score) {
        score = value;
        link = previous.chain;
      }
    }
    if (score === Number.NEGATIVE_INFINITY) continue;
    const total = score + candidate.score;
    const present = best.get(index);
    if (!present || total > present.score)
      best.set(index, { score: total, candidate, before: undefined, chain: { candidate, before: link } });
  }
  const end = [...best.values()].sort((one, other) => other.score - one.score)[0];
  const chain: MarkCandidate[] = [];
  for (let link: Link | undefined = end?.chain; link; link = link.before) chain.unshift(link.candidate);
  return chain;
}

interface Link {
  readonly candidate: MarkCandidate;
  readonly before: Link | undefined;
}

const isAfter = (one: MarkCandidate, other: MarkCandidate): boolean =>
  one.paragraph > other.paragraph || (one.paragraph === other.paragraph && one.start >= other.end);

/** Puts a mark in the place of each chosen candidate of a paragraph. `labels` gives each its note's label. */
export function placeMarks(
  marked: MarkedText,
  chosen: readonly { candidate: MarkCandidate; label: string }[],
): MarkedText {
  const lineEnds = marked.spans.filter(({ kind }) => kind === "line").map(({ end }) => end);
  const placed = marked.replace(
    chosen.flatMap(({ candidate: { start, end }, label }) => {
      // A mark that a line's end has cut belongs to both lines.
      const cut = lineEnds.find((at) => at > start && at < end) ?? end;
      const mark = {
        start,
        end: cut,
        by: MARK,
        span: { kind: "note", label, written: marked.text.slice(start, cut) } as const,
      };
      const rest = {
        start: cut,
        end,
        by: REMOVED,
        span: { kind: "removed", written: marked.text.slice(cut, end).trim() } as const,
      };
      return cut < end ? [mark, rest] : [mark];
    }),
  );
  // The site raises its marks itself.
  return new MarkedText(
    placed.text,
    placed.spans.filter(
      ({ kind, start, end }) => kind !== "sup" || placed.text.slice(start, end).replaceAll(MARK, "").trim() !== "",
    ),
  );
}
