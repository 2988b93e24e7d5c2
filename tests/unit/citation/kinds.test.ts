import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plugins } from "@citation-js/core";
import { parse as parseYaml } from "yaml";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { toBibtex } from "../../../src/citation/bibtex.ts";
import { toCoins } from "../../../src/citation/coins.ts";
import { cslRecord } from "../../../src/citation/csl-json.ts";
import { toJsonLd } from "../../../src/citation/json-ld.ts";
import { signposts } from "../../../src/citation/links.ts";
import { dublinCoreTags, highwireTags } from "../../../src/citation/meta-tags.ts";
import { type CitationRecord, citationRecord } from "../../../src/citation/record.ts";
import { toCitationFile } from "../../../src/citation/repository-files.ts";
import { toRis } from "../../../src/citation/ris.ts";
import { stylesFor } from "../../../src/citation/text-styles.ts";
import { fixture } from "../../support/essays.ts";
import { formattersIn, SITE } from "./helpers.ts";

const [original, translation] = await Promise.all([fixture("two-authors"), fixture("translated")]);
const whole = citationRecord(original, SITE, "en");
const section = citationRecord(original, SITE, "en", "tower");

const everything = (record: CitationRecord): string =>
  JSON.stringify([toBibtex, toRis, toCoins, cslRecord, toJsonLd, highwireTags, dublinCoreTags].map((to) => to(record)));
const values = (tags: readonly (readonly [string, string])[], name: string) =>
  tags.filter(([key]) => key === name).map(([, value]) => value);

describe("an original essay by two persons", () => {
  it("says in no format that its words are another’s", () => {
    for (const record of [whole, section]) {
      assert.equal(record.nature, undefined);
      assert.doesNotMatch(everything(record), /restate|argument|basedOn|original-|DC\.source|undefined/iu);
    }
  });

  it("has its authors as persons in every format, with their particles", () => {
    const names = ["Calloway, Ines", "van den Oduya, Bram"];
    assert.match(toBibtex(whole), /author = \{Calloway, Ines and van den Oduya, Bram\}/u);
    assert.match(toBibtex(whole), /editor = \{\{The Review’s Editorial Board\}\}/u);
    assert.deepEqual(
      [...toRis(whole).matchAll(/^AU {2}- (.*)\r$/gmu)].map(([, name]) => name),
      names,
    );
    assert.deepEqual(cslRecord(whole).author, [
      { family: "Calloway", given: "Ines" },
      { family: "Oduya", given: "Bram", "non-dropping-particle": "van den" },
    ]);
    const { author } = JSON.parse(JSON.stringify(toJsonLd(whole)));
    assert.deepEqual(
      author.map((one: Record<string, string>) => [one["@type"], one["name"], one["familyName"], one["@id"]]),
      [
        ["Person", "Ines Calloway", "Calloway", "https://orcid.org/0000-0002-1825-0097"],
        ["Person", "Bram van den Oduya", "van den Oduya", "https://orcid.org/0000-0001-2345-6789"],
      ],
    );
    assert.equal(author[0].affiliation.name, "Institute of Field Acoustics");
    assert.deepEqual(new URLSearchParams(toCoins(whole)).getAll("rft.au"), names);
    assert.equal(new URLSearchParams(toCoins(section)).get("rft.aulast"), "Calloway");
    assert.deepEqual(values(highwireTags(whole), "citation_author"), ["Ines Calloway", "Bram van den Oduya"]);
    assert.deepEqual(values(dublinCoreTags(whole), "DC.creator"), names);
    assert.deepEqual(
      signposts(whole).flatMap(({ rel, href }) => (rel === "author" ? [href] : [])),
      ["https://orcid.org/0000-0002-1825-0097", "https://orcid.org/0000-0001-2345-6789"],
    );
  });

  it("is an article of its journal, its sections are chapters of it, and other programs read both", () => {
    for (const [format, text] of [
      ["@biblatex/text", toBibtex(whole)],
      ["@ris/file", toRis(whole)],
    ] as const) {
      const [item] = plugins.input.chain(text, { forceType: format }) as Record<string, unknown>[];
      assert.equal(item?.["type"], "article-journal", format);
      assert.equal(item["container-title"], "Review of Small Sounds");
      assert.equal(item["DOI"], "10.5555/unstruck.7");
      assert.equal(item["volume"], "7");
      assert.equal(String(item["page"]).replaceAll(/-+/gu, "-"), "41-58");
      assert.deepEqual(
        (item["author"] as { given?: string }[]).map(({ given }) => given),
        ["Ines", "Bram"],
      );
    }
    assert.equal(cslRecord(section).type, "chapter");
    assert.equal(cslRecord(section).DOI, undefined);
    assert.equal(cslRecord(section)["container-title"], "The Unstruck Hour: On bells that were taken down");
  });

  it("has its scholarly data wherever a format has a field for them", () => {
    const data = JSON.parse(JSON.stringify(toJsonLd(whole)));
    assert.deepEqual(data.isPartOf.isPartOf.isPartOf, {
      "@type": "Periodical",
      name: "Review of Small Sounds",
      issn: "1234-5679",
    });
    assert.equal(data.funding.identifier, "FQI-88");
    assert.deepEqual(data.keywords, ["bells", "listening", "time"]);
    assert.equal(data.copyrightNotice, "All rights reserved");
    assert.deepEqual([data.datePublished, data.dateModified], ["2024-06-01", "2025-02-10"]);
    const highwire = highwireTags(whole);
    for (const [name, value] of [
      ["citation_doi", "10.5555/unstruck.7"],
      ["citation_issn", "1234-5679"],
      ["citation_firstpage", "41"],
      ["citation_lastpage", "58"],
      ["citation_author_orcid", "https://orcid.org/0000-0002-1825-0097"],
      ["citation_publication_date", "2024/06/01"],
    ] as const)
      assert.equal(values(highwire, name)[0], value);
    assert.deepEqual(values(dublinCoreTags(whole), "DCTERMS.dateAccepted"), ["2024-03-18"]);
    assert.match(values(dublinCoreTags(whole), "DCTERMS.abstract")[0] ?? "", /^When the bells .* appended\.$/u);
    assert.deepEqual(values(dublinCoreTags(whole), "DC.rights"), ["All rights reserved"]);
  });

  it("is cited in APA by initials, by its DOI; a paragraph of it by the paragraph’s own address", async () => {
    const { format } = await formattersIn(["en"]);
    const at = { number: "7", url: `${whole.url}#p7`, accessed: "2026-01-01" };
    const apa = format(whole, "apa", "en", { ...at, kind: undefined }).entry;
    assert.match(
      apa,
      /^Calloway, I\., &#38; van den Oduya, B\. \(2024\)\. .*<i>7<\/i>\(2\), 41–58\. https:\/\/doi\.org/u,
    );
    for (const style of stylesFor(["en"])) {
      assert.ok(format(whole, style, "en", { ...at, kind: "paragraph" }).entry.includes("#p7"), style);
      assert.match(format(whole, style, "en", { ...at, kind: "editor-note" }).entry, /^The Review’s Editorial Board/u);
    }
  });
});

describe("a translation", () => {
  const [de, fr] = ["de", "fr"].map((language) => citationRecord(translation, SITE, language));

  it("has the author of the work as its author, and each text its own translator", () => {
    assert.ok(de && fr);
    for (const [record, translator] of [
      [de, "Ahlgrimm, Jutta"],
      [fr, "Perreault, Noël"],
    ] as const) {
      assert.match(toBibtex(record), /author = \{Brandi, Ottavia\}/u);
      assert.ok(toBibtex(record).includes(`translator = {${translator}}`));
      assert.ok(toRis(record).includes(`TA  - ${translator}\r`));
      const data = JSON.parse(JSON.stringify(toJsonLd(record)));
      assert.equal(data.translationOfWork.name, "Lettera sul sale");
      assert.equal(data.author["@type"], "Person");
    }
  });

  it("does not make the author say what the editors add", () => {
    assert.deepEqual(
      de?.editorialAuthors.map(({ name }) => "family" in name && name.family),
      ["Ahlgrimm", "Perreault", "Harari"],
    );
  });

  it("names translator and first year in the styles that have a place for them", async () => {
    const { format } = await formattersIn(["de", "fr"]);
    assert.ok(fr);
    const at = { kind: undefined, number: "", url: fr.url, accessed: "2026-01-01" };
    assert.match(format(fr, "apa", "fr", at).entry, /N\. Perreault, Trad\..*Édition originale 1788/u);
    for (const style of stylesFor(["de", "fr"])) assert.match(format(fr, style, "de", at).entry, /Perreault/u, style);
  });
});

it("an essay of which nobody is named as author is cited without one", () => {
  const nobody = {
    ...original,
    people: { ...original.people, authors: [] },
    publication: { ...original.publication, publisher: undefined },
  };
  const record = citationRecord(nobody, SITE, "en");
  assert.doesNotMatch(toBibtex(record), /^ {2}author/mu);
  assert.doesNotMatch(toRis(record), /^AU/mu);
  assert.equal(cslRecord(record).author, undefined);
  assert.equal(toJsonLd(record)["author"], undefined);
  assert.doesNotMatch(everything(record), /undefined/u);
});

it("the editors can be reached where a format has a field for that", () => {
  for (const [contact, key] of [
    ["editors@example.org", "email"],
    ["https://example.org/contact", "url"],
  ] as const) {
    const essay = { ...original, publication: { ...original.publication, publisher: { en: "The editors" }, contact } };
    const record = citationRecord(essay, SITE, "en");
    assert.deepEqual(toJsonLd(record)["publisher"], {
      "@type": "Organization",
      name: "The editors",
      contactPoint: { "@type": "ContactPoint", [key]: contact },
    });
    const { contact: named } = parseYaml(toCitationFile(record)) as { contact: unknown };
    assert.deepEqual(named, [{ name: "The editors", [key === "url" ? "website" : key]: contact }]);
  }
});
