import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { UserError } from "../src/essay/problem.ts";
import { runCommand } from "./command.ts";

const LOGS = join("test-results", "soak");
/** A program that uses a core, and nothing else. */
const BUSY = "for (;;) Math.random();";

const USAGE = `npm run test:soak [-- --runs NUMBER]

Runs all tests again and again, every second time beside programs that keep every core busy, and counts.

  --runs NUMBER   how many times: 10`;

await runCommand(USAGE, () => {
  const { values } = parseArgs({ options: { runs: { type: "string", default: "10" } } });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1)
    throw new UserError(`--runs is “${values.runs}”, which is no number of runs.`);
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
});
