import assert from "node:assert/strict";
import { test } from "node:test";
import { importFiles } from "../../support/manuscripts.ts";

const slipsOf = async (text: string) =>
  (await importFiles({ "a.md": `# T\n\n## A\n\n${text}\n` }, { language: "de" })).findings.slips.map(
    ({ text: said }) => said.split(" in ")[0],
  );

test("quotations that open below are closed by the sign that opens them elsewhere", async () => {
  assert.deepEqual(await slipsOf("Er sagte: „Der Stein steht“, und ging."), []);
  assert.deepEqual(await slipsOf("Er sagte: „Der Stein steht, und ging."), ["“” do not balance"]);
  assert.deepEqual(await slipsOf("He said: “The stone stands, and left."), ["“” do not balance"]);
});
