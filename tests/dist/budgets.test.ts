import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { BUDGETS, excesses, weighSections } from "../../scripts/budgets.ts";
import { settings } from "../support/built-site.ts";

describe("the page of a section", () => {
  const costs = weighSections(settings.outputDirectory, settings.basePath);

  it("is weighed whole", () => {
    assert.ok(costs.length >= 7);
    for (const { path, page, script } of costs) {
      assert.ok(page > 3_000, `${path}: ${page} bytes of HTML and CSS`);
      assert.ok(script > 500, `${path}: ${script} bytes of scripts`);
    }
  });

  for (const cost of costs) {
    it(`costs no more than it may: ${cost.path}`, () => {
      assert.deepEqual(excesses(cost), []);
    });
  }
});

describe("a budget", () => {
  const full = {
    path: "/",
    page: BUDGETS.page,
    drawings: [BUDGETS.drawing],
    script: BUDGETS.script,
    blocking: BUDGETS.blocking,
    requests: BUDGETS.requests,
  };

  it("may be used up", () => {
    assert.deepEqual(excesses(full), []);
  });

  it("may not be overdrawn by a byte or a request", () => {
    assert.equal(excesses({ ...full, page: full.page + 1 }).length, 1);
    assert.equal(excesses({ ...full, drawings: [1, BUDGETS.drawing + 1] }).length, 1);
    assert.equal(excesses({ ...full, script: full.script + 1 }).length, 1);
    assert.equal(excesses({ ...full, requests: full.requests + 1 }).length, 1);
    assert.equal(excesses({ ...full, blocking: 2 }).length, 1);
    assert.equal(excesses({ ...full, blocking: 0 }).length, 1);
  });
});
