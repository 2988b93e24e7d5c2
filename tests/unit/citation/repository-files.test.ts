import assert from "node:assert/strict";
import { it } from "node:test";
import { parse } from "yaml";
import { citationRecord } from "../../../src/citation/record.ts";
import { toCitationFile, toCodemeta } from "../../../src/citation/repository-files.ts";
import { fixture } from "../../support/essays.ts";
import { essay, SITE } from "./helpers.ts";

const authored = await fixture("two-authors");

it("CITATION.cff has what its schema requires, and the persons in their parts", () => {
  for (const one of [essay, authored])
    for (const language of one.languages) {
      const record = citationRecord(one, SITE, language);
      const file = parse(toCitationFile(record));
      assert.equal(file["cff-version"], "1.2.0");
      for (const key of ["message", "title"]) assert.equal(typeof file[key], "string", key);
      assert.equal(file.authors.length, record.authors.length);
      assert.equal(file["preferred-citation"].authors.length, record.authors.length);
      assert.equal(file.version, record.version);
      assert.equal(file.doi, record.identifiers.doi);
      assert.doesNotMatch(toCitationFile(record), /undefined|null/u);
    }
  const [language = ""] = authored.languages;
  const [author] = parse(toCitationFile(citationRecord(authored, SITE, language))).authors;
  assert.ok(author["family-names"] && author["given-names"]);
  assert.match(author.orcid, /^https:\/\/orcid\.org\//u);
});

it("codemeta.json says what the site is, under which licence, and which essay it publishes", () => {
  const [language = ""] = essay.languages;
  const record = citationRecord(essay, SITE, language);
  const file = JSON.parse(toCodemeta(record, { name: "MIT", url: "https://opensource.org/license/mit" }));
  assert.equal(file["@context"], "https://w3id.org/codemeta/3.0");
  assert.equal(file.license, "https://opensource.org/license/mit");
  assert.equal(file.referencePublication["@id"], record.url);
  assert.equal(file.referencePublication["@context"], undefined);
});
