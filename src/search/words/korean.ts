import type { WordRules } from "./word-rules.ts";

/** Particles that a reader may leave on a word, the longer first. Those that often end a noun itself are not among them. */
const PARTICLE =
  /(?:에서는|에서도|으로는|으로써|으로서|이라는|이라고|에게서|까지는|까지도|에서|에게|에는|에도|으로|까지|부터|처럼|보다|만큼|라는|라고|마다|조차|밖에|을|를|은|는|에|의)$/u;

/** So much of a word is left, in syllables, or what was taken off was no particle. */
const LEAST = 2;

function withoutParticle(word: string): string {
  const bare = word.replace(PARTICLE, "");
  return bare.length >= LEAST ? bare : word;
}

/**
 * Korean writes particles to the end of a word and joins nouns, so that a word is found wherever it stands in another; one
 * of a single syllable at the beginning of another only, where particles follow.
 */
export const rules: WordRules = {
  stem: (word) => word,
  stemOfQuery: withoutParticle,
  inside: { least: LEAST, shorter: "beginning", piece: 2 },
};
