import { stemmer } from "@orama/stemmers/english";
import type { WordRules } from "./word-rules.ts";

/**
 * Nouns whose plural the stemmer does not lead back to the singular, each with its plural. Left out are plurals that are as
 * often another word or its form, such as `bases`, `leaves`, `lives` and `media`.
 */
const IRREGULAR = `man men woman women child children foot feet tooth teeth goose geese mouse mice ox oxen
  wife wives knife knives half halves self selves shelf shelves wolf wolves thief thieves loaf loaves
  analysis analyses crisis crises hypothesis hypotheses thesis theses synthesis syntheses emphasis emphases
  parenthesis parentheses criterion criteria phenomenon phenomena datum data stratum strata
  memorandum memoranda referendum referenda curriculum curricula spectrum spectra
  index indices appendix appendices matrix matrices vertex vertices
  formula formulae stimulus stimuli nucleus nuclei radius radii alumnus alumni genus genera corpus corpora`;

/** Months, each with its abbreviation. Left out are those that are words or names: `Mar`, `Jan`. */
const MONTHS = `february feb april apr june jun july jul august aug
  september sep september sept october oct november nov december dec`;

const FULL_FORMS = new Map(
  [...`${IRREGULAR} ${MONTHS}`.matchAll(/(\S+)\s+(\S+)/gu)].map(([, full = "", other = ""]) => [other, full]),
);

/**
 * Compounds are led back too: `servicemen`, `grandchildren`. It is stems that are, so that one such as `specimen`, which is no
 * plural, has one stem with its own plural.
 */
const COMPOUND = /(?<=^[a-z]{2,})(?:(?:wo)?men|children)$/u;

export const rules: WordRules = {
  stem: (word) => stemmer(FULL_FORMS.get(word) ?? word).replace(COMPOUND, (plural) => FULL_FORMS.get(plural) ?? plural),
};
