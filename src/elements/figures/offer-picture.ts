import { isPlainPress, onDemand } from "../on-demand.ts";

/** Has the link to a picture save it as PNG; where that cannot be done, it leads to the SVG. */
export function offerPicture(link: HTMLAnchorElement): void {
  link.onclick = (event) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    void onDemand(link, async (signal) => (await import("./save-picture.ts")).savePicture(link.href, signal));
  };
}
