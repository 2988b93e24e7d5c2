import { explainError } from "../src/integrations/explain-error.ts";

/**
 * Runs a command of this project: what goes wrong is said in its message alone, and the exit code is 1.
 *
 * @param main the command
 */
export async function runCommand(main: () => unknown): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(explainError(error));
    process.exitCode = 1;
  }
}
