import type { Page } from "@playwright/test";
import { settle } from "./reading.ts";

/**
 * Shows a page as it is laid out on its sheet, in a window as large as what is printed of one.
 *
 * @returns what of it is beyond the sheet’s edges, where it would be cut off or shift all pages: texts and drawings past the
 *   ends of its lines, and what cannot be parted and is longer than a page
 */
export async function beyondPaper(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: "print" });
  const room = await page.evaluate(async () => {
    const [sheet] = document.querySelectorAll<HTMLLinkElement>("head > link[media=print]");
    if (sheet && !sheet.sheet)
      await new Promise((resolve, reject) => {
        sheet.addEventListener("load", resolve);
        sheet.addEventListener("error", reject);
        sheet.disabled = false;
      });
    // In pixels, as the browser reckons millimetres.
    const sizes: Record<string, readonly [number, number]> = { A4: [210, 297], A5: [148, 210] };
    const style = getComputedStyle(document.documentElement);
    const [width, height] = sizes[style.getPropertyValue("--sheet")] ?? [Number.NaN, Number.NaN];
    const margins = style.getPropertyValue("--sheet-margins").split(/\s+/u).map(Number.parseFloat);
    const [top = Number.NaN, right = Number.NaN, bottom = Number.NaN, left = Number.NaN] = margins;
    const pixels = (millimetres: number) => Math.floor((millimetres * 96) / 25.4);
    return { width: pixels(width - left - right), height: pixels(height - top - bottom) };
  });
  await page.setViewportSize(room);
  await settle(page);
  return page.evaluate(() => {
    const isVertical = getComputedStyle(document.documentElement).writingMode !== "horizontal-tb";
    const [line, block] = isVertical ? [innerHeight, innerWidth] : [innerWidth, innerHeight];
    const beyond: string[] = [];
    const look = (element: Element, rectangles: Iterable<DOMRect>, words: string) => {
      for (const { left, right, top, bottom, width, height } of rectangles) {
        if (width === 0 || height === 0) continue;
        const [start, end] = isVertical ? [top, bottom] : [left, right];
        if (start >= -1 && end <= line + 1) continue;
        beyond.push(`${Math.round(start)} to ${Math.round(end)} of ${line} px: ${words} (${element.className})`);
        return;
      }
    };
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
      element.closest(".visually-hidden, svg") === null;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const element = text.parentElement;
      if (!element || !text.nodeValue?.trim() || !isSeen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      look(element, range.getClientRects(), text.nodeValue.trim().slice(0, 40));
    }
    for (const drawing of document.querySelectorAll("svg, img, math")) {
      if (!drawing.checkVisibility({ visibilityProperty: true })) continue;
      const rectangle = drawing.getBoundingClientRect();
      look(drawing, [rectangle], drawing.nodeName);
      const extent = isVertical ? rectangle.width : rectangle.height;
      if (extent > block) beyond.push(`${Math.round(extent)} of ${block} px: ${drawing.nodeName}`);
    }
    return beyond;
  });
}
