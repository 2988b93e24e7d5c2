import { defineMiddleware } from "astro:middleware";
import { withoutFallbackSigns, writeFallback } from "./i18n/fallback.ts";
import { tightenHead } from "./layouts/tighten-head.ts";

/**
 * Has each page say which of its words are English because its language lacks them; in data files they are words only. In
 * a page's head it leaves no idle space.
 */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  const type = response.headers.get("content-type") ?? "";
  if (!/\b(?:html|json|xml)\b/u.test(type)) return response;
  const body = await response.text();
  return new Response(type.includes("html") ? tightenHead(writeFallback(body)) : withoutFallbackSigns(body), response);
});
