import { UserError } from "./problem.ts";
import type { AnchorRecord, CurrentText, Registry } from "./registry.ts";
import type { AuthorDecisions, Row } from "./registry-match.ts";

/** The statements of an author on the command line: `p5=content/ja/one.mdx:12`, `note-boat`, `note-boat=note-ferry`. */
export interface Statements {
  /** Anchors that still exist, whatever their words. */
  readonly still: readonly string[];
  /** Anchors that no longer exist, whatever is similar to them. */
  readonly not: readonly string[];
}

/**
 * Parses the statements of an author about the text.
 *
 * @param isFile whether a path is that of a file of the current text
 * @throws {UserError} where a statement names something unknown, or contradicts another
 */
export function readDecisions(
  { still, not }: Statements,
  registry: Registry,
  current: CurrentText,
  isFile: (written: string, file: string) => boolean,
): AuthorDecisions {
  const records = new Map(registry.anchors.map((record) => [record.id, record]));
  const paragraphs = new Map<string, Pick<Row, "section" | "index">>();
  const labels = new Map<string, string>();
  for (const statement of still) {
    const { record, rest } = parse("--still", statement, records);
    if (record.kind !== "paragraph") {
      const target = rest ?? record.id;
      if (!isInText(current, target)) throw new UserError(`--still ${statement}: there is no “${target}” in the text.`);
      labels.set(record.id, target);
      continue;
    }
    if (rest === undefined)
      throw new UserError(
        `--still ${statement}: say where it stands, as --still ${record.id}=content/ja/opening.mdx:12 (a file and a line of the paragraph).`,
      );
    const place = placeAt(rest, current, isFile);
    if (!place) throw new UserError(`--still ${statement}: no paragraph of the text stands at ${rest}.`);
    if (paragraphs.has(record.id)) throw new UserError(`--still names ${record.id} twice.`);
    const other = [...paragraphs].find(([, at]) => at.section === place.section && at.index === place.index)?.[0];
    if (other) throw new UserError(`--still gives one paragraph to both ${other} and ${record.id}.`);
    paragraphs.set(record.id, place);
  }
  const gone = new Set<string>();
  for (const statement of not) {
    const { record, rest } = parse("--not", statement, records);
    if (rest !== undefined) throw new UserError(`--not ${statement}: name the id alone, as --not ${record.id}.`);
    if (paragraphs.has(record.id) || labels.has(record.id))
      throw new UserError(`--not and --still both name ${record.id}.`);
    if (record.kind !== "paragraph" && isInText(current, record.id))
      throw new UserError(`--not ${statement}: “${record.id}” stands in the text. Give what is new a name of its own.`);
    gone.add(record.id);
  }
  return { paragraphs, labels, gone };
}

function parse(option: string, statement: string, records: ReadonlyMap<string, AnchorRecord>) {
  const [name = "", ...rest] = statement.split("=");
  const id = name.replace(/^[¶#]/u, (sign) => (sign === "¶" ? "p" : ""));
  const record = records.get(id);
  if (!record) throw new UserError(`${option} ${statement}: nothing is registered as “${id}”.`);
  return { record, rest: rest.length > 0 ? rest.join("=").replace(/^#/u, "") : undefined };
}

const isInText = ({ languages }: CurrentText, id: string): boolean =>
  languages.some(({ sections }) =>
    sections.some((section) => section.id === id || section.labels.some((label) => label.id === id)),
  );

function placeAt(
  written: string,
  { languages }: CurrentText,
  isFile: (written: string, file: string) => boolean,
): Pick<Row, "section" | "index"> | undefined {
  const { file = "", line = "" } = /^(?<file>.+?):(?<line>\d+)(?::\d+)?$/u.exec(written)?.groups ?? {};
  const wanted = Number(line);
  for (const { sections } of languages)
    for (const section of sections) {
      if (!isFile(file, section.file)) continue;
      const index = section.paragraphs.findIndex((one) => one.line <= wanted && wanted <= (one.endLine ?? one.line));
      if (index >= 0) return { section: section.id, index };
    }
  return undefined;
}
