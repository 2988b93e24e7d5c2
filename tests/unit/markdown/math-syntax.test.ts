import assert from "node:assert/strict";
import { test } from "node:test";
import type { Nodes } from "mdast";
import { visit } from "unist-util-visit";
import { toMathMl } from "../../../src/markdown/mathematics.ts";
import { parseSection } from "../../../src/markdown/parser.ts";

function formulas(source: string): string[] {
  const found: string[] = [];
  visit(parseSection(source), (node: Nodes) => {
    if (node.type === "inlineMath" || node.type === "math") found.push(node.value);
  });
  return found;
}

test("reads mathematics whose braces and signs MDX would take for its own", () => {
  assert.deepEqual(formulas("Let $\\frac{a}{b}$ be, with $x<y$ and $\\{1\\}$."), ["\\frac{a}{b}", "x<y", "\\{1\\}"]);
  assert.deepEqual(formulas("面積は$x^2$平方メートルで、$\\pi$倍する。"), ["x^2", "\\pi"]);
  assert.deepEqual(formulas("Over\n\n$$\n\\int_0^1 f\n$$\n\nlines"), ["\\int_0^1 f"]);
  assert.deepEqual(formulas("$a\nb$"), ["a\nb"]);
});

test("leaves sums of money alone", () => {
  for (const source of [
    "It cost $5 and then $10.",
    "US$5, or A$7 and C$9.",
    "from $20,000 to $30,000",
    "The $ sign, and another $ sign.",
    "Pay \\$5 or \\$6.",
    "$5bn",
  ])
    assert.deepEqual(formulas(source), [], source);
  assert.deepEqual(formulas("They paid $20,000 for $x$."), ["x"]);
});

test("makes MathML without styles of its own, which the site's policy would refuse", () => {
  const formula = toMathMl("\\begin{matrix}a & b\\\\ c & d\\end{matrix}", true);
  assert.ok("type" in formula);
  assert.equal(formula.tagName, "math");
  assert.equal(formula.properties["display"], "block");
  assert.doesNotMatch(JSON.stringify(formula), /"style"/u);
});

test("says what is wrong with a formula", () => {
  for (const tex of ["\\frac{a", "\\nope{a}", "", "a}"]) {
    const result = toMathMl(tex, false);
    assert.ok("what" in result, tex);
    assert.doesNotMatch(result.what, /\u0332|\n|ParseError/u);
  }
});
