import { letters } from "../essay/text-hash.ts";
import { excerpt, type Findings } from "./findings.ts";
import type { Fragment, ManuscriptMetadata } from "./manuscript.ts";

/** Words that the essay's own data say in another form. */
const IN_METADATA = /\bnames?\b|\baffiliation\b/u;
/** Signs that stand for what the site makes itself, and what is told with its lines where it is found. */
const TOLD_APART =
  /^(?:(?:page|paragraph|line) number|note mark|number of a note|link back from a note|sign of a list|emphasis mark|number|explanation of the notation)$/u;

/**
 * Tells, reason by reason, the words that the ledger sends nowhere, unless they were told one by one where they were
 * found: a list of contents, a running head, a date.
 */
export function tellLeftOut(ledger: readonly Fragment[], metadata: ManuscriptMetadata, findings: Findings): void {
  const told = letters(findings.leftOut.map(({ words, text }) => words ?? text).join(" "));
  const byReason = Map.groupBy(
    ledger.filter(({ to, why }) => to === "left out" && why !== undefined),
    ({ why }) => why ?? "",
  );
  for (const [why, fragments] of byReason) {
    if (TOLD_APART.test(why) || IN_METADATA.test(why) || (why === "date" && metadata.date !== undefined)) continue;
    const lines = [...Map.groupBy(fragments, ({ place }) => place).values()].map((one) =>
      one
        .map(({ text }) => text)
        .join(" ")
        .trim(),
    );
    const untold = lines.filter((line) => letters(line) !== "" && !told.includes(letters(line)));
    const [first] = fragments;
    if (!first || untold.length === 0) continue;
    const words = untold.join(" ");
    findings.leftOut.push({ place: first.place, text: `left out as “${why}”: “${excerpt(words, 240)}”`, words });
  }
}
