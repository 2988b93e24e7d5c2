import { strings as citationStrings } from "../i18n/citation/dialog-en.ts";
import { citeStrings } from "../i18n/citation/en.ts";
import type { StringSet } from "../i18n/custom.ts";
import { editionStrings } from "../i18n/editions/en.ts";
import { en } from "../i18n/en.ts";
import { formatStrings } from "../i18n/formats/en.ts";
import { isGroup, type Messages } from "../i18n/message.ts";
import { strings as noteStrings } from "../i18n/notes/en.ts";
import { strings as readingStrings } from "../i18n/reading/en.ts";
import { strings as searchStrings } from "../i18n/search/en.ts";

/** A complete set of each kind, with which an essay's strings are compared. */
export const SET_MODELS: Readonly<Record<StringSet, object>> = {
  interface: en,
  citing: citeStrings,
  editions: editionStrings,
  formats: formatStrings,
  citation: citationStrings,
  notes: noteStrings,
  reading: readingStrings,
  search: searchStrings,
};

/** @returns the keys of a model that messages lack; of groups, those in them, after a full stop */
export const missingKeys = (messages: Messages, model: object): string[] =>
  Object.entries(model).flatMap(([key, own]) => {
    if (Array.isArray(own)) return [];
    const message = messages[key];
    if (!isGroup(own)) return message === undefined ? [key] : [];
    return missingKeys((message ?? {}) as Messages, own).map((inner) => `${key}.${inner}`);
  });
