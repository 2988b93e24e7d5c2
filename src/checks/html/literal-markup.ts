import type { PageCheck } from "./page.ts";

/** Markdown syntax that was not recognised and remained as text. */
const MARKUP = /\*\*|\[\^|\]\(|(?<![\w/])\[@|^#{1,6}\s/u;

/** @returns whether Markdown was left in a text */
export const hasLiteralMarkup = (text: string): boolean => MARKUP.test(text);

/** Reports `**`, `[^label]`, `](address)` and `[@source]` left in the text of a page. */
export const checkLiteralMarkup: PageCheck = (page) =>
  page.suspects.flatMap((text) => {
    const match = MARKUP.exec(text);
    if (!match) return [];
    const around = text.slice(Math.max(0, match.index - 6), match.index + 12).trim();
    return [
      {
        page,
        sourceTexts: [around, match[0]],
        what: `“${match[0].trim()}” was left as text, in “…${around}…”`,
        how: "Mend the Markdown there: close what is opened, with no space inside the marks.",
      },
    ];
  });
