import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./find-browser.ts";

/**
 * Typesets the PDF files in `tests/fixtures/import`, in both writing modes, with an installed Chromium. They are kept, as
 * every Chromium and every font makes others. Run by hand: `node scripts/make-import-fixtures.ts`.
 */
const page = (style: string, date: string): string => `<!doctype html><html lang="ja"><meta charset="utf-8"><style>
@page{size:A5;margin:20mm} body{${style}font-family:"IPAexMincho";font-size:10.5pt;line-height:1.8;text-align:justify}
h1{font-size:18pt} p{text-indent:1em;margin:0} sup{font-size:60%}</style><body><h1>権利の話</h1>
<p><ruby>権<rt>けん</rt>利<rt>り</rt></ruby>は<em style="font-style:normal;text-emphasis:filled sesame">大切</em>である<sup>1</sup>。ここで<ruby>北大西洋条約機構<rt>ナトー</rt></ruby>について考えてみたい。${date}に長い会議が開かれ、事務総長は結束を訴えた。その西側の国民は、それを聞いた。</p>
<p>次の段落である。NATO is an alliance of many countries.</p></body></html>`;

const across = '<span style="text-combine-upright:all">';
const FILES = {
  "horizontal.pdf": page("", "12月24日"),
  "vertical.pdf": page("writing-mode:vertical-rl;", `${across}12</span>月${across}24</span>日`),
};

const folder = mkdtempSync(join(tmpdir(), "fixtures-"));
try {
  for (const [name, html] of Object.entries(FILES)) {
    const source = join(folder, `${name}.html`);
    writeFileSync(source, html);
    const target = join("tests", "fixtures", "import", name);
    spawnSync(findBrowser().executable, [
      "--headless",
      "--no-sandbox",
      "--no-pdf-header-footer",
      `--print-to-pdf=${target}`,
      source,
    ]);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
