import { resolve } from "node:path";
import { allRecords } from "../../../src/citation/record.ts";
import { readEssay } from "../../../src/integrations/read-essay.ts";

export const SITE = { origin: "https://essay.example", basePath: "/" };
export const essay = await readEssay(resolve("content"), resolve("."));
export const records = allRecords(essay, SITE);
