/**
 * Runs all tests again and again, half of the times beside a program that keeps every core busy, and counts:
 * `npm run test:soak`, or `npm run test:soak -- --runs 4` for as many of each kind together.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const LOGS = join("test-results", "soak");
/** A program that uses a core, and nothing else. */
const BUSY = "for (;;) Math.random();";

const { values } = parseArgs({ options: { runs: { type: "string", default: "10" } } });
const runs = Number(values.runs);
mkdirSync(LOGS, { recursive: true });

let red = 0;
for (let run = 1; run <= runs; run += 1) {
  const isBusy = run % 2 === 0;
  const others = Array.from({ length: isBusy ? availableParallelism() : 0 }, () =>
    spawn(process.execPath, ["-e", BUSY]),
  );
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/test.ts"], {
    encoding: "utf8",
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  for (const other of others) other.kill();
  const seconds = Math.round((performance.now() - start) / 1000);
  const log = join(LOGS, `${String(run).padStart(2, "0")}.log`);
  writeFileSync(log, `${stdout}${stderr}`);
  if (status !== 0) red += 1;
  const verdict = stdout.trimEnd().split("\n").at(-1);
  console.log(`${run} of ${runs}, ${isBusy ? "every core busy" : "alone"}: ${verdict}, ${seconds} s, ${log}`);
}
console.log(`\n${runs - red} runs passed, ${red} failed`);
process.exitCode = red === 0 ? 0 : 1;
