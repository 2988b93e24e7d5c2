import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { readCover } from "../../../src/integrations/read-cover.ts";

describe("the drawing of the cover", () => {
  let directory = "";
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "cover-"));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const read = (svg: string) => {
    writeFileSync(join(directory, "cover.svg"), svg);
    return readCover("cover.svg", directory, directory);
  };
  const problem = (svg: string) => {
    const result = read(svg);
    return "problem" in result ? result.problem : undefined;
  };

  it("becomes a part of the page, without a size of its own and without words", () => {
    const result = read(
      '<!-- A bend. --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 40" width="9" stroke="currentColor">\n<title>x</title><path d="M0 0l9 40"/></svg>',
    );
    assert.match(problem("<svg viewBox='0 0 9 40'><title>x</title></svg>")?.what ?? "", /<title>/u);
    assert.ok("problem" in result);
    const drawn = read(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 40" width="9"><path d="M0 0l9 40"/></svg>',
    );
    assert.ok("drawing" in drawn);
    assert.equal(
      drawn.drawing,
      '<svg viewBox="0 0 9 40" aria-hidden="true" class="cover-drawing"><path d="M0 0l9 40"></path></svg>',
    );
  });

  it("is refused where a page cannot have it, with its line", () => {
    assert.equal(problem("")?.file, "cover.svg");
    assert.match(problem("<p>No</p>")?.what ?? "", /no drawing/u);
    assert.match(problem("<svg><path/></svg>")?.what ?? "", /viewBox/u);
    const script = problem('<svg viewBox="0 0 9 9">\n<script>alert()</script></svg>');
    assert.match(script?.what ?? "", /<script>/u);
    assert.equal(script?.line, 2);
    assert.match(problem('<svg viewBox="0 0 9 9"><path style="fill:red"/></svg>')?.what ?? "", /“style”/u);
    assert.match(problem('<svg viewBox="0 0 9 9" onload="x()"/>')?.what ?? "", /“on/u);
  });
});
