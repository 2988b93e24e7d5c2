import { MARGIN_NOTES_MEDIA, SETTINGS, SETTINGS_KEY } from "./settings.ts";

/**
 * Runs at the beginning of the body, after the policy that allows it and before the first paint: the page appears at once as the reader has set it, knows that scripts run,
 * and has its notes where they will stay. It stands in the page itself, because a file would be a second request that
 * blocks; the policy allows it by its hash.
 */
export const EARLY_SCRIPT = [
  "{const e=document.documentElement,d=e.dataset;d.js='';",
  `try{const s=JSON.parse(localStorage.getItem('${SETTINGS_KEY}'))||{};`,
  `for(const n of ${JSON.stringify(Object.keys(SETTINGS)).replaceAll('"', "'")})if(s[n])d[n]=s[n]}catch{}`,
  `d.notes=matchMedia(d.writing&&e.lang=='ja'?'${MARGIN_NOTES_MEDIA.vertical}':`,
  `'${MARGIN_NOTES_MEDIA.horizontal}').matches?'margin':'list'}`,
].join("");
