/** What is called the same in every language: forms of files, programs that read them, styles, and the unit of their size. */
export const FORMAT_NAMES =
  /\b(?:APA|Atom|Bib(?:La)?TeX|Chicago|Citavi|CSL|CSL-JSON|CSV|EndNote|EPUB|HTML|JabRef|JavaScript|JSON|LaTeX|Markdown|Mendeley|MLA|Pandoc|PDF|PNG|RIS|SVG|TXT|Word|ZIP|Zotero)\b|(?<=\d\s?)kB\b/gu;
