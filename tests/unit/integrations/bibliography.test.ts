import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ListStyle } from "../../../src/citation/csl-engine.ts";
import { sortedName } from "../../../src/citation/names.ts";
import type { Name } from "../../../src/essay/bibliographic.ts";
import { bibliography } from "../../../src/integrations/bibliography.ts";
import type { AnnotationFiles } from "../../../src/integrations/read-annotations.ts";
import type { CslItem } from "../../../src/schemas/references.ts";

const BY_TITLE: ListStyle = { within: "title", demotesParticles: false };
const work = (id: string, item: Partial<CslItem>): CslItem => ({
  id,
  type: "book",
  title: id,
  language: "en",
  ...item,
});
const by = (...author: readonly Name[]): Partial<CslItem> => ({ author: [...author] });

/** @returns the ids in the order of a list, for works that come in the opposite order of the alphabet */
function orderIn(language: string, items: readonly CslItem[], list = BY_TITLE): string[] {
  const none = { file: "", entries: [], locate: () => ({ file: "" }) };
  const sources = items.map(({ id }) => id).toReversed();
  const event = { id: "e", date: "2020", text: {}, paragraphs: [], notes: [], sources };
  const annotations: AnnotationFiles = {
    glossary: none,
    figures: none,
    synonyms: none,
    timeline: { ...none, entries: [event] },
  };
  const listed = new Map(
    items.map(({ id, title, author, "container-title": container }) => [
      id,
      `<cite>${[author?.map(sortedName).join(", ") ?? container, `“${title}”`].filter(Boolean).join(". ")}</cite>`,
    ]),
  );
  const written = { full: listed, listed, list, seen: (item: CslItem) => item };
  return bibliography(language, [], annotations, items, written).map(({ id }) => id);
}

describe("a bibliography", () => {
  it("is in the order of families, then of given names, word by word, whatever it was cited for first", () => {
    const ids = ["Ångström, A.", "Li, Wei", "Lincoln, Anna", "Lincoln, Bea", "Zebra, Z."];
    const items = ids.map((id) => {
      const [family = "", given = ""] = id.split(", ");
      return work(id, by({ family, given }));
    });
    assert.deepEqual(orderIn("en", items), ids);
    assert.deepEqual(orderIn("ja", items), ids);
  });

  it("has works of one writer before those of the same with others, by title or by date as its style says", () => {
    const doe: Name = { family: "Doe", given: "J." };
    const year = (id: string, issued: number, ...others: readonly Name[]) =>
      work(id, { ...by(doe, ...others), issued: { "date-parts": [[issued]] } });
    const items = [year("Alpha", 1999), year("The Beta", 1990), year("Aaa", 1980, { family: "Roe" })];
    assert.deepEqual(orderIn("en", items), ["Alpha", "The Beta", "Aaa"]);
    assert.deepEqual(orderIn("en", items, { ...BY_TITLE, within: "date" }), ["The Beta", "Alpha", "Aaa"]);
  });

  it("has a particle that belongs to the family before it, unless its style puts it behind", () => {
    const items = [
      work("beethoven", by({ family: "Beethoven", given: "L.", "dropping-particle": "van" })),
      work("cruz", by({ family: "Cruz", given: "A.", "non-dropping-particle": "de la" })),
      work("dahl", by({ family: "Dahl", given: "R." })),
    ];
    assert.deepEqual(orderIn("en", items), ["beethoven", "dahl", "cruz"]);
    assert.deepEqual(orderIn("en", items, { ...BY_TITLE, demotesParticles: true }), ["beethoven", "cruz", "dahl"]);
  });

  it("passes over the article of a body or a title, in the language of the work", () => {
    const items = [
      work("Das Boot", { language: "de" }),
      work("A Bridge", {}),
      work("council", by({ literal: "The Council" })),
      // Here it is a word.
      work("Das Kapital", { language: "en" }),
      work("L’Étranger", { language: "fr" }),
      work("monde", { language: "fr", title: "x", "container-title": "Le Monde" }),
      work("NATO", by({ literal: "NATO" })),
      work("review", { title: "x", "container-title": "NATO Review" }),
      work("الباب", { language: "ar" }),
    ];
    assert.deepEqual(
      orderIn("en", items),
      items.map(({ id }) => id),
    );
  });

  it("in Japanese begins with the works in Japanese, by how they are read, then by what is not said to be read", () => {
    const ja = (id: string, item: Partial<CslItem>) => work(id, { language: "ja", ...item });
    const items = [
      ja("ono", { ...by({ family: "小野", given: "渉" }), reading: "おの わたる" }),
      ja("onoda", { ...by({ family: "小野田", given: "明" }), reading: "おのだ あき" }),
      ja("kawa", { ...by({ family: "川端", given: "一" }), reading: "かわばた" }),
      // Kana is read as it is written, and a foreign name by its family.
      ja("james", by({ family: "ジェームズ", given: "ウィリアム" })),
      ja("yama", { ...by({ family: "山田", given: "一" }), reading: "やまだ" }),
      ja("unread", by({ family: "阿部", given: "一" })),
      work("smith", by({ family: "Smith", given: "Alexander" })),
      work("zorn", by({ family: "Zorn", given: "Anna" })),
    ];
    assert.deepEqual(
      orderIn("ja", items),
      items.map(({ id }) => id),
    );
  });
});
