import assert from "node:assert/strict";
import { it } from "node:test";
import { bibliography } from "../../../src/integrations/bibliography.ts";
import type { AnnotationFiles } from "../../../src/integrations/read-annotations.ts";
import type { CslItem } from "../../../src/schemas/references.ts";

const REFERENCES: Readonly<Record<string, readonly [html: string, language: string, reading?: string]>> = {
  river: ["The River. <i>Water</i>", "en"],
  bridge: ["‘A Bridge’", "en"],
  angstrom: ["Ångström, A.", "sv"],
  zebra: ["Zebra, Z.", "en"],
  yama: ["山田一. 山", "ja", "やまだ"],
  kawa: ["川端一. 川", "ja", "かわばた"],
};

function orderIn(language: string): string[] {
  const ids = Object.keys(REFERENCES);
  const items = ids.map((id): CslItem => {
    const [title, written, reading] = REFERENCES[id] ?? ["", "en"];
    return { id, type: "book", title, language: written, ...(reading && { reading }) };
  });
  const none = { file: "", entries: [], locate: () => ({ file: "" }) };
  const event = { id: "e", date: "2020", text: {}, paragraphs: [], notes: [], sources: ids };
  const annotations: AnnotationFiles = {
    glossary: none,
    figures: none,
    synonyms: none,
    timeline: { ...none, entries: [event] },
  };
  return bibliography(language, [], annotations, items, (id) => REFERENCES[id]?.[0] ?? "").map(({ id }) => id);
}

it("a bibliography is alphabetical as it is written out, whatever it was cited for first", () => {
  assert.deepEqual(orderIn("en").slice(0, 4), ["angstrom", "bridge", "river", "zebra"]);
});

it("a Japanese one begins with the works in Japanese, by how they are read", () => {
  assert.deepEqual(orderIn("ja"), ["kawa", "yama", "angstrom", "bridge", "river", "zebra"]);
});
