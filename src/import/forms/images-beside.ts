import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import { excerpt, type Findings } from "../findings.ts";
import type { ManuscriptImage } from "../manuscript.ts";
import { imageName } from "./image-name.ts";

const DATA = /^data:image\/(?<kind>png|jpeg|gif|webp|svg\+xml|avif);base64,(?<bytes>[A-Za-z0-9+/=\s]+)$/u;

/**
 * Takes along the images that a text names: files beside it, and what it holds itself. No address is fetched; an image
 * that is not there is taken out of the text and told.
 *
 * @param place the manuscript's name, for the report
 * @param beside gives the bytes of a file by its path from the manuscript; undefined where there is none
 */
export function takeImages(
  tree: Root,
  place: string,
  findings: Findings,
  beside: (path: string) => Uint8Array | undefined,
): ManuscriptImage[] {
  const images = new Map<string, ManuscriptImage>();
  const names = new Map<string, string>();
  visit(tree, "image", (image, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const known = names.get(image.url);
    if (known !== undefined) {
      image.url = known;
      return undefined;
    }
    const { kind, bytes: encoded } = DATA.exec(image.url)?.groups ?? {};
    const path = pathOf(image.url);
    const bytes = encoded ? Buffer.from(encoded, "base64") : path === undefined ? undefined : beside(path);
    if (bytes) {
      const own = encoded ? `figure-${images.size + 1}.${kind === "svg+xml" ? "svg" : (kind ?? "png")}` : (path ?? "");
      const name = imageName(own, images);
      images.set(name, { name, bytes });
      names.set(image.url, name);
      image.url = name;
      return undefined;
    }
    const why = path === undefined ? "no address is fetched" : "it is not beside the manuscript";
    findings.leftOut.push({
      place,
      text: `the image ${excerpt(image.url, 60)}${image.alt ? ` (“${excerpt(image.alt)}”)` : ""}: ${why}; put the file into the essay's directory and name it in the text`,
    });
    parent.children.splice(index, 1);
    return index;
  });
  // A paragraph that held nothing else is none.
  visit(tree, "paragraph", (node, index, parent) => {
    if (!parent || index === undefined || node.children.length > 0) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  return [...images.values()];
}

/** @returns the path of an address that leads to a file beside; undefined where it leads elsewhere */
function pathOf(url: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/iu.test(url)) return undefined;
  try {
    return decodeURIComponent(url.replace(/[?#].*$/u, ""));
  } catch {
    return undefined;
  }
}
