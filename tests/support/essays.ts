import { join } from "node:path";
import { readEditions } from "../../src/integrations/read-editions.ts";
import { readEssayWithBodies } from "../../src/integrations/read-essay.ts";
import { onceInRun } from "./once.ts";
import { PROJECT_ROOT } from "./project.ts";

/** The essay that ships. */
export const SHIPPED_ESSAY = join(PROJECT_ROOT, "content");

/**
 * Reads an essay that no test changes, once for all test files of a run.
 *
 * @param directory absolute
 */
export const essayIn = onceInRun((directory) => readEssayWithBodies(directory, PROJECT_ROOT));

/** As `essayIn`, an essay's editions. */
export const editionsIn = onceInRun(async (directory) => {
  const { essay, registry } = await essayIn(directory);
  return readEditions(directory, PROJECT_ROOT, essay, registry);
});

/** As `essayIn`, an essay of the fixtures, by its name. */
export const fixture = async (name: string) => (await essayIn(join(PROJECT_ROOT, "tests", "fixtures", name))).essay;
