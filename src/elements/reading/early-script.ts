import { MARGIN_NOTES_MEDIA } from "../notes/margin-media.ts";
import { POSITION_KEY } from "./saved-position.ts";
import { SETTINGS_KEY } from "./settings.ts";

/**
 * An inline script in the head, after the policy that allows it and the viewport that the head declares, before there is
 * a body that could be painted: it applies the saved settings, with the sheet that is for them, marks that scripts run, and
 * decides where notes go. As a file it would be a second blocking request; the policy allows it by its hash.
 */
export const EARLY_SCRIPT = [
  "{const d=document.documentElement.dataset;d.js='';",
  // Settings are saved under the names of their attributes; nothing is saved of one that has its default.
  // Where a reader was below this page, there is room for the way back: nothing moves when it comes.
  `try{const{${POSITION_KEY}:p,${SETTINGS_KEY}:r}=localStorage;if(p?.includes('"'+location.pathname))d.place='';`,
  // A sheet that the parser finds: the first paint, and scripts that measure, wait for it in every browser. An address as the
  // browser writes it has nothing that ends it.
  "if(r){Object.assign(d,JSON.parse(r));document.write('<link rel=stylesheet href='+",
  "document.querySelector('[disabled]').href+'>')}}catch{}",
  `d.notes=matchMedia(d.writing&&'vertical'in d?'${MARGIN_NOTES_MEDIA.vertical}':`,
  `'${MARGIN_NOTES_MEDIA.horizontal}').matches?'margin':'list';`,
  // Notes in the margin are invisible until the page's script has placed them.
  "addEventListener('error',e=>{if(e.target.type=='module')d.notes='list'},true)}",
].join("");
