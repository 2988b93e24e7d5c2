import type { Page } from "@playwright/test";
import { setOnPage } from "./settings-sheet.ts";

/** WCAG 1.4.6. */
const LEAST_CONTRAST = 7;

/**
 * @param within the selector of what is looked at
 * @returns texts with less contrast than they should have against what they stand on, and how many were looked at
 */
export const weakTexts = (page: Page, within = "body"): Promise<{ weak: string[]; looked: number }> =>
  page.evaluate(
    ({ least, within }) => {
      const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", {
        willReadFrequently: true,
      });
      if (!context) throw new Error("There is no canvas to read colours with.");
      const known = new Map<string, readonly number[]>();
      const rgba = (color: string): readonly number[] => {
        const read = known.get(color);
        if (read) return read;
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
        const data = [...context.getImageData(0, 0, 1, 1).data];
        known.set(color, data);
        return data;
      };
      const luminance = ([red = 0, green = 0, blue = 0]: readonly number[]) => {
        const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
          const share = value / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const forced = matchMedia("(forced-colors: active)").matches;
      const ground = (element: Element | null): readonly number[] => {
        if (!element) return rgba(forced ? "Canvas" : "#fff");
        const color = rgba(getComputedStyle(element).backgroundColor);
        const share = (color[3] ?? 0) / 255;
        if (share === 1) return color;
        const below = ground(element.parentElement);
        return color.map((value, channel) => share * value + (1 - share) * (below[channel] ?? 0));
      };
      // Forced colours lay a ground of the browser's own under text (CSS Color Adjustment 1, section 3.1, "backplate").
      const behind = (element: Element): readonly number[] =>
        forced && getComputedStyle(element).getPropertyValue("forced-color-adjust") === "auto"
          ? rgba("Canvas")
          : ground(element);
      const weak: string[] = [];
      let looked = 0;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!element || !node.textContent?.trim() || element.closest("script, noscript")) continue;
        if (!element.closest(within)) continue;
        if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        looked += 1;
        const ink = luminance(rgba(getComputedStyle(element).color));
        const paper = luminance(behind(element));
        const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
        if (contrast < least)
          weak.push(`${contrast.toFixed(2)} ${element.className} ${node.textContent.trim().slice(0, 20)}`);
      }
      return { weak, looked };
    },
    { least: LEAST_CONTRAST, within },
  );

/** Shows the open page in a theme, as a reader who chooses one would see it. */
export const showIn = (page: Page, theme: string): Promise<void> => setOnPage(page, { theme });
