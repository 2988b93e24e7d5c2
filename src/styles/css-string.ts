/** @returns the text as a string of CSS */
export const cssString = (text: string): string =>
  `"${text.replaceAll(/["\\\n<]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
