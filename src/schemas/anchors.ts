import { z } from "astro/zod";
import { parseParagraphId } from "../essay/paragraph-ids.ts";
import { compareEditions } from "../essay/registry.ts";
import { textHash } from "../essay/text-hash.ts";
import { fullDate } from "./common.ts";

const edition = z.string().regex(/^\d+\.\d+\.\d+$/u, "is not an edition such as 1.0.0");
const id = z.string().regex(/^[A-Za-z][\w-]*$/u, "is not an id");

const revision = z
  .strictObject({ edition, date: fullDate.optional(), hash: z.string(), text: z.string() })
  .refine(({ hash, text }) => hash === textHash(text), "has a hash that is not its text's");

/** Kinds whose anchors begin with their name. */
const PREFIXED = ["note", "figure", "term", "event"] as const;

/**
 * Converts a record in the form of version 1.0 of this engine (`gone` with `to`, `formerly`, `fingerprint`): such a
 * registry stays valid and is written in the present form by the next change.
 */
function withCurrentKeys(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { gone, formerly, texts, ...rest } = value as Readonly<Record<string, unknown>>;
  return {
    ...rest,
    ...(formerly !== undefined && { previousSections: formerly }),
    ...(isObject(gone) && { retired: renameKey(gone, "to", "successor") }),
    ...(isObject(texts) && {
      texts: Object.fromEntries(
        Object.entries(texts).map(([language, revisions]) => [
          language,
          Array.isArray(revisions)
            ? revisions.map((one: unknown) => (isObject(one) ? renameKey(one, "fingerprint", "hash") : one))
            : revisions,
        ]),
      ),
    }),
    ...(texts !== undefined && !isObject(texts) && { texts }),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const renameKey = (object: Readonly<Record<string, unknown>>, from: string, to: string) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key === from ? to : key, value]));

const currentRecord = z
  .strictObject({
    id,
    kind: z.enum(["section", "paragraph", "note", "block", "figure", "term", "event"]),
    section: id.optional(),
    paragraph: id.optional(),
    since: edition,
    previousSections: z.record(id, edition).optional(),
    retired: z.strictObject({ last: edition, successor: id, how: z.enum(["merged", "removed", "renamed"]) }).optional(),
    texts: z.record(z.string(), z.array(revision).min(1)).optional(),
  })
  .superRefine((anchor, context) => {
    const refuse = (key: string, message: string) => context.addIssue({ code: "custom", path: [key], message });
    const isParagraph = parseParagraphId(anchor.id) !== undefined;
    if (isParagraph !== (anchor.kind === "paragraph")) refuse("id", `“${anchor.id}” does not suit a ${anchor.kind}`);
    const prefixed = PREFIXED.find((kind) => anchor.id.startsWith(`${kind}-`));
    const wanted = PREFIXED.find((kind) => kind === anchor.kind);
    if (prefixed !== wanted) refuse("id", `“${anchor.id}” does not suit a ${anchor.kind}`);
    if ((anchor.kind === "section") === (anchor.section !== undefined))
      refuse("section", anchor.kind === "section" ? "stands on a section itself" : "is missing");
    if (anchor.kind !== "section" && !anchor.texts) refuse("texts", "is missing");
    for (const revisions of Object.values(anchor.texts ?? {})) {
      if (revisions.some((one, index) => !follows(revisions[index - 1], one)))
        refuse("texts", "has editions that do not follow each other");
    }
  });

/** Of the words of one edition those without a date come first, and the others in the order of their days. */
function follows(before: z.infer<typeof revision> | undefined, { edition, date }: z.infer<typeof revision>): boolean {
  if (!before) return true;
  const order = compareEditions(before.edition, edition);
  return order === 0 ? date !== undefined && date >= (before.date ?? "") : order < 0;
}

const record = z.preprocess(withCurrentKeys, currentRecord);

type RegistryFile = { edition: string; anchors: z.infer<typeof record>[] };

/**
 * `anchors.json`, and its consistency as a whole. It is written by a command; a violation means that it was edited by
 * hand.
 */
export const registrySchema = z
  .strictObject({ edition, anchors: z.array(record) })
  .superRefine((registry: RegistryFile, context) => {
    const byId = new Map(registry.anchors.map((anchor) => [anchor.id, anchor]));
    registry.anchors.forEach((anchor, index) => {
      const refuse = (key: string, message: string) =>
        context.addIssue({ code: "custom", path: ["anchors", index, key], message });
      if (byId.get(anchor.id) !== anchor) refuse("id", `“${anchor.id}” stands twice`);
      if (anchor.section && byId.get(anchor.section)?.kind !== "section")
        refuse("section", `“${anchor.section}” is not a registered section`);
      if (anchor.paragraph && byId.get(anchor.paragraph)?.kind !== "paragraph")
        refuse("paragraph", `“${anchor.paragraph}” is not a registered paragraph`);
      for (const section of Object.keys(anchor.previousSections ?? {})) {
        if (byId.get(section)?.kind !== "section")
          refuse("previousSections", `“${section}” is not a registered section`);
      }
      for (const one of [anchor.since, anchor.retired?.last ?? anchor.since]) {
        if (compareEditions(one, registry.edition) > 0) refuse("since", `${one} is later than the registry's edition`);
      }
      if (anchor.retired && !leadsSomewhere(anchor.id, byId))
        refuse("retired", `leads from “${anchor.id}” to no anchor that stands`);
    });
  });

function leadsSomewhere(start: string, byId: ReadonlyMap<string, z.infer<typeof record>>): boolean {
  const seen = new Set<string>();
  for (let anchor = byId.get(start); anchor && !seen.has(anchor.id); anchor = byId.get(anchor.retired.successor)) {
    if (!anchor.retired) return true;
    seen.add(anchor.id);
  }
  return false;
}
