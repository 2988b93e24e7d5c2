import type { Messages } from "./message.ts";

/** The sets of strings: those of pages, of citations, editions and formats on pages, and those that scripts load. */
export type StringSet = "interface" | "citing" | "editions" | "formats" | "citation" | "notes" | "reading" | "search";

/** The strings that an essay supplies for one language, by set. */
export type CustomTranslations = Readonly<Record<StringSet, Messages>>;
