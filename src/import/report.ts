import { FALLBACK_LANGUAGE } from "../essay/language.ts";
import { DECISIONS_FILE } from "./decisions.ts";
import type { Findings, Guess } from "./findings.ts";

/** What a report tells besides the findings. */
export interface ReportContext {
  readonly manuscripts: readonly string[];
  /** The essay's directory, as the author wrote it. */
  readonly into: string;
  readonly sections: number;
  readonly paragraphs: number;
  readonly notes: number;
  /** Characters of the text without white space. */
  readonly characters: number;
  /** Conflicts of an import that was run again. */
  readonly conflicts: readonly string[];
}

const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`;

/** @returns the counts, one a line; the number stands last, so that one and many read alike */
function counts(findings: Findings, { sections, paragraphs, notes, characters }: ReportContext): string[] {
  const { radicals, presentationForms, composed, invisible } = findings.characters;
  const known: readonly (readonly [string, number])[] = [
    ["sections", sections],
    ["paragraphs", paragraphs],
    ["notes", notes],
    ["characters, white space apart", characters],
    ...findings.counts,
    ["radicals mapped", radicals],
    ["presentation forms mapped", presentationForms],
    ["letters composed", composed],
    ["invisible characters dropped", invisible],
  ];
  return known
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${what}: ${count.toLocaleString(FALLBACK_LANGUAGE)}`);
}

/** Least sure first: these are worth a look. */
const byDoubt = (guesses: readonly Guess[]): Guess[] => [...guesses].sort((a, b) => a.confidence - b.confidence);

/** @returns `import-report.md` */
export function writeReport(findings: Findings, context: ReportContext): string {
  const { manuscripts, into, conflicts } = context;
  const list = (items: readonly string[], none: string) =>
    items.length > 0 ? items.map((item) => `- ${escapeMarkdown(item)}`) : [none];
  const at = ({ place, text }: { place: string; text: string }) => `${place}: ${text}`;
  return [
    "# Report of the import",
    "",
    `From ${manuscripts.map((name) => `\`${name}\``).join(", ")} into \`${into}\`. The words that came in are the words that went out: the command compared them.`,
    "",
    "## Counts",
    "",
    ...counts(findings, context).map((line) => `- ${line}`),
    "",
    ...(conflicts.length > 0
      ? ["## Conflicts: both the manuscript and a hand changed these", "", ...list(conflicts, ""), ""]
      : []),
    "## Guesses, the least sure first",
    "",
    ...(findings.guesses.length > 0
      ? [
          `To overrule one, write its key and one of its answers under \`decisions:\` in \`${DECISIONS_FILE}\` — \`"heading 12": none\` — or give \`--decide "heading 12=none"\`, and run the import again with \`--again\`.`,
          "",
          "| key | what was read | taken for | sure | answers |",
          "| --- | --- | --- | --- | --- |",
          ...byDoubt(findings.guesses).map(
            ({ key, text, taken, confidence, answers }) =>
              `| \`${key}\` | ${escapeMarkdown(text)} | ${taken} | ${percent(confidence)} | ${answers.join(", ")} |`,
          ),
        ]
      : ["None."]),
    "",
    "## Slips that were pointed at and not touched",
    "",
    ...list(findings.slips.map(at), "None."),
    "",
    "## What the manuscript holds and the essay does not show",
    "",
    ...list(findings.leftOut.map(at), "Nothing."),
    "",
    "## What is open",
    "",
    ...list(findings.open.map(at), "Nothing."),
    "",
    "## Ids that were proposed",
    "",
    "They become addresses and are for good once the essay is published. To change one before that, rename the file and its line in `essay.yaml`, and run `npm run anchors`.",
    "",
    ...findings.ids.map(({ id, title }) => `- \`${id}\`: ${escapeMarkdown(title)}`),
    "",
  ].join("\n");
}

const escapeMarkdown = (text: string): string => text.replaceAll(/\s+/gu, " ").replaceAll(/[<>{}*_`[\]|]/gu, "\\$&");

/** How many of a kind the terminal shows. */
const SHOWN = 12;

/** @returns the report, short, for the terminal */
export function terminalReport(findings: Findings, context: ReportContext): string {
  const some = (title: string, items: readonly string[]): string[] =>
    items.length === 0
      ? []
      : [
          "",
          title,
          ...items.slice(0, SHOWN).map((item) => `  ${item}`),
          ...(items.length > SHOWN ? [`  … and ${items.length - SHOWN} more in import-report.md`] : []),
        ];
  return [
    ...counts(findings, context).map((line) => `  ${line}`),
    ...some("Conflicts", context.conflicts),
    ...some(
      "Guesses (key: what was read → taken for, how sure)",
      byDoubt(findings.guesses).map(
        ({ key, text, taken, confidence }) => `${key}: ${text} → ${taken}, ${percent(confidence)}`,
      ),
    ),
    ...some(
      "Slips, not touched",
      findings.slips.map(({ place, text }) => `${place}: ${text}`),
    ),
    ...some(
      "Held by the manuscript, not shown in the essay",
      findings.leftOut.map(({ place, text }) => `${place}: ${text}`),
    ),
    ...some(
      "Open",
      findings.open.map(({ place, text }) => `${place}: ${text}`),
    ),
    ...some(
      "Ids, for good once published",
      findings.ids.map(({ id, title }) => `${id}  ${title}`),
    ),
  ].join("\n");
}
