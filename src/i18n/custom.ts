import type { Messages } from "./message.ts";

/** The sets of strings: those of pages, of citations and editions on pages, and those that scripts load. */
export type StringSet = "interface" | "citing" | "editions" | "citation" | "notes" | "reading" | "search";

/** The strings that an essay supplies for one language, by set. */
export type CustomTranslations = Readonly<Record<StringSet, Messages>>;
