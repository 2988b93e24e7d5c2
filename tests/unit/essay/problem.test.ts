import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ContentError, formatProblem } from "../../../src/essay/problem.ts";

const problem = { file: "content/ja/river.mdx", what: "it is wet", how: "Dry it." };

describe("a problem", () => {
  it("is told with its place, what it is and how to mend it", () => {
    assert.equal(
      formatProblem({ ...problem, line: 3, column: 7 }),
      "content/ja/river.mdx:3:7\n    it is wet\n    → Dry it.",
    );
  });

  it("is told with as much of its place as is known", () => {
    assert.match(formatProblem({ ...problem, line: 3 }), /^content\/ja\/river\.mdx:3\n/u);
    assert.match(formatProblem(problem), /^content\/ja\/river\.mdx\n/u);
  });
});

describe("the error of a run", () => {
  it("tells every problem, and how many there are", () => {
    const { message, problems } = new ContentError([problem, { ...problem, what: "it is cold" }]);
    assert.match(message, /^2 problems in the essay; nothing was published\.\n\n/u);
    assert.ok(problems.every((one) => message.includes(formatProblem(one))));
  });

  it("counts one in the singular", () => {
    assert.match(new ContentError([problem]).message, /^1 problem in/u);
  });
});
