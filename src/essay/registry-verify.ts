import type { Problem } from "./problem.ts";
import {
  type AnchorRecord,
  type CurrentLabel,
  type CurrentSection,
  type CurrentText,
  compareEditions,
  lastRevision,
  type Registry,
} from "./registry.ts";
import type { Disagreement, Row } from "./registry-match.ts";
import { type Change, changesOfPublished, updateRegistry } from "./registry-update.ts";
import { ngramProfile, similarity } from "./similarity.ts";

/** The command that updates the registry. */
export const ANCHORS_COMMAND = "npm run anchors";

/** Files that a message may point to, relative to the project's root. */
export interface RegistryFiles {
  readonly registry: string;
  readonly settings: string;
}

const REGISTER = `Run ${ANCHORS_COMMAND}, which keeps every address, and commit the registry with the text.`;
/** Similarity below which two texts under one label are unrelated. */
const UNRELATED = 0.3;

const pilcrow = (id: string) => `¶${id.slice(1)}`;

/** @returns the differences between languages, which no command can resolve */
export function disagreementProblems(disagreements: readonly Disagreement[]): Problem[] {
  return disagreements.map(({ section, index, sides: [one, other] }) => {
    const standing = (side: typeof one) =>
      index >= side.count ? "none" : side.id ? pilcrow(side.id) : "a paragraph that is not registered";
    return {
      file: other.file,
      line: other.line,
      what:
        `the languages disagree in the section “${section}”, first at its paragraph ${index + 1}: ` +
        `${one.language} has ${standing(one)} (${one.file}:${one.line}), ${other.language} has ${standing(other)}; ` +
        `${one.count} paragraphs against ${other.count}`,
      how: `Give both languages the same paragraphs in the same order, then run ${ANCHORS_COMMAND}.`,
    };
  });
}

/**
 * @param decided ids that the author declared to be the same thing, whatever its words
 * @returns the labels that one language alone has, and those that are reused for an unrelated text
 */
export function labelProblems(
  registry: Registry,
  current: CurrentText,
  decided: Pick<ReadonlySet<string>, "has"> = new Set(),
): Problem[] {
  return [...missingLabels(current), ...reusedLabels(registry, current, decided)];
}

function missingLabels({ languages }: CurrentText): Problem[] {
  const labelsOf = (sections: readonly CurrentSection[]) => sections.flatMap(({ labels }) => labels);
  return languages.flatMap(({ language, sections }) =>
    languages
      .filter((other) => other.language !== language)
      .flatMap((other) => {
        const there = new Set(labelsOf(other.sections).map(({ id }) => id));
        const drafts = new Set(other.sections.filter(({ draft }) => draft).map(({ id }) => id));
        const finished = sections.filter(({ id }) => !drafts.has(id));
        return finished.flatMap(({ id: section, file, labels }) =>
          labels
            .filter(({ id }) => !there.has(id))
            .slice(0, 1)
            .map(({ id, line }) => ({
              file,
              line,
              what: `the languages disagree in the section “${section}”: ${language} has “#${id}”, ${other.language} has not`,
              how: `Add it there or take it out here; then run ${ANCHORS_COMMAND}.`,
            })),
        );
      }),
  );
}

function reusedLabels(registry: Registry, current: CurrentText, decided: Pick<ReadonlySet<string>, "has">): Problem[] {
  const records = new Map(registry.anchors.map((record) => [record.id, record]));
  return current.languages.flatMap(({ language, sections }) =>
    sections.flatMap(({ file, labels }) =>
      labels
        .filter((label) => !decided.has(label.id) && isAnother(records.get(label.id), label, language))
        .map(({ id, line }) => ({
          file,
          line,
          what: `the published address “#${id}” would come to stand on another text`,
          how:
            `Give the new ${id.startsWith("note-") ? "note a label" : "block an id"} of its own, then run ${ANCHORS_COMMAND}; ` +
            `or, if it is the same one rewritten, ${ANCHORS_COMMAND} -- --still ${id}.`,
        })),
    ),
  );
}

/**
 * @returns whether a label is reused. A note that still cites one of its sources is the same note, however reworded.
 */
function isAnother(record: AnchorRecord | undefined, { text }: CurrentLabel, language: string): boolean {
  const before = record && lastRevision(record, language)?.text;
  // A note whose text was missing, and is there now or still missing, is the same note.
  if (before === undefined || before === text || before.trim() === "") return false;
  const sources = new Set(before.match(CITED));
  if (text.match(CITED)?.some((source) => sources.has(source))) return false;
  return similarity(ngramProfile(before), ngramProfile(text)) < UNRELATED;
}

const CITED = /\[@[^\],\s]+/gu;

/** @returns the differences between registry and current text; none where every published address leads to its text */
export function registryProblems(
  registry: Registry,
  current: CurrentText,
  rows: readonly Row[],
  files: RegistryFiles,
): Problem[] {
  if (compareEditions(current.edition, registry.edition) < 0)
    return [
      {
        file: files.registry,
        what: `the registry was written for edition ${registry.edition}, essay.yaml says ${current.edition}`,
        how: `Raise “edition.version” in ${files.settings} to ${registry.edition} or later; then run ${ANCHORS_COMMAND}.`,
      },
    ];
  return [
    ...sectionProblems(registry, current, files),
    ...paragraphProblems(registry, current, rows, files),
    ...unregisteredLabels(registry, current, files),
  ];
}

function sectionProblems(registry: Registry, { languages }: CurrentText, files: RegistryFiles): Problem[] {
  const sections = languages[0]?.sections ?? [];
  const live = new Set(
    registry.anchors.filter(({ kind, retired }) => kind === "section" && !retired).map(({ id }) => id),
  );
  const standing = new Set(sections.map(({ id }) => id));
  return [
    ...[...live]
      .filter((id) => !standing.has(id))
      .map((id) => vanished(files.settings, undefined, `the section “${id}”`)),
    ...sections
      .filter(({ id }) => !live.has(id))
      .map(({ id, file }) => ({ file, line: 1, what: `the section “${id}” is not registered`, how: REGISTER })),
  ];
}

function paragraphProblems(
  registry: Registry,
  current: CurrentText,
  rows: readonly Row[],
  files: RegistryFiles,
): Problem[] {
  const sections = new Map(current.languages[0]?.sections.map((one) => [one.id, one]));
  const place = ({ section, index }: Pick<Row, "section" | "index">) => {
    const found = sections.get(section);
    return { file: found?.file ?? files.settings, line: found?.paragraphs[index]?.line ?? 1 };
  };
  const kept = new Set(rows.map(({ id }) => id));
  const nameless = rowsWithoutId(rows);
  const paragraphs = registry.anchors.filter(({ kind, retired }) => kind === "paragraph" && !retired);
  const rowOfId = new Map(rows.map((row) => [row.id, row]));
  const firstRow = new Map(rows.toReversed().map((row) => [row.section, row]));
  const problems: Problem[] = [];
  const explained = new Set<Row>();

  const lastKept = new Map<string | undefined, string>();
  for (const record of paragraphs) {
    if (kept.has(record.id)) {
      lastKept.set(record.section, record.id);
      continue;
    }
    const before = lastKept.get(record.section);
    const other = nameless.get(before ?? record.section ?? "");
    if (other && !explained.has(other)) {
      explained.add(other);
      problems.push({
        ...place(other),
        what: `the published paragraph ${pilcrow(record.id)} would come to stand on another text`,
        how: `${REGISTER} If this is still ${pilcrow(record.id)}, rewritten, say so: ${ANCHORS_COMMAND} -- --still ${record.id}=${place(other).file}:${place(other).line}.`,
      });
      continue;
    }
    const neighbour = (before && rowOfId.get(before)) || firstRow.get(record.section ?? "");
    const at = neighbour ? place(neighbour) : { file: files.settings, line: undefined };
    problems.push(vanished(at.file, at.line, `the paragraph ${pilcrow(record.id)} of edition ${registry.edition}`));
  }
  for (const row of rows) {
    if (row.id === undefined && !explained.has(row))
      problems.push({ ...place(row), what: "this paragraph has no id", how: REGISTER });
  }
  return problems;
}

/**
 * Compares the text with the record of its edition: no other words are published under its number.
 *
 * @param rows of a text whose addresses are all registered
 * @returns a problem for each difference
 */
export function recordProblems(
  registry: Registry,
  current: CurrentText,
  rows: readonly Row[],
  files: RegistryFiles,
): Problem[] {
  if (current.edition !== registry.edition)
    return [
      {
        file: files.settings,
        what: `edition ${current.edition} is not registered; the registry is of edition ${registry.edition}`,
        how: REGISTER,
      },
    ];
  const update = updateRegistry(registry, current, rows, { today: "" });
  const decisive = new Set(changesOfPublished(registry, update));
  return update.changes.map((change) => {
    const { id, kind, what, to } = change;
    const name = kind === "paragraph" ? pilcrow(id) : kind === "section" ? `the section “${id}”` : `“#${id}”`;
    return {
      ...placeOf(change, current, rows, files),
      what:
        what === "edited"
          ? `${name} has other words than are recorded for edition ${registry.edition}`
          : what === "translated"
            ? `${name} has words in ${to} that are not registered`
            : `${name} stands elsewhere than is recorded for edition ${registry.edition}`,
      how: decisive.has(change) ? changeOfEdition(current.edition) : REGISTER,
    };
  });
}

/** @returns how to mend a change of a registered edition */
export const changeOfEdition = (edition: string): string =>
  `If edition ${edition} is published, raise “edition.version” and run ${ANCHORS_COMMAND}; ` +
  `for a slip run ${ANCHORS_COMMAND} -- --correction; if it has not been out yet, ${ANCHORS_COMMAND} -- --unpublished.`;

function placeOf(
  { id, to }: Change,
  { languages }: CurrentText,
  rows: readonly Row[],
  files: RegistryFiles,
): Pick<Problem, "file" | "line"> {
  const { sections = [] } = languages.find(({ language }) => language === to) ?? languages[0] ?? {};
  const row = rows.find((one) => one.id === id);
  for (const section of sections) {
    const found =
      row?.section === section.id ? section.paragraphs[row.index] : section.labels.find((label) => label.id === id);
    if (found) return { file: section.file, line: found.line };
    if (section.id === id) return { file: section.file };
  }
  return { file: files.settings };
}

/**
 * @param rows in reading order
 * @returns those without an id, by the id of the nearest paragraph before them in their section, else by their section's
 */
function rowsWithoutId(rows: readonly Row[]): Map<string, Row> {
  const before = new Map<string, string>();
  const found = new Map<string, Row>();
  for (const row of rows) {
    if (row.id) before.set(row.section, row.id);
    else found.set(before.get(row.section) ?? row.section, row);
  }
  return found;
}

function unregisteredLabels(registry: Registry, { languages }: CurrentText, files: RegistryFiles): Problem[] {
  const sections = languages[0]?.sections ?? [];
  const live = registry.anchors.filter(({ kind, retired }) => kind !== "section" && kind !== "paragraph" && !retired);
  const registered = new Set(live.map(({ id }) => id));
  const current = new Set(sections.flatMap(({ labels }) => labels.map(({ id }) => id)));
  return [
    ...live
      .filter(({ id }) => !current.has(id))
      .map(({ id, section }) =>
        vanished(sections.find((one) => one.id === section)?.file ?? files.settings, undefined, `“#${id}”`),
      ),
    ...sections.flatMap(({ file, labels }) =>
      labels
        .filter(({ id }) => !registered.has(id))
        .map(({ id, line }) => ({ file, line, what: `“#${id}” is not registered`, how: REGISTER })),
    ),
  ];
}

const vanished = (file: string, line: number | undefined, name: string): Problem => ({
  file,
  line,
  what: `${name} was published and would vanish`,
  how: `Put its text back; or run ${ANCHORS_COMMAND}, which makes its address lead to where the text went.`,
});
