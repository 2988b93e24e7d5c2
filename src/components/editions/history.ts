import build from "virtual:build";
import editions from "virtual:editions";
import essay from "virtual:essay";
import type { AnchorHistory, AnchorState, AnchorStatus } from "../../essay/edition-history.ts";
import { editionWords, type WordsChange, wordsChanges } from "../../essay/edition-words.ts";
import { allEditions } from "../../essay/kept-editions.ts";
import type { Language } from "../../essay/language.ts";
import type { Edition, Essay } from "../../essay/model.ts";
import { noteByAnchor } from "../../essay/navigate.ts";
import { compareEditions, recordsById } from "../../essay/registry.ts";
import { address, routes } from "../../essay/routes.ts";
import type { ChangedKind } from "../../i18n/editions/strings.ts";
import { strings } from "../../i18n/index.ts";
import { formatPeriod } from "../../i18n/period.ts";

/** Whether more than one edition is known: an essay with one says nothing of editions but its own. */
export const hasEditions = (): boolean => essay.editions.length > 1 || editions.earlier.length > 0;

/** @returns every edition of which anything is known, the newest first */
export const listedEditions = (): Edition[] => allEditions(essay, editions.earlier);

const inOrder = () => [...editions.earlier.toReversed(), { edition: essay.edition, essay }];

const changesByLanguage = new Map<Language, ReadonlyMap<string, readonly WordsChange[]>>();

/** @returns how the words at each anchor changed from edition to edition, the latest step first */
function changesIn(language: Language): ReadonlyMap<string, readonly WordsChange[]> {
  const known = changesByLanguage.get(language) ?? wordsChanges(inOrder(), language);
  changesByLanguage.set(language, known);
  return known;
}

const historyById = new Map(editions.histories.map((history) => [history.id, history]));

/** An anchor whose words changed. */
export interface ChangedAnchor {
  readonly anchor: string;
  readonly steps: readonly WordsChange[];
  /** The edition after which it does not stand any more, and the anchor to which its address leads then. */
  readonly gone?: { readonly edition: string; readonly leadsTo?: string | undefined };
}

const sectionsByLanguage = new Map<Language, ReadonlyMap<string, readonly ChangedAnchor[]>>();

/**
 * @returns the changed anchors by the section in which they stand now, or to which their address leads; notes stand with
 *   their paragraphs
 */
export function changedSections(language: Language): ReadonlyMap<string, readonly ChangedAnchor[]> {
  const known = sectionsByLanguage.get(language) ?? changedSectionsOf(language);
  sectionsByLanguage.set(language, known);
  return known;
}

function changedSectionsOf(language: Language): ReadonlyMap<string, readonly ChangedAnchor[]> {
  const present = editionWords(essay, language);
  const changes = changesIn(language);
  const rank = new Map([...present.keys()].map((anchor, index) => [anchor, index]));
  const pages = new Set([...present.values()].map(({ section }) => section));
  const all = [...changes].flatMap(([anchor, steps]): { section: string; place: number; entry: ChangedAnchor }[] => {
    if (anchor.startsWith("note-")) return [];
    const words = present.get(anchor);
    const state = historyById.get(anchor)?.states.at(-1);
    const section = words?.section ?? state?.section ?? state?.leadsTo ?? steps[0]?.before?.section;
    if (section === undefined || !pages.has(section)) return [];
    const [last] = steps;
    const isGone = words === undefined && last !== undefined;
    const place = rank.get(words ? anchor : (state?.leadsTo ?? section)) ?? 0;
    return [
      {
        section,
        place: isGone ? place + 0.5 : place,
        entry: { anchor, steps, ...(isGone && { gone: { edition: last.from, leadsTo: state?.leadsTo } }) },
      },
    ];
  });
  const sorted = all.sort((one, other) => one.place - other.place);
  return new Map(
    [...Map.groupBy(sorted, ({ section }) => section)].map(([section, own]) => [
      section,
      own.map(({ entry }) => entry),
    ]),
  );
}

/** @returns the paragraphs of a section that changed, and the earliest edition since which they did */
export function changedParagraphs(language: Language, section: string): { anchors: string[]; since: string } {
  const present = new Set(
    essay.texts[language]?.sections.find(({ id }) => id === section)?.paragraphs.map(({ anchor }) => anchor),
  );
  const changed = (changedSections(language).get(section) ?? []).filter(({ anchor }) => present.has(anchor));
  const editionsOf = changed.flatMap(({ steps }) => steps.map(({ from }) => from)).sort(compareEditions);
  return { anchors: changed.map(({ anchor }) => anchor), since: editionsOf[0] ?? "" };
}

const addressesByLanguage = new Map<Language, ReadonlyMap<string, string>>();

/** @returns the addresses at which changes are shown, by anchor; a note's change is shown with its paragraph's */
function changeAddresses(language: Language): ReadonlyMap<string, string> {
  const known = addressesByLanguage.get(language);
  if (known) return known;
  const found = new Map<string, string>();
  for (const [section, anchors] of changedSections(language)) {
    const page = address(build.basePath, routes.changes(language, section));
    const add = (anchor: string) => {
      if (!found.has(anchor)) found.set(anchor, `${page}#${anchor}`);
    };
    for (const { anchor, steps } of anchors) {
      add(anchor);
      for (const { anchor: note } of steps.flatMap(notesOf)) add(note);
    }
  }
  addressesByLanguage.set(language, found);
  return found;
}

/** A note at an anchor, before and after. */
export interface NoteChange {
  readonly anchor: string;
  readonly before?: NoteWords;
  readonly after?: NoteWords;
}

type NoteWords = NonNullable<WordsChange["before"]>["notes"][number];

/** @returns the notes that a step changed, in the order in which they stand now; those that are gone last */
export function notesOf({ before, after }: WordsChange): NoteChange[] {
  const [earlier, later] = [before, after].map(
    (words) => new Map((words?.notes ?? []).map((note) => [note.anchor, note])),
  ) as [Map<string, NoteWords>, Map<string, NoteWords>];
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((anchor) => {
    const [one, other] = [earlier.get(anchor), later.get(anchor)];
    if (one && other && one.text === other.text) return [];
    return [{ anchor, ...(one && { before: one }), ...(other && { after: other }) }];
  });
}

/** Something that an edition changed, as a list names it. */
export interface ListedChange {
  readonly name: string;
  readonly href: string;
  /** The name of the anchor to which its address leads. */
  readonly leadsTo?: string;
}

/** The changes of one kind, by what they are. */
export interface ListedKind {
  readonly kind: ChangedKind;
  readonly statuses: readonly {
    readonly status: Exclude<AnchorStatus, "same">;
    readonly changes: readonly ListedChange[];
  }[];
}

const KINDS = ["section", "paragraph", "block", "note", "editorNote", "figure", "term", "event"] as const;
const STATUSES = [
  "new",
  "returned",
  "changed",
  "moved",
  "split",
  "merged",
  "renamed",
  "removed",
] as const satisfies readonly Exclude<AnchorStatus, "same">[];

/** @returns what an edition changed in one language since the edition before */
export function changesOfEdition(version: string, language: Language): ListedKind[] {
  const of = inOrder().find(({ edition }) => edition.version === version)?.essay ?? essay;
  const before = inOrder().findLast(({ edition }) => compareEditions(edition.version, version) < 0)?.essay ?? of;
  const found = editions.histories.flatMap((history) => {
    const index = history.states.findIndex(({ edition }) => edition === version);
    const [state, previous] = [history.states[index], history.states[index - 1]];
    if (!state || !isListed(state, previous, language)) return [];
    const change = listed(history, state, state.leadsTo === undefined ? of : before, of, language);
    return [{ kind: kindOf(history), status: state.status, change }];
  });
  return KINDS.flatMap((kind) => {
    const own = found.filter((one) => one.kind === kind);
    const statuses = STATUSES.flatMap((status) => {
      const changes = own.filter((one) => one.status === status).map(({ change }) => change);
      return changes.length > 0 ? [{ status, changes }] : [];
    });
    return statuses.length > 0 ? [{ kind, statuses }] : [];
  });
}

function isListed(state: AnchorState, previous: AnchorState | undefined, language: Language): boolean {
  // What was gone before is not told again.
  if (state.leadsTo !== undefined) return previous !== undefined && previous.leadsTo === undefined;
  if (state.status === "changed") return state.changed?.includes(language) ?? false;
  return state.status !== "same";
}

const kindOf = ({ id, kind }: AnchorHistory): ChangedKind =>
  kind === "note" && id.startsWith("note-ed-") ? "editorNote" : kind;

function listed({ id, states }: AnchorHistory, state: AnchorState, of: Essay, after: Essay, language: Language) {
  const last = states.at(-1);
  const section = last?.section ?? last?.leadsTo ?? id;
  const present = `${address(build.basePath, routes.section(language, section))}#${id}`;
  const shown = changeAddresses(language);
  // A block in a paragraph is compared with it.
  const paragraph = editions.registry && recordsById(editions.registry).get(id)?.paragraph;
  const isNew = state.status === "new" || state.status === "returned" || state.status === "moved";
  return {
    name: nameIn(of, id, language),
    href: isNew ? present : (shown.get(id) ?? shown.get(paragraph ?? "") ?? present),
    ...(state.leadsTo !== undefined && { leadsTo: nameIn(after, state.leadsTo, language) }),
  };
}

/** @returns what readers of an edition call an anchor */
export function nameIn(of: Essay, id: string, language: Language): string {
  const text = of.texts[language];
  const words = editionWords(of, language).get(id);
  const label = strings(language);
  const note = text && noteByAnchor(text, id);
  if (note) return label.noteNumber(note.number, note.origin);
  if (/^p\d/u.test(id)) return `¶${id.slice(1)}`;
  const term = of.annotations.glossary.find(({ anchor }) => anchor === id);
  if (term) return term.term[language] ?? id;
  const event = of.annotations.timeline.find(({ anchor }) => anchor === id);
  if (event) return [formatPeriod(event.date, event.end, language), event.text[language]].join(label.eventSeparator);
  const figure = of.annotations.figures.find(({ anchor }) => anchor === id);
  if (figure) return `${label.figure(figure.number)} ${figure.title[language] ?? ""}`.trim();
  if (id === "glossary") return label.glossary;
  if (id === "timeline") return label.timeline;
  // A block in a paragraph has its words in the registry only.
  const record = editions.registry && recordsById(editions.registry).get(id);
  const own = words?.text ?? record?.texts?.[language]?.at(-1)?.text ?? `#${id}`;
  return own.length > LONGEST_NAME ? `${own.slice(0, LONGEST_NAME)}…` : own;
}

/** Characters of a block's words that stand for its name. */
const LONGEST_NAME = 40;
