import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { describe, it } from "node:test";
import { parseArgs } from "node:util";
import { ContentError, UserError } from "../../../src/essay/problem.ts";
import { explainError } from "../../../src/integrations/explain-error.ts";

const system = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: as the system says it`), { code, path });

describe("an error", () => {
  it("that its reader can mend is its message alone, whoever wrapped it", () => {
    const content = new ContentError([{ file: "essay.yaml", what: "it is wrong", how: "Mend it." }]);
    assert.equal(explainError(content), content.message);
    assert.equal(
      explainError(new Error("hook failed", { cause: new UserError("SITE_URL is wrong.") })),
      "SITE_URL is wrong.",
    );
  });

  it("of the system is a sentence", () => {
    for (const code of ["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EXDEV", "EBUSY", "EMFILE", "EIO"]) {
      const told = explainError(system(code, "/out/site"));
      assert.match(told, /^[A-Z][^\n]*\(\/out\/site\)[^\n]*\.$/u, code);
      assert.doesNotMatch(told, new RegExp(code, "u"));
    }
    assert.match(explainError(new Error("while publishing", { cause: system("ENOSPC") })), /^The disk is full/u);
  });

  it("of the system is a sentence also where the bundler tells it", () => {
    const number = constants.errno.ENOSPC;
    const words = `Something went wrong.\nFailed to write file in /out/site/a.js\n\nCaused by:\n    No space (os error ${number})`;
    const failed = new Error(`Build failed with 1 error:\n\n${words}\n\nStack backtrace:`);
    assert.match(explainError(failed), /^The disk is full: [^\n]*\(\/out\/site\/a\.js\)[^\n]*\.$/u);
  });

  it("in a command's arguments says which", () => {
    try {
      parseArgs({ args: ["--bogus"], options: {} });
    } catch (error) {
      assert.equal(explainError(error), "Unknown option '--bogus'.");
      return;
    }
    assert.fail();
  });

  it("that nobody foresaw shows its place and no stack, and its stack where that is wanted", () => {
    const error = Object.assign(new TypeError("x is not a function\n  at y"), {
      loc: { file: "a.mdx", line: 3, column: 1 },
    });
    const told = explainError(error, {});
    assert.match(told, /^a\.mdx:3:1\n {4}x is not a function\n {4}→ This is a fault of the program/u);
    assert.doesNotMatch(told, /\bat /u);
    assert.match(explainError(error, { DEBUG: "1" }), /explain-error\.test\.ts/u);
    assert.match(explainError("a string", {}), /^a string\n/u);
  });

  it("in a circle of causes ends", () => {
    const [one, other] = [new Error("one"), new Error("other")];
    one.cause = other;
    other.cause = one;
    assert.match(explainError(one, {}), /^one\n/u);
  });

  it("of a real read is explained", () => {
    try {
      readFileSync("/");
    } catch (error) {
      assert.doesNotMatch(explainError(error, {}), /node:fs/u);
    }
  });
});
