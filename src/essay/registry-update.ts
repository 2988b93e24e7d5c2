import { fingerprint } from "./text-hash.ts";
import type { Language } from "./model.ts";
import { newParagraphId } from "./paragraph-ids.ts";
import {
  type AnchorRecord,
  type Gone,
  lastRevision,
  type PresentLabel,
  type PresentText,
  type Registry,
  type Revision,
} from "./registry.ts";
import type { Row } from "./registry-match.ts";
import { containment, similarity, sketch } from "./similarity.ts";

/** One thing that the command did. */
export interface Change {
  readonly id: string;
  readonly kind: AnchorRecord["kind"];
  readonly what: "new" | "edited" | "translated" | "moved" | "returned" | Gone["how"];
  /** Where it was moved to, or what it leads to now. */
  readonly to?: string;
}

/** The registry as it should stand, and in what it differs from what it was. */
export interface RegistryUpdate {
  readonly registry: Registry;
  readonly changes: readonly Change[];
}

/** How much of a removed paragraph must stand in another to say that it was merged into it. */
const MERGED = 0.5;
/** How alike the texts of two notes must be to be one note under a new label. */
const RENAMED = 0.6;

/**
 * Brings the registry up to the present text. Nothing is taken out of it; a second run changes nothing.
 *
 * @param registry what was published; without anchors for the first edition
 * @param present the present text
 * @param rows its paragraphs as `matchRegistry` found them
 */
export function updateRegistry(registry: Registry, present: PresentText, rows: readonly Row[]): RegistryUpdate {
  const update = new Update(registry, present);
  const paragraphs = update.nameParagraphs(rows);
  update.placeAnchors(paragraphs);
  update.retireRest(paragraphs);
  return { registry: { edition: present.edition, anchors: update.inOrder() }, changes: update.changes };
}

type NamedRow = Row & { readonly id: string };

class Update {
  readonly changes: Change[] = [];
  readonly #old: ReadonlyMap<string, AnchorRecord>;
  readonly #live = new Map<string, AnchorRecord>();
  readonly #retired = new Map<string, AnchorRecord>();
  readonly #registry: Registry;
  readonly #present: PresentText;
  readonly #sections: ReadonlySet<string>;

  constructor(registry: Registry, present: PresentText) {
    this.#registry = registry;
    this.#present = present;
    this.#sections = new Set(present.languages[0]?.sections.map(({ id }) => id));
    this.#old = new Map(registry.anchors.map((record) => [record.id, record]));
  }

  nameParagraphs(rows: readonly Row[]): NamedRow[] {
    const used = new Set(this.#old.keys());
    let before: string | undefined;
    return rows.map((row, index) => {
      const after = rows.slice(index).find(({ id }) => id)?.id;
      const id = row.id ?? newParagraphId(before, after, (candidate) => used.has(candidate));
      used.add(id);
      before = id;
      return { ...row, id };
    });
  }

  /** Goes through the present text in reading order: a section, its paragraphs, after each what belongs to it. */
  placeAnchors(rows: readonly NamedRow[]): void {
    const [first] = this.#present.languages;
    for (const [index, { id: section, labels }] of (first?.sections ?? []).entries()) {
      this.#place({ id: section, kind: "section" });
      const paragraphs = rows.filter((row) => row.section === section);
      const textsOf = (id: string) =>
        Object.fromEntries(
          this.#present.languages.flatMap(({ language, sections }) =>
            (sections[index]?.labels ?? []).filter((label) => label.id === id).map(({ text }) => [language, text]),
          ),
        );
      const placeLabel = ({ id, kind, paragraph }: PresentLabel) => {
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

  /** What was published and stands nowhere now becomes a way to where its text went. */
  retireRest(rows: readonly NamedRow[]): void {
    for (const record of this.#registry.anchors) {
      if (this.#live.has(record.id)) continue;
      if (record.gone) {
        this.#retired.set(record.id, record);
        continue;
      }
      const { to, how } = this.#whereItWent(record, rows);
      this.#retired.set(record.id, { ...record, gone: { last: this.#registry.edition, to, how } });
      this.changes.push({ id: record.id, kind: record.kind, what: how, to });
    }
  }

  inOrder(): AnchorRecord[] {
    const order = [...this.#live.values()];
    this.#registry.anchors.forEach((record, index) => {
      const retired = this.#retired.get(record.id);
      if (!retired) return;
      const previous = this.#registry.anchors[index - 1]?.id;
      order.splice(order.findIndex(({ id }) => id === previous) + 1, 0, retired);
    });
    return order;
  }

  #place(place: Pick<AnchorRecord, "id" | "kind" | "section" | "paragraph">, texts?: Record<Language, string>): void {
    const { edition } = this.#present;
    const known = this.#old.get(place.id);
    const revisions = texts && this.#revise(known, texts);
    const formerly = this.#formerly(known, place.section);
    this.#live.set(place.id, {
      ...place,
      since: known?.since ?? edition,
      ...(formerly && { formerly }),
      ...(revisions && { texts: revisions }),
    });
    const note = (what: Change["what"], to?: string) =>
      this.changes.push({ id: place.id, kind: place.kind, what, ...(to && { to }) });
    if (!known) return void note("new");
    if (known.gone) note("returned");
    const left = known.section !== place.section && this.#sections.has(known.section ?? "");
    if (left && place.section) note("moved", place.section);
    for (const language of Object.keys(texts ?? {})) {
      const before = lastRevision(known, language)?.fingerprint;
      if (before === undefined) note("translated", language);
      else if (before !== revisions?.[language]?.at(-1)?.fingerprint) note("edited", language);
    }
  }

  /** Within an edition the words are replaced, a new edition adds its own. */
  #revise(known: AnchorRecord | undefined, texts: Record<Language, string>): Record<Language, readonly Revision[]> {
    const { edition } = this.#present;
    const revised = { ...known?.texts };
    for (const [language, text] of Object.entries(texts)) {
      const earlier = known?.texts?.[language] ?? [];
      const last = earlier.at(-1);
      const print = fingerprint(text);
      if (last?.fingerprint === print) continue;
      const kept = last?.edition === edition ? earlier.slice(0, -1) : earlier;
      revised[language] = [...kept, { edition, fingerprint: print, text }];
    }
    return revised;
  }

  #formerly(known: AnchorRecord | undefined, section: string | undefined): AnchorRecord["formerly"] {
    const places = { ...known?.formerly };
    if (known?.section && known.section !== section) places[known.section] = this.#registry.edition;
    if (section) delete places[section];
    return Object.keys(places).length > 0 ? places : undefined;
  }

  #whereItWent(record: AnchorRecord, rows: readonly NamedRow[]): Pick<Gone, "to" | "how"> {
    if (record.kind === "section") return this.#successorOf(record);
    if (record.kind === "note") {
      const renamed = this.#newLabelOf(record);
      if (renamed) return { to: renamed, how: "renamed" };
    }
    if (record.kind !== "paragraph" && record.paragraph) return { to: record.paragraph, how: "removed" };
    if ((record.kind === "term" || record.kind === "event") && record.section && this.#live.has(record.section))
      return { to: record.section, how: "removed" };
    return (record.kind === "paragraph" && this.#mergedInto(record, rows)) || this.#neighbourOf(record, rows);
  }

  #mergedInto(record: AnchorRecord, rows: readonly NamedRow[]): Pick<Gone, "to" | "how"> | undefined {
    const best = rows
      .map(({ id, texts }) => {
        const shares = Object.entries(texts).map(([language, text]) => {
          const before = lastRevision(record, language)?.text;
          return before === undefined ? 0 : containment(sketch(before), sketch(text));
        });
        return { id, share: Math.max(0, ...shares) };
      })
      .sort((a, b) => b.share - a.share)[0];
    return best && best.share >= MERGED ? { to: best.id, how: "merged" } : undefined;
  }

  /** The paragraph before it that is still there, else the one after it, within its section if possible. */
  #neighbourOf(record: AnchorRecord, rows: readonly NamedRow[]): Pick<Gone, "to" | "how"> {
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
    return { to, how: "removed" };
  }

  /** The section in which most of its paragraphs stand now. */
  #successorOf(record: AnchorRecord): Pick<Gone, "to" | "how"> {
    const members = this.#registry.anchors.filter(({ kind, section }) => kind === "paragraph" && section === record.id);
    const now = members.flatMap(({ id }) => this.#live.get(id)?.section ?? []);
    const counts = Map.groupBy(now, (section) => section);
    const successor = [...counts].sort((a, b) => b[1].length - a[1].length)[0]?.[0];
    if (successor)
      return { to: successor, how: this.#old.has(successor) && !this.#old.get(successor)?.gone ? "merged" : "renamed" };
    const index = this.#registry.anchors.indexOf(record);
    const { anchors } = this.#registry;
    const neighbour = [...anchors.slice(0, index).reverse(), ...anchors.slice(index + 1)].find(
      ({ id, kind }) => kind === "section" && this.#live.has(id),
    );
    const to = neighbour?.id ?? [...this.#live.values()].find(({ kind }) => kind === "section")?.id;
    if (to === undefined) throw new Error("There is no section left to which an anchor could lead.");
    return { to, how: "removed" };
  }

  #newLabelOf(record: AnchorRecord): string | undefined {
    return [...this.#live.values()]
      .filter(({ id, kind }) => kind === "note" && !this.#old.has(id))
      .find((candidate) =>
        Object.keys(record.texts ?? {}).some((language) => {
          const [before, now] = [lastRevision(record, language)?.text, lastRevision(candidate, language)?.text];
          return before && now && similarity(sketch(before), sketch(now)) >= RENAMED;
        }),
      )?.id;
  }
}
