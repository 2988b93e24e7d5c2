import build from "virtual:build";
import type { APIRoute } from "astro";
import { address } from "../essay/routes.ts";

/** Allows everything and names the sitemap (RFC 9309). */
export const GET: APIRoute = ({ site }) => {
  const sitemap = new URL(address(build.basePath, "sitemap-index.xml"), site);
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${sitemap.href}\n`);
};
