import { EDITOR_PREFIX, noteAnchor } from "./anchors.ts";
import type { Language } from "./language.ts";
import { onceForEach } from "./once.ts";
import { newParagraphId } from "./paragraph-ids.ts";
import {
  type AnchorRecord,
  type CurrentLabel,
  type CurrentText,
  compareEditions,
  isSameText,
  lastRevision,
  type Registry,
  type Retirement,
  type Revision,
} from "./registry.ts";
import { type AuthorDecisions, NO_DECISIONS, type Row } from "./registry-match.ts";
import { containment, ngramProfile, similarity } from "./similarity.ts";
import { textHash } from "./text-hash.ts";

/** One change of the registry, for the report to the author. */
export interface Change {
  readonly id: string;
  readonly kind: AnchorRecord["kind"];
  readonly what: "new" | "edited" | "translated" | "moved" | "reordered" | "returned" | Retirement["how"];
  /** The section that it moved to, the language that was edited, or the successor of a retired anchor. */
  readonly to?: string;
}

/** The new registry, and its differences from the old one. */
export interface RegistryUpdate {
  readonly registry: Registry;
  readonly changes: readonly Change[];
}

/** Options of an update. */
export interface UpdateOptions {
  /** ISO 8601 date of the update, the date of corrections and changed annotations. */
  readonly today: string;
  /**
   * What kind of change is made within a registered edition: a `correction` keeps the published words beside the new
   * ones; `unpublished` replaces the record of an edition that was not published yet.
   */
  readonly within?: "correction" | "unpublished" | undefined;
  readonly decisions?: AuthorDecisions | undefined;
}

/** The least share of a removed paragraph that must be found in another to call it merged (`containment`). */
const MERGED = 0.5;
/** The least similarity of two notes to be one note under a new label. */
const RENAMED = 0.6;

/**
 * Brings the registry up to date with the current text. No record is ever deleted; a second run changes nothing.
 *
 * @param registry what was published; without anchors for the first edition
 * @param current the current text
 * @param rows its paragraphs as `matchRegistry` identified them
 */
export function updateRegistry(
  registry: Registry,
  current: CurrentText,
  rows: readonly Row[],
  options: UpdateOptions,
): RegistryUpdate {
  const update = new Update(registry, current, options);
  const paragraphs = update.nameParagraphs(rows);
  update.placeAnchors(paragraphs);
  update.retireRest(paragraphs);
  return { registry: { edition: current.edition, anchors: update.inOrder() }, changes: update.changes };
}

/**
 * @returns the changes that a registered edition does not accept without a statement of the author; none where the
 *   edition is new or nothing is registered
 */
export function changesOfPublished(registry: Registry, { registry: updated, changes }: RegistryUpdate): Change[] {
  if (registry.anchors.length === 0 || registry.edition !== updated.edition) return [];
  return changes.filter((change) => change.what !== "translated" && !isAnnotation(change));
}

/** Whether it is an annotation, which changes independently of editions. */
const isAnnotation = ({ id, kind }: Pick<AnchorRecord, "id" | "kind">): boolean =>
  kind === "term" ||
  kind === "event" ||
  kind === "figure" ||
  ((kind === "section" || kind === "note") && ANNOTATIONS.test(id));

/** Ids of editors' notes, and of the pages of annotations. */
const ANNOTATIONS = new RegExp(`^(${noteAnchor(EDITOR_PREFIX)}|glossary$|timeline$)`, "u");

type NamedRow = Row & { readonly id: string };

class Update {
  readonly changes: Change[] = [];
  readonly #old: ReadonlyMap<string, AnchorRecord>;
  readonly #live = new Map<string, AnchorRecord>();
  readonly #retired = new Map<string, AnchorRecord>();
  readonly #registry: Registry;
  readonly #current: CurrentText;
  readonly #sections: ReadonlySet<string>;
  readonly #options: UpdateOptions;
  readonly #decisions: AuthorDecisions;
  /** What went is compared with all that is there: each text is taken apart once. */
  readonly #profile = onceForEach(ngramProfile);

  constructor(registry: Registry, current: CurrentText, options: UpdateOptions) {
    this.#options = options;
    this.#decisions = options.decisions ?? NO_DECISIONS;
    this.#registry = registry;
    this.#current = current;
    this.#sections = new Set(current.languages[0]?.sections.map(({ id }) => id));
    this.#old = new Map(registry.anchors.map((record) => [record.id, record]));
  }

  nameParagraphs(rows: readonly Row[]): NamedRow[] {
    const used = new Set(this.#old.keys());
    let before: string | undefined;
    let next: string | undefined;
    const nextIds: (string | undefined)[] = [];
    for (let index = rows.length - 1; index >= 0; index -= 1) {
      next = rows[index]?.id ?? next;
      nextIds[index] = next;
    }
    return rows.map((row, index) => {
      const after = nextIds[index];
      const id = row.id ?? newParagraphId(before, after, (candidate) => used.has(candidate));
      used.add(id);
      before = id;
      return { ...row, id };
    });
  }

  /** Records the current text in reading order: a section, its paragraphs, after each the labels that belong to it. */
  placeAnchors(rows: readonly NamedRow[]): void {
    const [first] = this.#current.languages;
    const bySection = Map.groupBy(rows, ({ section }) => section);
    for (const [index, { id: section, labels }] of (first?.sections ?? []).entries()) {
      this.#place({ id: section, kind: "section" });
      const paragraphs = bySection.get(section) ?? [];
      const textsOf = (id: string) =>
        Object.fromEntries(
          this.#current.languages.flatMap(({ language, sections }) =>
            (sections[index]?.labels ?? []).filter((label) => label.id === id).map(({ text }) => [language, text]),
          ),
        );
      const placeLabel = ({ id, kind, paragraph }: CurrentLabel) => {
        const owner = paragraph === undefined ? undefined : paragraphs[paragraph]?.id;
        this.#place({ id, kind, section, ...(owner && { paragraph: owner }) }, textsOf(id));
      };
      labels.filter(({ paragraph }) => paragraph === undefined).forEach(placeLabel);
      paragraphs.forEach((row) => {
        this.#place({ id: row.id, kind: "paragraph", section }, row.texts);
        labels.filter(({ paragraph }) => paragraph === row.index).forEach(placeLabel);
      });
    }
  }

  /** Retires published anchors that no longer exist and records where each leads. */
  retireRest(rows: readonly NamedRow[]): void {
    for (const record of this.#registry.anchors) {
      if (this.#live.has(record.id)) continue;
      if (record.retired) {
        this.#retired.set(record.id, record);
        continue;
      }
      const { successor, how } = this.#whereItWent(record, rows);
      this.#retired.set(record.id, {
        ...this.#asPublished(record),
        retired: { last: this.#lastOf(record), successor, how },
      });
      this.changes.push({ id: record.id, kind: record.kind, what: how, to: successor });
    }
  }

  /** @returns the record without the words of an edition that was not published */
  #asPublished(record: AnchorRecord): AnchorRecord {
    const { texts } = record;
    if (!texts || !this.#isRewritten) return record;
    const kept = Object.entries(texts).flatMap(([language, revisions]): [string, readonly Revision[]][] => {
      const earlier = revisions.filter(({ edition }) => edition !== this.#current.edition);
      return earlier.length > 0 ? [[language, earlier]] : [];
    });
    return kept.length > 0 ? { ...record, texts: Object.fromEntries(kept) } : record;
  }

  /** @returns the last edition that had a record which is retired now */
  #lastOf({ since }: AnchorRecord): string {
    const { edition, anchors } = this.#registry;
    if (!this.#isRewritten) return edition;
    const earlier = anchors
      .flatMap((one) => [one.since, ...Object.values(one.texts ?? {}).flatMap((all) => all.map((own) => own.edition))])
      .filter((one) => compareEditions(one, edition) < 0 && compareEditions(one, since) >= 0)
      .sort(compareEditions);
    return earlier.at(-1) ?? edition;
  }

  /** Whether the record of the current edition is being replaced. */
  get #isRewritten(): boolean {
    return this.#options.within === "unpublished" && this.#registry.edition === this.#current.edition;
  }

  inOrder(): AnchorRecord[] {
    const order = [...this.#live.values()];
    this.#noteOrder(order);
    this.#registry.anchors.forEach((record, index) => {
      const retired = this.#retired.get(record.id);
      if (!retired) return;
      const previous = this.#registry.anchors[index - 1]?.id;
      order.splice(order.findIndex(({ id }) => id === previous) + 1, 0, retired);
    });
    return order;
  }

  /** Reports sections and paragraphs whose order changed; those that moved to another section are reported already. */
  #noteOrder(order: readonly AnchorRecord[]): void {
    const note = (kind: "section" | "paragraph", section?: string) => {
      const ids = (records: readonly AnchorRecord[]) =>
        records.filter((one) => one.kind === kind && one.section === section && !one.retired).map(({ id }) => id);
      const [before, now] = [ids(this.#registry.anchors), ids(order)];
      const [kept, known] = [new Set(now), new Set(before)];
      const earlier = before.filter((id) => kept.has(id));
      const first = now.filter((id) => known.has(id)).find((id, index) => id !== earlier[index]);
      if (first !== undefined) this.changes.push({ id: first, kind, what: "reordered" });
    };
    note("section");
    for (const section of this.#sections) note("paragraph", section);
  }

  #place(place: Pick<AnchorRecord, "id" | "kind" | "section" | "paragraph">, texts?: Record<Language, string>): void {
    const { edition } = this.#current;
    const known = this.#old.get(place.id);
    const revisions = texts && this.#revise(known, texts, isAnnotation(place));
    const previousSections = this.#previousSections(known, place.section);
    this.#live.set(place.id, {
      ...place,
      since: known?.since ?? edition,
      ...(previousSections && { previousSections }),
      ...(revisions && { texts: revisions }),
    });
    const note = (what: Change["what"], to?: string) =>
      this.changes.push({ id: place.id, kind: place.kind, what, ...(to && { to }) });
    if (!known) return void note("new");
    if (known.retired) note("returned");
    const left = known.section !== place.section && this.#sections.has(known.section ?? "");
    if (left && place.section) note("moved", place.section);
    for (const language of Object.keys(texts ?? {})) {
      const before = lastRevision(known, language)?.text;
      if (before === undefined) note("translated", language);
      else if (before !== revisions?.[language]?.at(-1)?.text) note("edited", language);
    }
  }

  /**
   * @returns the recorded words with the current ones: a new edition adds its words; within an edition a replacement is
   *   dated, unless the edition is unpublished
   */
  #revise(
    known: AnchorRecord | undefined,
    texts: Record<Language, string>,
    isDated: boolean,
  ): Record<Language, readonly Revision[]> {
    const { edition } = this.#current;
    const { today, within } = this.#options;
    const revised = { ...known?.texts };
    for (const [language, text] of Object.entries(texts)) {
      const earlier = known?.texts?.[language] ?? [];
      const last = earlier.at(-1);
      if (last && isSameText(last.text, text)) continue;
      const revision = { edition, hash: textHash(text), text };
      if (last?.edition !== edition) revised[language] = [...earlier, revision];
      else if (within === "unpublished")
        revised[language] = [...earlier.filter((one) => one.edition !== edition), revision];
      else {
        // An annotation keeps only the last words of a day.
        const kept = isDated && last.date === today ? earlier.slice(0, -1) : earlier;
        revised[language] = [...kept, { edition, date: today, hash: revision.hash, text }];
      }
    }
    return revised;
  }

  #previousSections(known: AnchorRecord | undefined, section: string | undefined): AnchorRecord["previousSections"] {
    const places = { ...known?.previousSections };
    if (known?.section && known.section !== section) places[known.section] = this.#registry.edition;
    if (section) delete places[section];
    return Object.keys(places).length > 0 ? places : undefined;
  }

  #whereItWent(record: AnchorRecord, rows: readonly NamedRow[]): Pick<Retirement, "successor" | "how"> {
    const decided = this.#decisions.labels.get(record.id);
    if (decided !== undefined && this.#live.has(decided)) return { successor: decided, how: "renamed" };
    if (record.kind === "section") return this.#successorOf(record);
    if (record.kind === "note" && !this.#decisions.gone.has(record.id)) {
      const renamed = this.#newLabelOf(record);
      if (renamed) return { successor: renamed, how: "renamed" };
    }
    if (record.kind !== "paragraph" && record.paragraph) return { successor: record.paragraph, how: "removed" };
    if ((record.kind === "term" || record.kind === "event") && record.section && this.#live.has(record.section))
      return { successor: record.section, how: "removed" };
    return (record.kind === "paragraph" && this.#mergedInto(record, rows)) || this.#neighbourOf(record, rows);
  }

  #mergedInto(record: AnchorRecord, rows: readonly NamedRow[]): Pick<Retirement, "successor" | "how"> | undefined {
    const best = rows
      .map(({ id, texts }) => {
        const shares = Object.entries(texts).map(([language, text]) => {
          const before = lastRevision(record, language)?.text;
          return before === undefined ? 0 : containment(this.#profile(before), this.#profile(text));
        });
        return { id, share: Math.max(0, ...shares) };
      })
      .sort((a, b) => b.share - a.share)[0];
    return best && best.share >= MERGED ? { successor: best.id, how: "merged" } : undefined;
  }

  /**
   * @returns the nearest paragraph that still exists: before the record, else after it, within its section if possible
   */
  #neighbourOf(record: AnchorRecord, rows: readonly NamedRow[]): Pick<Retirement, "successor" | "how"> {
    const { anchors } = this.#registry;
    const index = anchors.indexOf(record);
    const around = [...anchors.slice(0, index).reverse(), ...anchors.slice(index + 1)].filter(
      ({ id, kind }) => kind === "paragraph" && this.#live.has(id),
    );
    const to =
      around.find(({ section }) => section === record.section)?.id ??
      rows.find(({ section }) => section === record.section)?.id ??
      around[0]?.id ??
      rows[0]?.id ??
      [...this.#live.keys()][0];
    if (to === undefined) throw new Error("There is no text left to which an anchor could lead.");
    return { successor: to, how: "removed" };
  }

  /**
   * @returns the section in which most paragraphs of a removed one are now; a neighbouring section where it had none
   */
  #successorOf(record: AnchorRecord): Pick<Retirement, "successor" | "how"> {
    const members = this.#registry.anchors.filter(({ kind, section }) => kind === "paragraph" && section === record.id);
    const now = members.flatMap(({ id }) => this.#live.get(id)?.section ?? []);
    const counts = Map.groupBy(now, (section) => section);
    const successor = [...counts].sort((a, b) => b[1].length - a[1].length)[0]?.[0];
    if (successor)
      return { successor, how: this.#old.has(successor) && !this.#old.get(successor)?.retired ? "merged" : "renamed" };
    const index = this.#registry.anchors.indexOf(record);
    const { anchors } = this.#registry;
    const neighbour = [...anchors.slice(0, index).reverse(), ...anchors.slice(index + 1)].find(
      ({ id, kind }) => kind === "section" && this.#live.has(id),
    );
    const to = neighbour?.id ?? [...this.#live.values()].find(({ kind }) => kind === "section")?.id;
    if (to === undefined) throw new Error("There is no section left to which an anchor could lead.");
    return { successor: to, how: "removed" };
  }

  #newLabelOf(record: AnchorRecord): string | undefined {
    return [...this.#live.values()]
      .filter(({ id, kind }) => kind === "note" && !this.#old.has(id))
      .find((candidate) =>
        Object.keys(record.texts ?? {}).some((language) => {
          const [before, now] = [lastRevision(record, language)?.text, lastRevision(candidate, language)?.text];
          return before && now && similarity(this.#profile(before), this.#profile(now)) >= RENAMED;
        }),
      )?.id;
  }
}
