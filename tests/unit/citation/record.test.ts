import assert from "node:assert/strict";
import { test } from "node:test";
import { toBibtex } from "../../../src/citation/bibtex.ts";
import { toCoins } from "../../../src/citation/coins.ts";
import { cslRecord, toCslJson } from "../../../src/citation/csl-json.ts";
import { embedJson, toJsonLd } from "../../../src/citation/json-ld.ts";
import { signposts } from "../../../src/citation/links.ts";
import { toLinkset } from "../../../src/citation/linkset.ts";
import { dublinCoreTags, highwireTags, type MetaTag } from "../../../src/citation/meta-tags.ts";
import { type CitationRecord, citationRecord, noteOf } from "../../../src/citation/record.ts";
import { toRis } from "../../../src/citation/ris.ts";
import { essay, records, SITE } from "./helpers.ts";

/** What a format says of a record; a format that has no place for one of them says nothing of it. */
interface Said {
  readonly title?: string | undefined;
  readonly work?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  readonly version?: string | undefined;
  readonly nature?: string | undefined;
  readonly note?: string | undefined;
  readonly licence?: string | undefined;
}

const metaValue = (tags: readonly MetaTag[], name: string) => tags.find(([key]) => key === name)?.[1];
const bibtexValue = (text: string, name: string) =>
  new RegExp(`^  ${name} = \\{+(.*?)\\}+,?$`, "mu").exec(text)?.[1]?.replaceAll(/\\([$&#%_])/gu, "$1");
const risValue = (text: string, tag: string) => new RegExp(`^${tag}  - (.*)\r$`, "mu").exec(text)?.[1];
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

type Reader = (record: (typeof records)[number]) => Said;
const FORMATS: Readonly<Record<string, Reader>> = {
  "CSL-JSON": (record) => {
    const [item] = JSON.parse(toCslJson(record)) as [ReturnType<typeof cslRecord>];
    const [author] = item.author ?? [];
    return {
      title: item.title,
      work: item["container-title"],
      author: author && "literal" in author ? author.literal : undefined,
      date: item.issued["date-parts"][0].join("-"),
      url: item.URL,
      language: item.language,
      version: item.version ?? item.edition?.match(/\d+\.\d+\.\d+/u)?.[0],
      note: item.note,
    };
  },
  BibTeX: (record) => {
    const text = toBibtex(record);
    const month = MONTHS.indexOf(/^ {2}month = (\w+),$/mu.exec(text)?.[1] ?? "") + 1;
    return {
      title: bibtexValue(text, "title"),
      work: bibtexValue(text, "booktitle"),
      author: bibtexValue(text, "author"),
      date: `${bibtexValue(text, "year")}-${month}-${bibtexValue(text, "day")}`,
      url: bibtexValue(text, "url"),
      version: (bibtexValue(text, "version") ?? bibtexValue(text, "edition"))?.match(/\d+\.\d+\.\d+/u)?.[0],
      note: bibtexValue(text, "note"),
    };
  },
  RIS: (record) => {
    const text = toRis(record);
    return {
      title: risValue(text, "TI"),
      work: risValue(text, "T2"),
      author: risValue(text, "AU"),
      date: risValue(text, "DA")?.replace(/\/$/u, "").replaceAll("/", "-"),
      url: risValue(text, "UR"),
      language: risValue(text, "LA"),
      version: risValue(text, "ET")?.match(/\d+\.\d+\.\d+/u)?.[0],
      note: risValue(text, "N1"),
    };
  },
  Highwire: (record) => {
    const tags = highwireTags(record);
    return {
      title: metaValue(tags, "citation_title"),
      work: metaValue(tags, "citation_inbook_title"),
      author: metaValue(tags, "citation_author"),
      date: metaValue(tags, "citation_publication_date")?.replaceAll("/", "-"),
      url: metaValue(tags, "citation_public_url"),
      language: metaValue(tags, "citation_language"),
    };
  },
  "Dublin Core": (record) => {
    const tags = dublinCoreTags(record);
    return {
      title: metaValue(tags, "DC.title"),
      author: metaValue(tags, "DC.creator"),
      date: metaValue(tags, "DC.date"),
      url: metaValue(tags, "DC.identifier"),
      language: metaValue(tags, "DC.language"),
      version: metaValue(tags, "DCTERMS.hasVersion"),
      nature: tags.filter(([name]) => name === "DC.description").at(-1)?.[1],
      licence: metaValue(tags, "DC.rights"),
    };
  },
  "JSON-LD": (record) => {
    const data = JSON.parse(embedJson(toJsonLd(record)));
    return {
      title: data.name,
      work: data.isPartOf?.name,
      author: data.author.name,
      date: data.datePublished,
      url: data["@id"],
      language: data.inLanguage,
      version: data.version,
      nature: data.creditText,
      licence: data.license,
    };
  },
  COinS: (record) => {
    const fields = new URLSearchParams(toCoins(record));
    return {
      title: fields.get("rft.atitle") ?? fields.get("rft.title") ?? undefined,
      work: fields.get("rft.btitle") ?? undefined,
      author: fields.get("rft.aucorp") ?? undefined,
      date: fields.get("rft.date") ?? undefined,
      url: fields.get("rft_id") ?? fields.get("rft.identifier") ?? undefined,
      language: fields.get("rft.language") ?? undefined,
      licence: fields.get("rft.rights") ?? undefined,
    };
  },
  Signposting: (record) => ({
    url: signposts(record).find(({ rel }) => rel === "cite-as")?.href,
    licence: signposts(record).find(({ rel }) => rel === "license")?.href,
  }),
};

/** The name of a record whose one author is a body. */
function nameOf({ authors }: CitationRecord): string | undefined {
  const [author, ...others] = authors;
  assert.equal(others.length, 0);
  return author && "literal" in author.name ? author.name.literal : undefined;
}

const dayless = (date: string | undefined) => date?.split("-").map(Number).join("-");

for (const [name, read] of Object.entries(FORMATS)) {
  test(`${name} says of every page what its record says`, () => {
    for (const record of records) {
      const { date, ...said } = read(record);
      const truth: Said = {
        title: record.title,
        work: record.work?.title,
        author: nameOf(record),
        url: record.url,
        language: record.language,
        version: record.version,
        nature: record.nature,
        note: noteOf(record),
        licence: record.licence?.url,
      };
      for (const [key, value] of Object.entries(said)) {
        // What a format has no place for it leaves out; for the title of the whole every section's has one.
        if (value !== undefined || key !== "work" || name === "Dublin Core")
          assert.equal(value, truth[key as keyof Said], `${key} of ${record.key}`);
        else assert.equal(record.work, undefined, `work of ${record.key}`);
      }
      if (name !== "Signposting") assert.equal(dayless(date), dayless(record.date), `date of ${record.key}`);
    }
  });
}

test("a restatement names its editors as author, and the work whose argument they restate as its basis", () => {
  for (const record of records.filter(({ name }) => !["glossary", "timeline"].includes(name))) {
    assert.equal(nameOf(record), essay.publication.publisher?.[record.language]);
    assert.ok(record.basis && essay.source);
    assert.equal(record.basis.id, essay.source.reference);
    assert.ok(record.nature?.includes(essay.source.author?.[record.language] ?? "?"));
    assert.equal(cslRecord(record)["original-title"], record.basis.title);
    if (record.work) continue;
    const data = JSON.parse(embedJson(toJsonLd(record)));
    assert.equal(data.isBasedOn.name, record.basis.title);
    assert.ok(metaValue(dublinCoreTags(record), "DC.source")?.includes(record.basis.title));
  }
});

test("the whole has its sections as parts, each section the whole as its work", () => {
  for (const language of essay.languages) {
    const whole = citationRecord(essay, SITE, language);
    const data = JSON.parse(embedJson(toJsonLd(whole)));
    assert.equal(data["@type"], "ScholarlyArticle");
    const sections = essay.outline.map(({ id }) => citationRecord(essay, SITE, language, id));
    assert.deepEqual(
      data.hasPart.map((part: { "@id": string }) => part["@id"]),
      sections.map(({ url }) => url),
    );
    for (const section of sections) {
      assert.equal(section.work?.url, whole.url);
      assert.equal(JSON.parse(embedJson(toJsonLd(section))).isPartOf["@id"], whole.url);
    }
  }
});

test("every source that the notes cite is a citation_reference", () => {
  for (const record of records) {
    const references = highwireTags(record).filter(([name]) => name === "citation_reference");
    assert.equal(references.length, record.sources.length);
    record.sources.forEach(({ title }, index) => {
      assert.ok(references[index]?.[1].includes(title.replaceAll(";", ",")));
    });
  }
});

test("keys, addresses and files of the records are their own, and no key says a thing twice", () => {
  for (const { key, kind, name } of records) {
    const words = key.replace(essay.id, "essay").split(/[-:]/u);
    const [work = "", section] = key.split(":");
    assert.match(work, /^[a-z-]+-(en|ja)$/u);
    assert.equal(section, kind === "work" ? undefined : name);
    assert.ok(words.length <= 5, key);
  }
  for (const values of [
    records.map(({ key }) => key),
    records.map(({ url }) => url),
    records.map(({ files }) => files.bib),
  ])
    assert.equal(new Set(values).size, values.length);
});

test("a link set holds every signpost, and what describes a page or belongs to it leads back", () => {
  for (const record of records) {
    const links = signposts(record);
    const { linkset } = JSON.parse(toLinkset(record.url, links)) as {
      linkset: ({ anchor: string } & Record<string, { href: string }[]>)[];
    };
    const [page, ...others] = linkset;
    assert.equal(page?.anchor, record.url);
    assert.equal(Object.keys(page)[1], "cite-as");
    for (const { rel, href } of links)
      assert.ok(
        page[rel]?.some((target) => target.href === href),
        `${rel} ${href}`,
      );
    const back = (relation: string) => others.filter((one) => one[relation]?.[0]?.href === record.url);
    assert.deepEqual(
      back("describes").map(({ anchor }) => anchor),
      Object.values(record.files),
    );
    assert.deepEqual(
      back("collection").map(({ anchor }) => anchor),
      links.flatMap(({ rel, href }) => (rel === "item" ? [href] : [])),
    );
  }
});

test("the record of a long work names its chapters, and that of one with very many chapters no parts", () => {
  const [language = ""] = essay.languages;
  const text = essay.texts[language];
  const [section] = text?.sections ?? [];
  assert.ok(text && section);
  const partsOf = (chapters: number, parts: number) => {
    const sections = Array.from({ length: chapters * (parts + 1) }, (_, index) =>
      index % (parts + 1) === 0
        ? { ...section, id: `c${index}`, depth: 1 as const }
        : { ...section, id: `s${index}`, depth: 2 as const, parent: `c${index - (index % (parts + 1))}` },
    );
    const long = { ...essay, texts: { ...essay.texts, [language]: { ...text, sections } } };
    return citationRecord(long, SITE, language).parts.length;
  };
  assert.equal(partsOf(6, 9), 60);
  assert.equal(partsOf(6, 10), 6);
  assert.equal(partsOf(61, 0), 0);
});

test("what stands in a script cannot end it", () => {
  assert.ok(!embedJson({ name: "</script><b>" }).includes("<"));
});

test("the text of the first language is the work, and the others are its translations", () => {
  const [original = ""] = essay.languages;
  for (const record of records) {
    const data = JSON.parse(embedJson(toJsonLd(record)));
    if (record.language === original)
      assert.deepEqual(
        data.workTranslation.map((text: { "@id": string }) => text["@id"]),
        Object.values(record.translations),
      );
    else assert.equal(data.translationOfWork["@id"], record.translations[original]);
    assert.equal(data.dateModified, record.editionDate);
    assert.equal(data.abstract, record.abstract ?? record.description);
  }
});
