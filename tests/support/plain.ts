/** Characters that nobody sees: soft hyphen, zero-width and word joiners, byte order mark, variation selectors. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** @returns a text as it is compared: width and case do not count, nor does white space */
export const plain = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replaceAll(/\s/gu, "").replaceAll(UNSEEN, "");
