import type { Voice } from "./model.ts";

/** What the label of an editors' note begins with. */
const EDITOR_PREFIX = "ed-";

/** @returns who speaks in the note with this label */
export const voiceOf = (label: string): Voice => (label.startsWith(EDITOR_PREFIX) ? "editor" : "essay");
