import assert from "node:assert/strict";
import { test } from "node:test";
import { type CitationBundle, citationBundle, readyCitation } from "../../../src/citation/bundle.ts";
import { namesIn } from "../../../src/citation/record.ts";
import { fillTemplate } from "../../../src/citation/template.ts";
import { stylesFor } from "../../../src/citation/text-styles.ts";
import type { TextStyle } from "../../../src/essay/citation-styles.ts";
import { citeStrings } from "../../../src/i18n/citation/index.ts";
import { essay, formattersIn, records } from "./helpers.ts";

const LANGUAGES = essay.languages;
const STYLES = stylesFor(LANGUAGES);
const { format } = await formattersIn(LANGUAGES);
const textOf = (texts: CitationBundle["texts"], style: TextStyle, language: string) =>
  texts[style]?.[language] ?? assert.fail(`There is nothing in ${style} and ${language}.`);
const ACCESSED = "2027-05-09";

/** What is made of each record once: citeproc takes its time. */
const bundles = new Map(records.map((record) => [record, citationBundle(record, format)]));
/** Where a citation can point to. The forms of a number are the same in every record: the first has them all. */
const LOCATORS = [
  [undefined, "", ""],
  ["paragraph", "12a", "#p12a"],
  ["note", "3", "#note-x"],
  ["figure", "2", "#figure-x"],
  ["paragraph", "7", "#p7"],
  ["paragraph", "123", "#p123"],
] as const;

test("a filled template is what citeproc makes of the real place", () => {
  for (const [index, [record, bundle]] of [...bundles].entries()) {
    for (const style of STYLES) {
      for (const language of LANGUAGES) {
        for (const [kind, number, anchor] of index === 0 ? LOCATORS : LOCATORS.slice(0, 4)) {
          const url = `${record.url}${anchor}`;
          const locator = kind ? citeStrings(language).locator[kind](number) : "";
          const values = { number, locator, anchor: anchor.slice(1), url, accessed: ACCESSED };
          const { entry, inText } = textOf(bundle.texts, style, language)[kind ?? "whole"];
          const real = format(record, style, language, { kind, number, url, accessed: ACCESSED });
          assert.equal(fillTemplate(entry, values), real.entry);
          assert.equal(inText && fillTemplate(inText, values), real.inText);
        }
      }
    }
  }
});

test("every citation names author, edition, date, address and nature; one of a paragraph its place", () => {
  for (const [record, { texts }] of bundles) {
    for (const style of STYLES) {
      for (const language of LANGUAGES) {
        const { entry, inText = "" } = textOf(texts, style, language).paragraph;
        const names = namesIn(record, language);
        const text = entry.replaceAll(/<\/?i>/gu, "");
        for (const wanted of [record.version, record.date.slice(0, 4), "{url}"])
          assert.ok(text.includes(wanted), `${wanted} in ${style} ${language}: ${text}`);
        assert.ok(
          text
            .toLowerCase()
            .includes((citeStrings(language).nature.restatement?.(names.sourceAuthor) ?? "?").toLowerCase()),
          text,
        );
        assert.ok(`${text} ${inText}`.includes("{number}"), `${text} ${inText}`);
        assert.ok(!/undefined|no date|n\.d\./u.test(text), text);
      }
    }
  }
});

test("the styles are those that the journals want", () => {
  const record = records.find(({ name, language }) => name === "przewodow" && language === "ja");
  assert.ok(record);
  const at = { kind: "paragraph", number: "15", url: `${record.url}#p15`, accessed: ACCESSED } as const;
  assert.equal(
    format(record, "sist02", "ja", at).entry,
    "「欧州安全保障体制の変容」編集部. “ポーランドへのミサイル着弾事故が示したもの”. 欧州安全保障体制の変容―NATOによる抑止の可視化と「ロシア問題」. 第1.1.0版, 2026-11-26. 鶴岡路人の議論の再述, ¶15. https://essay.example/ja/przewodow/#p15, (参照 2027-05-09).",
  );
  assert.match(format(record, "chicago", "ja", at).entry, /2026年11月26日, 第15段落, https/u);
  assert.match(format(record, "chicago", "en", at).entry, /November 26, 2026, para\. 15, https/u);
  // A bibliography has the address of the place, and not its number.
  assert.match(format(record, "chicago", "ja", at).bibliography ?? "", /2026年11月26日\. https:\S+#p15\.$/u);
  assert.match(format(record, "chicago", "en", at).bibliography ?? "", /November 26, 2026\. https:\S+#p15\.$/u);
  const english = records.find(({ name, language }) => name === "przewodow" && language === "en");
  assert.ok(english);
  for (const style of ["chicago", "mla"] as const)
    assert.match(
      format(english, style, "en", at).entry,
      /Europe’s Changing Security System: NATO’s Deterrence Made Visible, and the “Russia Problem,/u,
    );
  assert.match(format(record, "apa", "ja", at).entry, /\(2026年11月26日\)/u);
  assert.match(format(record, "apa", "en", at).inText ?? "", / 2026, para\. 15\)$/u);
  assert.match(format(record, "mla", "en", at).inText ?? "", /par\. 15\)$/u);
});

test("a figure is named as each style names one", () => {
  const record = records.find(({ name, language }) => name === "przewodow" && language === "ja");
  assert.ok(record);
  const at = { kind: "figure", number: "2", url: `${record.url}#figure-x`, accessed: ACCESSED } as const;
  assert.match(format(record, "sist02", "ja", at).entry, /再述への編者の付記, 図2\. https/u);
  assert.match(format(record, "chicago", "ja", at).entry, /2026年11月26日, 図2, https/u);
  assert.match(format(record, "chicago", "en", at).entry, /November 26, 2026, fig\. 2, https/u);
  assert.match(format(record, "apa", "ja", at).inText ?? "", /2026, 図2\)$/u);
  assert.match(format(record, "apa", "en", at).inText ?? "", /2026, Figure 2\)$/u);
  assert.match(format(record, "mla", "ja", at).inText ?? "", /, 図2\)$/u);
  assert.match(format(record, "mla", "en", at).inText ?? "", / fig\. 2\)$/u);
});

test("what the editors add is cited as theirs, and not as the argument’s author’s", () => {
  const record = records.find(({ name, language }) => name === "przewodow" && language === "ja");
  assert.ok(record);
  const at = { kind: "editor-note", number: "13", url: `${record.url}#note-ed-x`, accessed: ACCESSED } as const;
  assert.match(format(record, "sist02", "ja", at).entry, /再述への編者の付記, 編者注13\. https/u);
  for (const style of STYLES) {
    const { entry, inText = "" } = format(record, style, "ja", at);
    assert.match(entry + inText, /編者の付記/u);
    assert.match(entry + inText, /編者注13/u);
    assert.doesNotMatch(entry + inText, /編13|註|n\./u);
    assert.match(format(record, style, "en", at).entry, /editors’ addition to a restatement/iu);
  }
  for (const kind of ["paragraph", "note"] as const)
    assert.doesNotMatch(format(record, "apa", "ja", { ...at, kind }).entry, /付記/u);
  for (const file of Object.values(citationBundle(record, format).data)) {
    assert.match(file.editorial, /\{locator\}; 鶴岡路人の議論の再述への編者の付記/u);
    assert.match(file.editorial, /ポーランドへのミサイル着弾事故が示したもの: \{locator\}/u);
    assert.doesNotMatch(file.located, /付記/u);
  }
});

test("the citation that a page shows has its address, and hides the words for the day of access until it is known", () => {
  for (const record of records) {
    const ready = readyCitation(record, format);
    assert.ok(ready.includes(record.url));
    assert.doesNotMatch(ready, /[{}]|8888/u);
    const [shown, hidden] = [/<span class="day-of-access" hidden>.*<\/span>/u, /, \(参照 <time><\/time>\)/u];
    assert.equal(hidden.test(ready), record.language === "ja", ready);
    assert.doesNotMatch(ready.replace(shown, ""), /参照|\(\)|, \.|,,/u);
  }
});
