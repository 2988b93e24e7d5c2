import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";

/** WCAG 1.4.6. */
const LEAST_CONTRAST = 7;
/** What stands on what, by the names of the tokens. */
const PAIRS = [
  ["ink", "paper"],
  ["ink-soft", "paper"],
  ["accent", "paper"],
  ["ink", "paper-raised"],
  ["ink-soft", "paper-raised"],
  ["accent", "paper-raised"],
  ["ink", "mark"],
  // A button that is chosen.
  ["paper", "accent"],
] as const;

const css = ["tokens", "settings"].map((name) => readFileSync(`src/styles/${name}.css`, "utf8")).join("\n");

/** @returns the colours of a rule, by token; the first of `light-dark()` in light schemes, the second in dark ones */
function tokensIn(rule: string, scheme: 0 | 1): Map<string, string> {
  return new Map(
    [...rule.matchAll(/--([\w-]+): (?:light-dark\((#\w+), (#\w+)\)|(#\w+));/gu)].map(
      ([, name = "", light, dark, one]) => [name, one ?? (scheme === 0 ? light : dark) ?? ""],
    ),
  );
}

/** @returns what stands between the braces after a selector's first place in the sheet, or after another text */
function ruleOf(selector: string, after = ""): string {
  const start = css.indexOf(selector, after ? css.indexOf(after) : 0);
  assert.ok(start >= 0, `${selector} is in the sheet`);
  return css.slice(css.indexOf("{", start), css.indexOf("}", start));
}

function luminance(colour: string): number {
  const digits = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit) : colour.match(/\w{2}/gu);
  const [red = 0, green = 0, blue = 0] = (digits ?? []).map((pair) => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe("the colours of", () => {
  const base = (scheme: 0 | 1) => tokensIn(ruleOf(":root"), scheme);
  const more = ruleOf(":root", "prefers-contrast: more");
  const themes: readonly (readonly [string, Map<string, string>])[] = [
    ["the light theme", base(0)],
    ["the dark theme", base(1)],
    ["sepia", new Map([...base(0), ...tokensIn(ruleOf('[data-theme="sepia"]'), 0)])],
    ["light paper with more contrast", new Map([...base(0), ...tokensIn(more, 0)])],
    ["dark paper with more contrast", new Map([...base(1), ...tokensIn(more, 1)])],
  ];
  for (const [name, tokens] of themes)
    it(`${name} can be read on what they stand on`, () => {
      for (const [ink, paper] of PAIRS) {
        const ratio = contrast(tokens.get(ink) ?? assert.fail(ink), tokens.get(paper) ?? assert.fail(paper));
        assert.ok(ratio >= LEAST_CONTRAST, `${ink} on ${paper}: ${ratio.toFixed(2)}`);
      }
    });

  it("white and black are as far apart as can be", () => {
    assert.equal(contrast("#fff", "#000000"), 21);
  });
});
