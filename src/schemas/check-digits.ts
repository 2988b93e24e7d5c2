/** @returns whether the check digit of an ORCID iD is right (ISO 7064, MOD 11-2) */
export function isOrcid(id: string): boolean {
  const digits = id.replaceAll("-", "");
  if (!/^\d{15}[\dX]$/u.test(digits)) return false;
  let total = 0;
  for (const digit of digits.slice(0, -1)) total = (total + Number(digit)) * 2;
  return checkSign((12 - (total % 11)) % 11) === digits.at(-1);
}

/** @returns whether the check digit of an ISSN is right (ISO 3297) */
export function isIssn(issn: string): boolean {
  const digits = issn.replace("-", "");
  return /^\d{7}[\dX]$/u.test(digits) && weighted(digits) % 11 === 0;
}

/** @returns whether the check digit of an ISBN-10 or ISBN-13 is right; hyphens are ignored (ISO 2108) */
export function isIsbn(isbn: string): boolean {
  const digits = isbn.replaceAll(/[- ]/gu, "");
  if (/^\d{9}[\dX]$/u.test(digits)) return weighted(digits) % 11 === 0;
  if (!/^97[89]\d{10}$/u.test(digits)) return false;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

/** The weighted sum of the digits; weights count from the end. */
const weighted = (digits: string): number =>
  [...digits].reduce((total, digit, index) => total + valueOfDigit(digit) * (digits.length - index), 0);

const valueOfDigit = (digit: string): number => (digit === "X" ? 10 : Number(digit));
const checkSign = (value: number): string => (value === 10 ? "X" : String(value));
