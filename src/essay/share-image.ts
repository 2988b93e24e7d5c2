import type { Language } from "./language.ts";

/** Size of the picture that a link to the essay is shown with, in pixels: what previews of links expect. */
export const SHARE_IMAGE = { width: 1200, height: 630 } as const;

/** @returns where the picture of a language lies, in the essay's directory and below the base path alike */
export const shareImageRoute = (language: Language): string => `share/${language}.png`;
