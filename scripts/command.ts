import { explainError } from "../src/integrations/explain-error.ts";

/**
 * Runs a command of this project: what goes wrong is said in its message alone, and the exit code is 1. Where it is given
 * `--help` or `-h`, it says how it is used, and does nothing else.
 *
 * @param usage how it is used
 * @param main the command
 */
export async function runCommand(usage: string, main: () => unknown): Promise<void> {
  if (process.argv.slice(2).some((parameter) => parameter === "--help" || parameter === "-h")) {
    console.log(usage);
    return;
  }
  try {
    await main();
  } catch (error) {
    console.error(explainError(error));
    process.exitCode = 1;
  }
}
