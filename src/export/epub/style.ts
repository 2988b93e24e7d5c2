import type { Language } from "../../essay/language.ts";
import { withLanguages } from "../../integrations/language-styles.ts";

/**
 * The book's sheet. A reading system sets type, size and colours; the sheet says what is apart from what, and where the
 * lines of unspaced scripts go. Writing modes stand on the root, unprefixed first (EPUB 3.3, 6.3.1.3). Among vertical lines
 * only drawings are level: reading systems lay what is turned and flows, such as a table, over the lines that follow.
 */
const STYLE = `@charset "utf-8";
html { writing-mode: horizontal-tb; line-height: 1.7; }
html.vertical { writing-mode: vertical-rl; -epub-writing-mode: vertical-rl; -webkit-writing-mode: vertical-rl; line-height: 1.8; }
html:lang(x-unspaced) { line-break: strict; text-align: justify; }
body { margin: 0; padding: 0 0.5em; font-family: serif; }
h1, h2, h3, h4 { line-height: 1.4; font-weight: 600; break-after: avoid; text-align: start; }
h1 { font-size: 1.5em; margin-block: 2em 1.5em; }
h2 { font-size: 1.2em; margin-block: 2em 1em; }
h3, h4 { font-size: 1em; margin-block: 1.5em 0.75em; }
.ordinal { margin-inline-end: 0.75em; }
p { margin: 0; orphans: 2; widows: 2; }
.paragraph { margin-block: 0 1em; }
.paragraph > p + p { text-indent: 1em; }
.paragraph-number { font-size: 0.65em; font-family: sans-serif; color: inherit; opacity: 0.65; text-decoration: none; margin-inline-end: 0.75em; float: inline-start; line-height: inherit; }
.paragraph-number + p { display: inline; }
.lead { display: inline; }
blockquote { margin-block: 1em; margin-inline: 2em 0; }
a { color: inherit; text-decoration: none; }
a[href^="http"], .notes a, .contents a { text-decoration: underline; text-decoration-thickness: 0.05em; text-underline-offset: 0.2em; }
.vertical a { text-decoration: none; }
.term { text-decoration: underline dotted; text-decoration-thickness: 0.05em; text-underline-offset: 0.2em; }
.vertical .term { text-decoration: none; }
.note-mark { font-size: 0.65em; line-height: 0; vertical-align: super; font-family: sans-serif; }
.noted, .unbroken { white-space: nowrap; }
.half { font-feature-settings: "halt"; }
.vertical .half { font-feature-settings: "vhal"; }
.notes { margin-block-start: 3em; padding-block-start: 1em; border-block-start: 1px solid currentcolor; }
.notes h2 { font-size: 1em; margin-block: 0 1em; }
aside { margin-block: 0.75em; font-size: 0.85em; }
aside p { display: inline; }
.note-back { margin-inline-end: 0.75em; font-family: sans-serif; }
.tcy { text-combine-upright: all; -webkit-text-combine: horizontal; -epub-text-combine: horizontal; }
.vertical .upright, .vertical .digits { text-orientation: upright; -webkit-text-orientation: upright; -epub-text-orientation: upright; }
em:lang(x-bold) { font-style: normal; font-weight: 600; }
em:lang(x-dotted) { font-style: normal; text-emphasis: filled; -epub-text-emphasis-style: filled; -webkit-text-emphasis: filled; }
cite { font-style: normal; }
i:lang(x-unspaced) { font-style: normal; }
figure { margin-block: 2em; margin-inline: 0; text-align: start; }
.drawing, figure img { writing-mode: horizontal-tb; -epub-writing-mode: horizontal-tb; -webkit-writing-mode: horizontal-tb; break-inside: avoid; }
.vertical .drawing svg { max-width: 80vw; max-height: 80vh; width: auto; }
figure svg, figure img, img { max-width: 100%; max-height: 90vh; height: auto; }
figcaption, table { font-size: 0.85em; font-family: sans-serif; line-height: 1.5; }
figcaption p { margin-block: 0.25em; }
table { border-collapse: collapse; margin-block: 1em; }
.figure-table { margin-block: -1em 2em; }
th, td { text-align: start; vertical-align: baseline; padding-block: 0.2em; padding-inline: 0 1em; border-block-end: 1px solid currentcolor; font-weight: normal; }
thead th { font-weight: 600; }
[data-align="right"] { text-align: end; }
[data-align="center"] { text-align: center; }
dt { font-weight: 600; margin-block-start: 1em; break-after: avoid; }
dd { margin-inline: 1.5em 0; }
.reading, .elsewhere, .uses { font-size: 0.85em; font-weight: normal; margin-inline-start: 0.75em; }
.sources li { margin-block: 0.5em; }
.cover { text-align: center; margin: 0; }
.cover img { max-width: 100%; max-height: 100vh; }
.title-page h1 { font-size: 1.8em; }
.title-page .subtitle { display: block; font-size: 0.6em; margin-block-start: 0.75em; font-weight: normal; }
.title-page p { margin-block: 0.75em; }
pre { white-space: pre-wrap; font-size: 0.85em; }
math[display="block"] { margin-block: 1em; }
`;

/** @returns the sheet of a book of an essay in these languages */
export const bookStyle = (languages: readonly Language[]): string => withLanguages(STYLE, languages);
