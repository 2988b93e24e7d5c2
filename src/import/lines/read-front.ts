import { isUnspaced } from "../characters.ts";
import type { Findings } from "../findings.ts";
import type { Destination, Fragment, ManuscriptMetadata } from "../manuscript.ts";
import type { MarkedText } from "../marked-text.ts";
import { parseName, splitNames } from "../names.ts";
import { isoDate } from "./dates.ts";
import { type FrontLine, instituteNumbers, withoutInstituteNumbers } from "./front-matter.ts";
import { placeOf } from "./line.ts";
import type { Piece } from "./pieces.ts";

/** The words of a line of the head, in which notes may be marked as in any other. */
export const pieceOfFront = ({ line, field, start, end }: FrontLine): Piece => ({
  kind: "front",
  isTitle: field === "title" || field === "subtitle",
  marked: line.marked.slice(start, end),
  lines: [line],
});

/** @returns what the head of the first page says of the manuscript */
export function readFront(
  front: readonly FrontLine[],
  pieces: readonly Piece[],
  findings: Findings,
  hasPages: boolean,
): ManuscriptMetadata {
  const metadata: ManuscriptMetadata = {};
  const wordsOf = (field: FrontLine["field"]) =>
    pieces.filter((_, index) => front[index]?.field === field).map(({ marked }) => marked.words.trim());
  const joined = (parts: readonly string[]): string => {
    let text = "";
    for (const part of parts)
      text += text === "" || isUnspaced([...text].at(-1)) || isUnspaced([...part][0]) ? part : ` ${part}`;
    return text;
  };
  const title = joined(wordsOf("title"));
  const subtitle = joined(wordsOf("subtitle"));
  const institutes = front.flatMap(({ line, field, start }, index) =>
    field === "affiliation"
      ? [
          {
            number: Number(/^\d+/u.exec(line.marked.text.slice(0, start))?.[0] ?? Number.NaN),
            words: withoutSpaces(pieces[index]?.marked.words.trim() ?? ""),
          },
        ]
      : [],
  );
  const named = wordsOf("authors").flatMap((words) =>
    splitNames(withoutInstituteNumbers(words)).map((name) => ({ name, numbers: instituteNumbers(name, words) })),
  );
  // Figures behind names lead to institutes where each of them does.
  const areNumbered =
    institutes.length > 0 &&
    named.every(({ numbers }) => numbers.length > 0) &&
    named.every(({ numbers }) => numbers.every((one) => institutes.some(({ number }) => number === one))) &&
    institutes.every(({ number }) => named.some(({ numbers }) => numbers.includes(number)));
  const affiliation = areNumbered ? "" : joined(wordsOf("affiliation"));
  const authors = named.map(({ name, numbers }) => ({
    ...parseName(name),
    ...(areNumbered && {
      affiliation: numbers.map((one) => institutes.find(({ number }) => number === one)?.words ?? "").join("; "),
    }),
  }));
  const [date] = wordsOf("date");
  if (title) metadata.title = withoutSpaces(title);
  if (subtitle) metadata.subtitle = withoutSpaces(subtitle);
  if (affiliation) metadata.affiliation = withoutSpaces(affiliation);
  if (authors.length > 0) metadata.authors = authors;
  const iso = date ? isoDate(date) : undefined;
  if (iso) metadata.date = iso;
  const marks = pieces.flatMap(({ marked, lines }, index) =>
    marked.spans.flatMap((span) =>
      span.kind === "note" ? [{ span, line: lines[0], field: front[index]?.field }] : [],
    ),
  );
  if (marks.length > 0) metadata.titleNotes = marks.map(({ span }) => span.label);
  for (const { span, line, field } of marks)
    if (line && field !== "title")
      findings.open.push({
        place: placeOf(line, hasPages),
        text: `the note “${span.written}” of the ${field === "authors" ? "author" : field} hangs on the title`,
      });
  return metadata;
}

/** @param marked the words of the field, with the marks of notes set */
export function frontFragments(
  one: FrontLine,
  marked: MarkedText | undefined,
  before: FrontLine | undefined,
  after: FrontLine | undefined,
  hasPages: boolean,
): Fragment[] {
  const { line, field, start, end } = one;
  const { text } = line.marked;
  const place = placeOf(line, hasPages);
  const from = before?.line === line ? before.end : 0;
  const to = after?.line === line ? end : text.length;
  const fragment = (part: string, to: Destination, why?: string): Fragment[] =>
    part.trim() === "" ? [] : [{ text: part, to, place, ...(why && { why }) }];
  const say = (words: string): Fragment[] =>
    (field === "authors" ? separators(words) : [{ text: words, isName: true }]).flatMap(({ text: part, isName }) =>
      isName
        ? field === "date" || field === "head"
          ? fragment(part, "left out", field === "date" ? "date" : "above the title")
          : fragment(part, `field ${field}`)
        : fragment(part, "left out", "between names"),
    );
  const own = marked ?? line.marked.slice(start, end);
  const marks = own.spans
    .flatMap((span) => (span.kind === "note" ? [span] : []))
    .sort((one, other) => one.start - other.start);
  const ends = [0, ...marks.map((mark) => mark.end)];
  return [
    ...fragment(text.slice(from, start), "left out", "around the title or the names"),
    ...ends.flatMap((begin, index) => [
      ...say(own.text.slice(begin, marks[index]?.start)),
      ...fragment(marks[index]?.written ?? "", "left out", "note mark"),
    ]),
    ...fragment(text.slice(end, to), "left out", "around the title or the names"),
  ];
}

/** The names of a line, and the words and points between them. */
function separators(words: string): { text: string; isName: boolean }[] {
  const parts: { text: string; isName: boolean }[] = [];
  let rest = words;
  for (const name of splitNames(withoutInstituteNumbers(words))) {
    const index = rest.indexOf(name);
    if (index < 0) continue;
    parts.push({ text: rest.slice(0, index), isName: false }, { text: name, isName: true });
    rest = rest.slice(index + name.length);
  }
  parts.push({ text: rest, isName: false });
  return parts;
}

const withoutSpaces = (text: string): string =>
  text.replaceAll(
    /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEF]) +| +(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEF])/gu,
    "",
  );
