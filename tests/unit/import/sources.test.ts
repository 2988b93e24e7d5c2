import assert from "node:assert/strict";
import { test } from "node:test";
import { readReference } from "../../../src/import/sources/read-reference.ts";
import { importFiles } from "../../support/manuscripts.ts";

const BIB =
  "@book{smith1999, author={Smith, John}, title={The {A}lliance}, year={1999}, publisher={Press}}\n@article{yamada, author={山田, 太郎}, title={同盟政治}, journal={国際政治}, year={2001}, pages={1--20}}\n@book{suzuki, author={鈴木, 花子}, title={同盟のゆくえと北の国々}, year={2010}, publisher={海鳴社}}\n";

async function languages(text: string, language: string) {
  const { files } = await importFiles({ "a.md": text, "a.bib": BIB }, { language });
  const items = JSON.parse(String(files.get("references.json"))) as { id: string; language: string }[];
  return Object.fromEntries(items.map(({ id, language: own }) => [id, own]));
}

test("a title of ideographs alone is in the essay's language, or in that of the sources around it", async () => {
  const text = "# T\n\n## A\n\nAs [@smith1999, p. 3] and [@yamada] say.\n";
  assert.deepEqual(await languages(text, "ja"), { smith1999: "en", yamada: "ja", suzuki: "ja" });
  assert.deepEqual(await languages(text, "en"), { smith1999: "en", yamada: "ja", suzuki: "ja" });
  assert.equal((await languages(text, "zh-Hans"))["yamada"], "zh-Hans");
});

test("a source's language is told by its words and its publisher; what tells nothing is asked for", async () => {
  const bib = `
@book{a, author={Grimm, Jacob}, title={Deutsche Grenzaltert{\\"u}mer}, publisher={Reimer}, address={Berlin}, year={1843}}
@book{b, author={Kafka, Franz}, title={Amerika}, publisher={Wolff}, address={München}, year={1927}}
@book{c, author={Scott, James}, title={Seeing Like a State}, publisher={Beck}, address={München}, year={1998}}
@book{d, author={Foucault, Michel}, title={Surveiller et punir}, year={1975}}
@book{e, author={Kurz, Anna}, title={Zeichen}, year={2001}, langid={ngerman}}
@book{f, author={Kurz, Anna}, title={Leviathan Revisited}, year={2002}}
@book{h, author={Kant, I.}, title={Nachlass X}, publisher={Suhrkamp}, year={1990}}
@book{i, author={Kant, I.}, title={Kantiana X}, publisher={Routledge}, address={Berlin}, year={1990}}
@book{g, author={Holm, Per}, title={Grænsesten}, year={2003}}
`;
  const read = async (decide: readonly (readonly [string, string])[] = []) => {
    const { files, findings } = await importFiles(
      { "a.md": "# T\n\n## A\n\nEin Satz, der nicht kurz ist und auf Deutsch.\n", "a.bib": bib },
      { language: "de", decisions: new Map(decide) },
    );
    const items = JSON.parse(String(files.get("references.json"))) as { id: string; language: string }[];
    return { languages: items.map(({ language }) => language), asked: findings.guesses.map(({ key }) => key) };
  };
  const { languages, asked } = await read();
  assert.deepEqual(languages, ["de", "de", "en", "fr", "de", "en", "de", "de", "de"]);
  assert.deepEqual(asked, ["language i", "language g"]);
  assert.equal((await read([["language g", "da"]])).languages.at(-1), "da");
});

test("items of CSL-JSON without a kind are of the one that their fields tell", async () => {
  const csl = JSON.stringify([
    { id: "a", title: "Deutsche Rechtsaltertümer", publisher: "Dieterich" },
    { id: "b", title: "The missing page", "container-title": "Archive Studies", volume: "3" },
    { id: "c", title: "A thing on the web", URL: "https://example.org/x" },
  ]);
  const { files, findings } = await importFiles(
    { "a.md": "# T\n\n## A\n\nOne sentence stands here, and it is enough.\n", "a.json": csl },
    { language: "en" },
  );
  const items = JSON.parse(String(files.get("references.json"))) as { type: string }[];
  assert.deepEqual(
    items.map(({ type }) => type),
    ["book", "article-journal", "webpage"],
  );
  assert.deepEqual(
    findings.guesses.map(({ key }) => key),
    ["kind a", "kind b", "kind c"],
  );
});

test("entries of journals are read as their societies write them", () => {
  const [open, end] = ["\uFDD7", "\uFDD8"];
  const cases: readonly (readonly [string, Record<string, unknown>])[] = [
    ["早川結衣（2020）「傍聴席から」『年報』32, 88-103.", { title: "傍聴席から", volume: "32", page: "88-103" }],
    ["野口はるか（2021）「除架」『図書館界』73(2), 90-104.", { volume: "73", issue: "2", page: "90-104" }],
    ["山田太郎「題」『誌』第12号（2005年）、1～20頁。", { issue: "12", page: "1-20" }],
    [
      "鈴木次郎（2019）：都市の水系に関する研究．地理学評論，92（3），145-167．",
      { title: "都市の水系に関する研究", "container-title": "地理学評論", volume: "92", issue: "3", page: "145-167" },
    ],
    ["佐藤学（2015）「題」鈴木一郎編『本』岩波書店, 12-34.", { "container-title": "本", page: "12-34" }],
    [
      `Kahneman, D. (2003). Maps of rationality. ${open}Economic Review, 93${end}(5), 1449–1475.`,
      { "container-title": "Economic Review", volume: "93", issue: "5" },
    ],
    ["Maier, Karl (Hrsg.): Flur und Recht. München: Beck, 1978.", { editor: [{ family: "Maier", given: "Karl" }] }],
    ["Weber, Max, Wirtschaft und Gesellschaft, Tübingen 1922.", { "publisher-place": "Tübingen" }],
    ["Luhmann, N. (1984): Soziale Systeme. Frankfurt a. M.: Suhrkamp.", { publisher: "Suhrkamp" }],
  ];
  for (const [words, fields] of cases) {
    const item = readReference(words)?.item;
    assert.deepEqual({ ...item, ...fields }, item, words);
  }
});

test("a section that is called “Sources” and tells of them in sentences has no list to be read", async () => {
  const { findings } = await importFiles(
    { "a.md": "# T\n\n## Method\n\n### Sources\n\nWe used registers.\n\nThey are kept in boxes.\n\n## End\n\nEnd.\n" },
    { language: "en" },
  );
  assert.deepEqual(
    findings.open.filter(({ text }) => text.includes("could not be read")),
    [],
  );
});
