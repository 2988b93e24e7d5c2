/**
 * A citation with the placeholders `{number}`, `{locator}`, `{anchor}`, `{url}` and `{accessed}`. The style is applied once a
 * section at build; the browser fills the placeholders in without a citation processor.
 */
export type Template = string;

/** Values of the placeholders. */
export interface TemplateValues {
  readonly number: string;
  readonly locator: string;
  /** Fragment of the address, with which the key of an entry ends. */
  readonly anchor: string;
  readonly url: string;
  readonly accessed: string;
}

/** @returns the citation with its placeholders replaced */
export const fillTemplate = (template: Template, values: TemplateValues): string =>
  template.replaceAll(/\{(number|locator|anchor|url|accessed)\}/gu, (_, key: keyof TemplateValues) => values[key]);
