import type { CurrentLabel, CurrentText, Registry } from "../../../src/essay/registry.ts";
import { matchRegistry } from "../../../src/essay/registry-match.ts";
import { type RegistryUpdate, type UpdateOptions, updateRegistry } from "../../../src/essay/registry-update.ts";

/** A section in short: its paragraphs' texts in each language. */
export interface Draft {
  readonly id: string;
  readonly texts: Readonly<Record<string, readonly string[]>>;
  readonly labels?: readonly CurrentLabel[];
}

export const NOTHING: Registry = { edition: "1.0.0", anchors: [] };

/** @returns the current text as the build would hand it over; line 10 is the first paragraph's */
export function currentText(drafts: readonly Draft[], edition = "1.0.0", languages: readonly string[] = ["ja"]) {
  return {
    edition,
    languages: languages.map((language) => ({
      language,
      sections: drafts.map(({ id, texts, labels = [] }) => ({
        id,
        file: `content/${language}/${id}.mdx`,
        paragraphs: (texts[language] ?? []).map((text, index) => ({ text, line: 10 + 2 * index })),
        labels,
      })),
    })),
  } satisfies CurrentText;
}

/** Does what `npm run anchors` does, without files. */
export function register(
  registry: Registry,
  current: CurrentText,
  options: Partial<UpdateOptions> = {},
): RegistryUpdate {
  const { rows, disagreements } = matchRegistry(registry, current, options.decisions);
  if (disagreements.length > 0) throw new Error("The languages disagree.");
  return updateRegistry(registry, current, rows, { today: "2026-12-01", ...options });
}

/** @returns the live paragraphs of a registry, in order, as `[id, text]` */
export const paragraphsOf = (registry: Registry, language = "ja"): [string, string][] =>
  registry.anchors
    .filter(({ kind, retired }) => kind === "paragraph" && !retired)
    .map(({ id, texts }) => [id, texts?.[language]?.at(-1)?.text ?? ""]);
