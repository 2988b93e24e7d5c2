import type { Essay } from "../essay/model.ts";
import type { CustomTranslations } from "../i18n/custom.ts";
import type { Editions, ReadEdition } from "./read-editions.ts";
import { type BodySource, type SectionBodies, sectionBodies } from "./section-bodies.ts";

/** All that a site is made from, as it was read. */
export interface Work {
  readonly essay: Essay;
  /** The words of its sections. */
  readonly bodies: SectionBodies;
  readonly editions: Editions;
  /** The strings that the essay brings. */
  readonly translations: Readonly<Record<string, CustomTranslations>>;
}

/** The same as plain data, which one thread can give to another. */
export interface PlainWork extends Pick<Work, "essay" | "translations"> {
  readonly bodies: BodySource;
  readonly editions: Omit<Editions, "earlier"> & {
    readonly earlier: readonly (Omit<ReadEdition, "bodies"> & { readonly bodies: BodySource })[];
  };
}

export const plainWork = ({ essay, bodies, editions, translations }: Work): PlainWork => ({
  essay,
  translations,
  bodies: bodies.source,
  editions: {
    ...editions,
    earlier: editions.earlier.map((edition) => ({ ...edition, bodies: edition.bodies.source })),
  },
});

export const workOf = ({ essay, bodies, editions, translations }: PlainWork): Work => ({
  essay,
  translations,
  bodies: sectionBodies(essay, bodies),
  editions: {
    ...editions,
    earlier: editions.earlier.map((edition) => ({ ...edition, bodies: sectionBodies(edition.essay, edition.bodies) })),
  },
});
