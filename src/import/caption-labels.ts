/** What counts the tables of a text, and what counts its figures, in the languages of manuscripts. */
const TABLE = String.raw`表|[付別]表|Table|Tab\.|Tabelle|Tableau|Tabla|Tabella|Таблица|جدول|טבלה|표`;
const FIGURE = String.raw`図|[付挿]図|図版|写真|Figure|Fig\.?|Abbildung|Abb\.?|Plate|Figura|Рисунок|Рис\.|شكل|איור|그림`;
const NUMBER = String.raw`\p{Nd}{1,3}(?:[-–.]\p{Nd}{1,2})?`;
const SPACE = String.raw`[\s\u3000]`;
/** What parts a label from the words that it is over or under. */
const END = String.raw`(?:[\s\u3000:：．]|\.(?:\s|$)|$)`;

const CAPTION = new RegExp(`^(?:${TABLE}|${FIGURE}|資料)${SPACE}?${NUMBER}${END}`, "u");
const TABLE_NAME = new RegExp(`^(?:${TABLE})${SPACE}?${NUMBER}(?:${END}|\\.)`, "u");
const FIGURE_LABEL = new RegExp(String.raw`^(?:${FIGURE})\s*\p{Nd}`, "u");

/** @returns whether the words are those under or over a figure or table: “図1　…”, “Table 2. …” */
export const isCaption = (words: string): boolean => CAPTION.test(words);

/** @returns whether the words name a table and count it, as they stand over one in print */
export const namesTable = (words: string): boolean => TABLE_NAME.test(words);

/** @returns whether a line, its letters without the spaces between them, begins the caption of a figure */
export const isFigureCaption = (words: string): boolean => FIGURE_LABEL.test(words);

/** A label that counts, without its number; 表 within a word, as 発表, is none. */
const COUNTED = /(?<!\p{sc=Han})(?:[付別]?表|[付挿]?図|図版|写真)$/u;

/** @returns whether a number after these words counts a figure or a table, and marks no note */
export const endsWithLabel = (words: string): boolean => COUNTED.test(words);

/** What numbers a caption, an article or a part of a text at its beginning, up to the space after it. */
const OPENING_LABEL = new RegExp(
  String.raw`^(?:(?<caption>(?:${TABLE}|${FIGURE}|資料)${SPACE}?${NUMBER})|第${SPACE}?[\p{Nd}一二三四五六七八九十百〇]{1,4}${SPACE}?[部編篇章節款項条回講話巻号]|[一二三四五六七八九十]{1,3})$`,
  "u",
);
/** A sentence goes on with it about the figure that it names: 図1 に示す. */
const PARTICLE = /^[にはをのがでともや]/u;

/** @returns whether a space between the words and what follows them parts a label from what it is the label of */
export const partsLabel = (before: string, after: string): boolean => {
  const label = OPENING_LABEL.exec(before);
  return label !== null && !(label.groups?.["caption"] !== undefined && PARTICLE.test(after));
};
