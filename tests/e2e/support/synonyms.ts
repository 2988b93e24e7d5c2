import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { readBuildSettings } from "../../../src/integrations/build-settings.ts";

/** Words that the essay's readers type for one another. */
export const SYNONYMS = parse(
  readFileSync(join(readBuildSettings(process.env).essayDirectory, "synonyms.yaml"), "utf8"),
) as readonly (readonly string[])[];
