import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LanguageSearch } from "../../../src/search/language-search.ts";
import { loadLanguageSearch } from "../../../src/search/load-language-search.ts";

const [english, german, korean, arabic, hebrew, chinese] = (await Promise.all(
  ["en", "de", "ko", "ar", "he", "zh-Hans"].map((language) => loadLanguageSearch(language)),
)) as [LanguageSearch, LanguageSearch, LanguageSearch, LanguageSearch, LanguageSearch, LanguageSearch];

/** What a query finds; where it finds anything, the index has to lead to the text. */
function found(search: LanguageSearch, text: string, query: string): string[] {
  const pieces = search.pieces(text);
  return search.parse(query).flatMap((phrase) => {
    const ranges = search.find(text, [phrase]).flat();
    const wanted = search.piecesOf(phrase);
    if (ranges.length > 0)
      assert.ok(
        [...(wanted.size > 0 ? wanted : [phrase.normal])].every((piece) => pieces.has(piece)),
        `${query} is not led to`,
      );
    return ranges.map(({ start, end }) => text.slice(start, end));
  });
}

describe("English", () => {
  const text = "Two women and a serviceman: specimens of crises, feet, and the basis of the leaves they took.";
  test("finds a noun by its plural, and the plural by its noun, where the plural is irregular", () => {
    for (const [query, word] of [
      ["woman", "women"],
      ["women", "women"],
      ["servicemen", "serviceman"],
      ["crisis", "crises"],
      ["foot", "feet"],
      ["specimen", "specimens"],
    ] as const)
      assert.deepEqual(found(english, text, query), [word], query);
  });
  test("finds a month by its abbreviation and the other way round, and no name", () => {
    assert.deepEqual(found(english, "On 15 November 2022", "15 Nov"), ["15", "November"]);
    assert.deepEqual(found(english, "(accessed Sept. 3)", "September"), ["Sept"]);
    assert.deepEqual(found(english, "in January, in March", "Jan Mar"), []);
  });
  test("takes no plural for another word’s, and none in quotation marks", () => {
    for (const query of ["man", "men", "bases", "leaf", "“crisis”"])
      assert.deepEqual(found(english, text, query), [], query);
  });
});

describe("German", () => {
  const text = "Die Vorstellungsfähigkeit der Gegenstände; Maßstäbe, ein Rat im Apparat, alte Häuser und Hochhäuser.";
  test("finds a word in a compound, in any of its forms", () => {
    assert.deepEqual(found(german, text, "Fähigkeit"), ["fähigkeit"]);
    assert.deepEqual(found(german, text, "Fähigkeiten"), ["fähigkeit"]);
    assert.deepEqual(found(german, text, "Vorstellung"), ["Vorstellungsfähigkeit"]);
    assert.deepEqual(found(german, text, "Häuser"), ["Häuser", "häuser"]);
  });
  test("finds umlauts and ß however they are written", () => {
    for (const query of ["Gegenstaende", "Gegenstand", "gegenstände"])
      assert.deepEqual(found(german, text, query), ["Gegenstände"], query);
    for (const query of ["Massstab", "Maßstab"]) assert.deepEqual(found(german, text, query), ["Maßstäbe"], query);
    assert.deepEqual(found(german, "Eine neue Quelle am Feuer.", "Feuer"), ["Feuer"]);
    assert.deepEqual(found(german, "Strasse", "Straße"), ["Strasse"]);
  });
  test("finds a short word as a whole only, and one in quotation marks too", () => {
    assert.deepEqual(found(german, text, "Rat"), ["Rat"]);
    for (const query of ["„Fähigkeit“", '"Fähigkeit"', "«Fähigkeit»"])
      assert.deepEqual(found(german, text, query), [], query);
    assert.deepEqual(found(german, text, '"alte Haeuser"'), ["alte Häuser"]);
  });
});

describe("Korean", () => {
  const text = "초등학교에서 학교를 나와 도서관의 책을 읽었다. 물이 맑은 건물, 각자의 가방.";
  test("finds a word that carries a particle or stands in a compound", () => {
    assert.deepEqual(found(korean, text, "학교"), ["학교에서", "학교를"]);
    assert.deepEqual(found(korean, text, "도서관"), ["도서관의"]);
    assert.deepEqual(found(korean, text, "초등학교"), ["초등학교에서"]);
  });
  test("finds it where the reader has left another particle on it", () => {
    assert.deepEqual(found(korean, text, "도서관에서"), ["도서관의"]);
    assert.deepEqual(found(korean, text, "학교는"), ["학교에서", "학교를"]);
  });
  test("finds a syllable at the beginning of a word, and none in a syllable", () => {
    assert.deepEqual(found(korean, text, "물"), ["물이"]);
    assert.deepEqual(found(korean, text, "가"), ["가방"]);
    assert.deepEqual(found(korean, text.normalize("NFD"), "책").length, 1);
  });
  test("finds what is quoted with what is written to its end", () => {
    assert.deepEqual(found(korean, text, '"학교"'), ["학교를"]);
    assert.deepEqual(found(korean, text, "“도서관의 책”"), ["도서관의 책을"]);
  });
});

describe("Arabic and Hebrew", () => {
  const text = "كَانَتِ البئرُ في المكتبةِ القديمة، وعلى الجدار كِتـــابٌ. مشى إلى مصطفى والآبار أيضًا.";
  test("do not mind points, the stretched line and letters that are written for one another", () => {
    assert.deepEqual(found(arabic, text, "كتاب"), ["كِتـــابٌ"]);
    assert.deepEqual(found(arabic, text, "كانت"), ["كَانَتِ"]);
    assert.deepEqual(found(arabic, text, "مصطفي"), ["مصطفى"]);
    assert.deepEqual(found(arabic, text, "مكتبه"), ["المكتبةِ"]);
    assert.deepEqual(found(arabic, text, "ايضا"), ["أيضًا"]);
    assert.deepEqual(found(hebrew, "בְּרֵאשִׁית בָּרָא", "בראשית"), ["בְּרֵאשִׁית"]);
  });
  test("find a number by the digits of any of their languages and of Latin", () => {
    for (const query of ["1931", "١٩٣١", "۱۹۳۱"])
      for (const year of ["1931", "١٩٣١", "۱۹۳۱"])
        assert.deepEqual(found(arabic, `عام ${year}،`, query), [year], query);
  });
  test("find a word with its article, and in quotation marks as it is", () => {
    assert.deepEqual(found(arabic, text, "بئر"), ["البئرُ"]);
    assert.deepEqual(found(arabic, text, "الآبار"), ["والآبار"]);
    assert.deepEqual(found(arabic, text, '"بئر"'), []);
    assert.deepEqual(found(arabic, text, '"البئر في المكتبة"'), ["البئرُ في المكتبةِ"]);
  });
});

test("Chinese is searched by its characters, as Japanese is", () => {
  assert.deepEqual(found(chinese, "水井的声音，比水更早。", "水井"), ["水井"]);
  assert.deepEqual(found(chinese, "水井的声音，比水更早。", "“井的”"), ["井的"]);
});
