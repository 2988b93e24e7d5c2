import type { Edition, Essay } from "./model.ts";
import { compareEditions, type Registry } from "./registry.ts";

/** An edition that is kept as it was written, and can be read as an essay of its own. */
export interface KeptEdition {
  readonly edition: Edition;
  readonly essay: Essay;
  /** What stood in it (`registryOfEdition`). */
  readonly registry: Registry;
}

/**
 * @param kept earlier editions
 * @returns every edition of which anything is known, the newest first
 */
export function allEditions({ editions }: Pick<Essay, "editions">, kept: readonly KeptEdition[]): Edition[] {
  const listed = new Set(editions.map(({ version }) => version));
  return [...editions, ...kept.map(({ edition }) => edition).filter(({ version }) => !listed.has(version))].sort(
    (one, other) => compareEditions(other.version, one.version),
  );
}

/** A day on which something was changed within an edition. */
export interface DatedChange {
  readonly edition: string;
  /** ISO 8601. */
  readonly date: string;
  readonly anchors: readonly string[];
}

/**
 * @param registry with every revision
 * @returns what was corrected or added within editions, in one language, the latest first
 */
export function datedChanges({ anchors }: Registry, language: string): DatedChange[] {
  const days = new Map<string, { edition: string; date: string; anchors: string[] }>();
  for (const { id, texts } of anchors)
    for (const { edition, date } of texts?.[language] ?? []) {
      if (date === undefined) continue;
      const day = days.get(`${edition} ${date}`) ?? { edition, date, anchors: [] };
      if (!day.anchors.includes(id)) day.anchors.push(id);
      days.set(`${edition} ${date}`, day);
    }
  return [...days.values()].sort(
    (one, other) => compareEditions(other.edition, one.edition) || other.date.localeCompare(one.date),
  );
}
