/**
 * A citation whose locator is still open. What varies from paragraph to paragraph stands in it as `{number}`,
 * `{locator}`, `{url}` and `{accessed}`, so that a style is applied once a section, at build, and the browser fills in
 * the rest without a citation processor.
 */
export type Template = string;

/** What is filled in. */
export interface TemplateValues {
  readonly number: string;
  readonly locator: string;
  readonly url: string;
  readonly accessed: string;
}

/** @returns the citation with its values */
export const fillTemplate = (template: Template, values: TemplateValues): string =>
  template.replaceAll(/\{(number|locator|url|accessed)\}/gu, (_, key: keyof TemplateValues) => values[key]);
