import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fallbackWords, shownIn, withoutFallbackSigns, wordsOf, writeFallback } from "../../../src/i18n/fallback.ts";
import { fromMessages } from "../../../src/i18n/message.ts";

const page = (body: string): string => `<html lang="he" dir="rtl">${body}</html>`;
const written = (body: string): string =>
  writeFallback(page(body)).slice('<html lang="he" dir="rtl">'.length, -"</html>".length);
const SEARCH = fallbackWords("Search");

describe("words that a language lacks", () => {
  it("say their language and its direction where they stand", () => {
    assert.equal(written(`<a href="/x">${SEARCH}</a>`), '<a href="/x"><span lang="en" dir="ltr">Search</span></a>');
    assert.equal(written(`<p>אב ${SEARCH}, גד</p>`), '<p>אב <span lang="en" dir="ltr">Search</span>, גד</p>');
    assert.equal(fallbackWords("¶3"), "¶3");
  });

  it("keep the direction of what stands in them", () => {
    const strings = fromMessages({}, { edition: (date: string) => `Edition (${date})` }, "he", fallbackWords);
    assert.equal(
      written(`<p>${strings.edition("1 בספטמבר")}</p>`),
      '<p><span lang="en" dir="ltr">Edition (<span lang="he" dir="rtl">1 בספטמבר</span>)</span></p>',
    );
  });

  it("are told by the element that they name, where it has no other words", () => {
    assert.equal(
      written(`<a aria-label="${SEARCH}" href="#"><span data-sign="1"></span></a>`),
      '<a aria-label="Search" href="#" lang="en"><span data-sign="1" lang="he"></span></a>',
    );
    assert.equal(
      written(`<nav aria-label="${SEARCH}"><a href="/">אב</a></nav>`),
      '<nav aria-label="Search" lang="en"><a href="/" lang="he">אב</a></nav>',
    );
    assert.equal(written(`<p title="${SEARCH}">אב</p>`), '<p title="Search">אב</p>');
    assert.equal(written(`<input placeholder="${SEARCH}">`), '<input placeholder="Search" lang="en" dir="ltr">');
  });

  it("are plain where there can be no element", () => {
    assert.equal(written(`<title>${SEARCH}</title>`), '<title lang="en" dir="ltr">Search</title>');
    assert.equal(written(`<title>${SEARCH} – אב</title>`), "<title>Search – אב</title>");
    assert.equal(written(`<script>"${SEARCH}<a>"</script>`), '<script>"Search<a>"</script>');
    assert.equal(withoutFallbackSigns(`${SEARCH} ${wordsOf("אב", "he")}`), "Search אב");
  });

  it("leave a page without any as it is", () => {
    const html = page('<p title="a > b">\u2068אב\u2069 <br> x < y</p>');
    assert.equal(writeFallback(html), html);
  });

  it("are XML in a book", () => {
    assert.match(writeFallback(page(`<p>${SEARCH}</p>`), { isXml: true }), /<span lang="en" xml:lang="en" dir="ltr">/u);
  });

  it("may be an author’s own, in the first language that has them", () => {
    const name = { de: "Alle Rechte", fr: "Tous droits" };
    assert.equal(written(`<p>${shownIn(name, "he")}</p>`), '<p><span lang="de" dir="ltr">Alle Rechte</span></p>');
    assert.equal(shownIn(name, "fr"), "Tous droits");
  });
});
