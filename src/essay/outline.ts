import type { Localised } from "./language.ts";

/** Styles of heading numbers: 1; 1.2 with the numbers above; IV; B; none. */
export const NUMBERINGS = ["decimal", "nested", "roman", "alpha", "none"] as const;
export type Numbering = (typeof NUMBERINGS)[number];

/** Roles of sections. */
export const SECTION_ROLES = [
  "abstract",
  "acknowledgements",
  "afterword",
  "appendix",
  "conclusion",
  "dedication",
  "epigraph",
  "epilogue",
  "foreword",
  "introduction",
  "preface",
  "prologue",
] as const;
export type SectionRole = (typeof SECTION_ROLES)[number];

/** @returns the role's name in DPUB-ARIA and EPUB, which spell one of them as Americans do */
export const digitalRole = (role: SectionRole): string => (role === "acknowledgements" ? "acknowledgments" : role);

/** A section of the outline as an author writes it, with its parts. */
export interface OutlineNode {
  readonly id: string;
  /** Whether its heading is numbered; by default unless it has a role other than appendix. */
  readonly numbered?: boolean | undefined;
  readonly numbering?: Numbering | undefined;
  readonly label?: Localised | undefined;
  readonly role?: SectionRole | undefined;
  readonly sections: readonly OutlineNode[];
}

/** An entry of the outline, the same in every language. */
export interface OutlineEntry {
  /** Permanent id: the slug of the page and the anchor of its heading. */
  readonly id: string;
  /** 1 for a chapter, 2 for a part of one, 3 for a part of that. */
  readonly depth: 1 | 2 | 3;
  /** Id of the section that this one is a part of. */
  readonly parent?: string;
  readonly role?: SectionRole;
  /** The number of its heading without surrounding characters: `4`, `IV`, `2.1`; absent without a number. */
  readonly number?: string;
  /** How the number is written. */
  readonly numbering?: Numbering;
  /** Word before the number, or around it: `Lecture`, `第{}講`. */
  readonly label?: Localised;
}

/** How one level of headings is numbered. */
export interface LevelNumbering {
  readonly style: Numbering;
  readonly label?: Localised | undefined;
}

/**
 * Flattens the outline into reading order and numbers the headings of each level. Appendices are numbered separately,
 * by letters.
 *
 * @param nodes the chapters in order
 * @param levels numbering of each level, the highest first; decimal by default
 * @returns the entries in reading order, a chapter before its parts
 */
export const flattenOutline = (nodes: readonly OutlineNode[], levels: readonly LevelNumbering[] = []): OutlineEntry[] =>
  flatten(nodes, levels, undefined);

function flatten(
  nodes: readonly OutlineNode[],
  levels: readonly LevelNumbering[],
  parent: OutlineEntry | undefined,
): OutlineEntry[] {
  const depth = ((parent?.depth ?? 0) + 1) as OutlineEntry["depth"];
  const counts = { appendix: 0, section: 0 };
  return nodes.flatMap((node) => {
    const isAppendix = node.role === "appendix";
    const level = isAppendix ? undefined : levels[depth - 1];
    const numbering = node.numbering ?? (isAppendix ? "alpha" : (level?.style ?? "decimal"));
    const isNumbered = numbering !== "none" && (node.numbered ?? (node.role === undefined || isAppendix));
    const label = node.label ?? level?.label;
    const entry: OutlineEntry = {
      id: node.id,
      depth,
      ...(parent && { parent: parent.id }),
      ...(node.role && { role: node.role }),
      ...(isNumbered && {
        numbering,
        number: writeNumber(++counts[isAppendix ? "appendix" : "section"], numbering, parent),
        ...(label && { label }),
      }),
    };
    return [entry, ...flatten(node.sections, levels, entry)];
  });
}

function writeNumber(ordinal: number, numbering: Numbering, parent: OutlineEntry | undefined): string {
  switch (numbering) {
    case "nested":
      return parent?.number === undefined ? String(ordinal) : `${parent.number}.${ordinal}`;
    case "roman":
      return roman(ordinal);
    case "alpha":
      return letters(ordinal);
    default:
      return String(ordinal);
  }
}

const ROMAN = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

function roman(number: number): string {
  const [value, sign] = ROMAN.find(([least]) => least <= number) ?? [];
  return value === undefined ? "" : sign + roman(number - value);
}

/** A to Z, then AA. */
const letters = (number: number): string =>
  number < 1 ? "" : letters(Math.floor((number - 1) / 26)) + String.fromCharCode(65 + ((number - 1) % 26));
