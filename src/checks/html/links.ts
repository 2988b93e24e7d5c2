import { decodeFragment } from "../../essay/fragment.ts";
import { once } from "../../essay/once.ts";
import type { BuiltPage, BuiltSite, PageCheck, PageFinding } from "./page.ts";

const INTERNAL = "https://site.invalid";

/** Reports links within the site to a page, file or fragment that does not exist. */
export const checkLinks: PageCheck = (page, site) =>
  page.links.flatMap((href) => {
    const finding = checkTarget(href, page, site);
    if (!finding) return [];
    // Authors write addresses from the root of the site; built pages have the base path before them.
    const written = href.startsWith(site.basePath) ? `/${href.slice(site.basePath.length)}` : href;
    return [{ page, sourceTexts: [`(${written})`, `"${written}"`, written], ...finding }];
  });

const idsOf = once(({ ids }: BuiltPage) => new Set(ids));

function checkTarget(href: string, page: BuiltPage, site: BuiltSite): Pick<PageFinding, "what" | "how"> | undefined {
  const base = site.basePath.slice(0, -1);
  const url = URL.parse(href, `${INTERNAL}${base}${page.path}`);
  if (!url) return { what: `the link “${href}” is not an address`, how: "Correct it." };
  if (url.origin !== INTERNAL) return undefined;
  if (!url.pathname.startsWith(site.basePath))
    return { what: `the link “${href}” leads out of the site`, how: "Write it relative to the page." };
  const path = url.pathname.slice(base.length);
  const target = site.pages.get(path);
  if (!target) {
    if (site.files.has(decodeFragment(path.slice(1)))) return undefined;
    return {
      what: `the link “${href}” leads to ${path}, which does not exist`,
      how: "Correct the address; section pages are named as in essay.yaml and end in a slash.",
    };
  }
  const fragment = decodeFragment(url.hash.slice(1));
  if (fragment && !idsOf(target).has(fragment))
    return {
      what: `the link “${href}” leads to #${fragment}, which is not on ${path}`,
      how: "Correct the fragment: paragraphs are #p1, #p2 …, notes #note-label, sections their own id.",
    };
  return undefined;
}
