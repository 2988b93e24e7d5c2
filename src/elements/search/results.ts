import type { UnitKind } from "../../essay/locators.ts";
import { address } from "../../essay/routes.ts";
import { uprightRuns } from "../../essay/upright.ts";
import type { SearchStrings } from "../../i18n/search/strings.ts";
import type { SearchResult } from "../../search/engine.ts";
import { excerpt } from "../../search/excerpt.ts";
import { countHits, type UnitMatch } from "../../search/match.ts";
import { queryInAddress } from "../../search/query.ts";
import type { SectionMatches } from "../../search/rank.ts";
import { filterOf, type SearchFilter } from "../../search/unit-kinds.ts";

/** Context of the list of results. */
interface ResultsContext {
  readonly strings: SearchStrings;
  readonly basePath: string;
  /** The query as typed; links pass it to the page. */
  readonly query: string;
}

/** The rendered list, and its counts: of the places with all phrases, or where there is none, of all places. */
interface RenderedResults {
  readonly list: DocumentFragment;
  readonly hits: number;
  readonly passages: number;
}

/**
 * Renders the results: the paragraph that the query names; then a group for each section, a link for each unit. Places
 * that have some of several phrases come after all that have all of them.
 *
 * @param filter limits them to one kind
 */
export function renderResults(result: SearchResult, context: ResultsContext, filter?: SearchFilter): RenderedResults {
  const { named, phrases } = result;
  const isShown = ({ unit }: UnitMatch) => !filter || filterOf(unit.kind) === filter;
  const isNamed = ({ unit }: UnitMatch) => unit === named?.unit;
  const hasAll = (match: UnitMatch) => match.phrases.length === phrases.length;
  const groupsOf = (isWanted: (match: UnitMatch) => boolean) =>
    result.sections
      .map(({ section, matches }) => ({
        section,
        matches: matches.filter((match) => isShown(match) && !isNamed(match) && isWanted(match)),
      }))
      .filter(({ matches }) => matches.length > 0);
  const whole = result.lacksAll ? [] : groupsOf(hasAll);
  const partial = groupsOf((match) => result.lacksAll || !hasAll(match));
  const list = document.createDocumentFragment();
  const own = result.sections.flatMap(({ matches }) => matches).find(isNamed);
  const first = named && { unit: named.unit, ranges: own?.ranges ?? [], phrases: own?.phrases ?? [] };
  if (named && first && isShown(first))
    list.append(renderSection({ section: named.section, matches: [first] }, context));
  list.append(...whole.map((group) => renderSection(group, context)));
  const others = partial.flatMap(({ matches }) => matches);
  if (whole.length > 0 && others.length > 0) list.append(partialHeading(context.strings.partial(others.length)));
  list.append(...partial.map((group) => renderSection(group, context)));
  const counted = [...(whole.length > 0 ? whole : partial).flatMap(({ matches }) => matches), ...(own ? [own] : [])];
  return { list, hits: countHits(counted), passages: counted.length };
}

function partialHeading(words: string): HTMLElement {
  const heading = element("p", "search-partial");
  heading.textContent = words;
  return heading;
}

function renderSection({ section, matches }: SectionMatches, context: ResultsContext): HTMLElement {
  const group = element("section", "search-group");
  const heading = element("h2", "search-section");
  write(heading, [section.title]);
  const list = element("ol", "search-hits");
  list.append(...matches.map((match) => renderMatch(match, section.route, context)));
  group.append(heading, list);
  return group;
}

/** Kinds whose units are single entries. */
const ENTRIES: readonly UnitKind[] = ["term", "event"];

function renderMatch({ unit, ranges }: UnitMatch, route: string, context: ResultsContext): HTMLElement {
  const link = element("a", "search-hit") as HTMLAnchorElement;
  link.href = `${address(context.basePath, route)}${queryInAddress(context.query)}#${unit.anchor}`;
  const locator = element("span", "search-locator");
  write(locator, [context.strings.place(unit.kind, unit.number)]);
  const words = element("span", "search-excerpt");
  // Entries are short; their lines are joined.
  const text = ENTRIES.includes(unit.kind) ? unit.text.replaceAll("\n", " ") : unit.text;
  const references = unit.references?.map(([start, end]) => ({ start, end }));
  const parts = excerpt(text, ranges, references);
  write(
    words,
    parts.map((part) => part.text),
    (index) => (parts[index]?.hit ? element("mark") : words),
  );
  link.append(locator, words);
  if (ranges.length > 1) {
    const count = element("span", "search-hit-count");
    write(count, [context.strings.hits(ranges.length)]);
    link.append(count);
  }
  const item = element("li");
  item.append(link);
  return item;
}

/**
 * Writes words into an element. Where the lines of the page may be vertical, its numbers and abbreviations are wrapped as
 * those of its text are; one that is only in part a hit is wrapped in both parts.
 *
 * @param parts the words, in pieces
 * @param parentOf makes the element for the piece of this index; without it all words are the element's own
 */
function write(
  into: HTMLElement,
  parts: readonly string[],
  parentOf: (index: number) => HTMLElement = () => into,
): void {
  const runs = "vertical" in document.documentElement.dataset ? uprightRuns(parts.join("")) : [];
  let offset = 0;
  for (const [index, text] of parts.entries()) {
    const parent = parentOf(index);
    let written = 0;
    for (const { start, end, upright } of runs) {
      const [from, to] = [Math.max(start - offset, 0), Math.min(end - offset, text.length)];
      if (from >= to) continue;
      const run = element("span", upright);
      run.textContent = text.slice(from, to);
      parent.append(text.slice(written, from), run);
      written = to;
    }
    parent.append(text.slice(written));
    if (parent !== into) into.append(parent);
    offset += text.length;
  }
}

function element(name: string, className?: string): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  return made;
}
