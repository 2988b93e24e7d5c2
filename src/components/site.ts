import type { Site } from "../citation/record.ts";

/** @returns where the site is published, from what Astro knows of it */
export const siteOf = (site: URL | undefined): Site => ({
  origin: site?.origin ?? "",
  basePath: import.meta.env.BASE_URL,
});
