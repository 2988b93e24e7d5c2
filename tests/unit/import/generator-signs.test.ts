import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { takeToml } from "../../../src/import/forms/generator-signs.ts";
import { importFiles, PIXEL } from "../../support/manuscripts.ts";

async function imported(text: string, beside: Readonly<Record<string, string>> = {}) {
  const { files, findings } = await importFiles({ "a.md": text, ...beside }, { language: "en", beside: () => PIXEL });
  return {
    settings: parse(String(files.get("essay.yaml"))),
    text: [...files].flatMap(([path, content]) => (path.endsWith(".mdx") ? [String(content)] : [])).join("\n"),
    told: findings.leftOut.map(({ place, text: words }) => `${place}: ${words}`).join("\n"),
    open: findings.open.map(({ place, text: words }) => `${place}: ${words}`).join("\n"),
    slips: findings.slips,
  };
}

test("a block of TOML is read whatever its values are, and its lines stay", () => {
  const { keys, source } = takeToml(
    `+++\ntitle = "A \\"B\\" \\u00e9" # why\ndate = 2021-03-12T10:00:00+09:00\ntags = [\n  "a]", # one\n  'b',\n]\nlong = """\nc = d\ne"""\ndraft = false # not yet\n\n[params]\nlead = 'f'\n+++\ntext`,
  ) ?? { keys: [], source: "" };
  assert.deepEqual(keys, [
    { key: "title", value: 'A "B" é' },
    { key: "date", value: "2021-03-12T10:00:00+09:00" },
    { key: "tags", value: ["a]", "b"] },
    { key: "long", value: "c = d\ne" },
    { key: "draft", value: "false" },
    { key: "params.lead", value: "f" },
  ]);
  assert.equal(source, `${"\n".repeat(15)}text`);
});

test("what Hugo has its authors type is read or told, and none of it is printed", async () => {
  const { settings, text, told, open } = await imported(`+++
title = "The Quay"
author = "Mary Lund"
tags = ["port", "law"]
date = 2021-03-12T10:00:00+09:00
description = "Short."
+++

## One

It stood. {{< figure src="quay.png" alt="A quay" caption="The quay" width="300" >}}

{{< youtube abcdef >}}

{{% notice warning %}}
The wall is *wet*.
{{% /notice %}}

{{< highlight go "linenos=table" >}}
x := {{ .Name }}
{{< /highlight >}}

See [the other]({{< ref "other.md" >}}) and {{< var year >}}. {{/* check */}} A \`{{< kept >}}\` stays.
`);
  assert.equal(settings.title, "The Quay");
  assert.deepEqual(settings.authors, [{ family: "Lund", given: "Mary" }]);
  assert.equal(settings.description, "Short.");
  assert.deepEqual(settings.keywords, ["port", "law"]);
  assert.equal(settings.dates.published, "2021-03-12");
  assert.match(
    text,
    /It stood\.\n\n!\[A quay\]\(images\/quay\.png "The quay"\)\n\nThe wall is \*wet\*\.\n\n```go\nx := \{\{ \.Name \}\}\n```/u,
  );
  assert.match(text, /See the other and .*var year.*\. {2}A `\{\{< kept >\}\}` stays\./u);
  for (const said of [
    /line 11: .*width="300"/u,
    /line 13: .*youtube abcdef/u,
    /notice warning/u,
    /line 23: where “the other” led to: .*other\.md/u,
    /line 23: a comment: “check”/u,
  ])
    assert.match(told, said);
  assert.match(open, /line 23: “\{\{< var year >\}\}” stands for words/u);
});

test("what Jekyll and kramdown have their authors type is read or told", async () => {
  const { text, told, open } = await imported(`---
title: The Quay
---
* TOC
{:toc}

{% include figure.html src="quay.png" %}

{% highlight ruby %}
puts 'x'
{% endhighlight %}

A lead.
{: .lead}

> Set in.
{: .quote}

See [it]({% post_url 2020-01-01-it %}) of {{ site.title }}. {% comment %}hidden{% endcomment %}The HTML, HTML Two and HTMLX or XHTML.

{: so he wrote :}

{% if site.title %}Shown.{% endif %}

*[HTML]: Hyper Text
*[HTML Two]: The Second
*[CSS]: Cascading Sheets
`);
  assert.match(text, /```ruby\nputs 'x'\n```\n\n(?:<Paragraph>\n {2})?A lead\.\n\n(?: {2})?> Set in\.\n/u);
  assert.doesNotMatch(text, /TOC|:toc|include|\.lead|\.quote|hidden|Cascading/u);
  assert.match(
    text,
    /See it of .*site\.title.*\. The <abbr title="Hyper Text">HTML<\/abbr>, <abbr title="The Second">HTML Two<\/abbr> and HTMLX or XHTML\./u,
  );
  assert.match(text, /so he wrote/u);
  assert.match(text, /^Shown\.$/mu);
  for (const said of [
    /line 4: .*TOC/u,
    /line 7: .*figure\.html/u,
    /line 14: .*\.lead/u,
    /where “it” led to/u,
    /comment: “hidden”/u,
    /\{% if site\.title %\}/u,
    /“CSS” stands nowhere .*Cascading Sheets/u,
  ])
    assert.match(told, said);
  assert.match(open, /line 19: “\{\{ site\.title \}\}” stands for words/u);
});

test("citations of MultiMarkdown are notes where the text says their source, and Pandoc's where it stands beside it", async () => {
  const { text, told } = await imported(
    "Title: A\n\n# One\n\nIt fell.[#lowe] It rose.[p. 12][#lowe] It is old.[#other] [Not cited][#last] A `[#lowe]` and [#5](x).\n\n[#lowe]: Lowe, *Quays*.\n[#last]: Last, *Things*.\n",
    { "a.bib": "@book{other, title={Old}, author={Other, Ann}, year={1990}}" },
  );
  assert.match(text, /It fell\.\[\^(?<label>[a-z0-9-]+)\] It rose\.\\\[p\. 12\]\[\^\k<label>\] It is old\.\[@other\]/u);
  assert.match(text, /\[\^[a-z0-9-]+\]: Lowe, \*Quays\*\.\n/u);
  assert.match(text, /^Last, \*Things\*\.$/mu);
  assert.match(text, /A `\[#lowe\]` and/u);
  assert.match(told, /source last: it is not cited in the text/u);
});

test("signs of TeX in lines of their own, names of figures and boxes to choose from are no text, and paragraphs stay apart", async () => {
  const { settings, text, told, open, slips } = await imported(`---
title: A
abstract: |
  One.

  Two.
---

# One

\\newpage

\\begin{center}
Middle words here. \`\\vspace{1em}\`{=latex}
\\end{center}

::: {.panel-tabset}
## First
Words of one.

## Second
Words of two.
:::

See @fig:quay and [Table @tbl:two].

: Prices {#tbl:two}

| a | b |
|---|---|
| 1 | 2 |
`);
  assert.equal(settings.abstract, "One. Two.");
  assert.equal(settings.sections.length, 1);
  assert.match(text, /^Middle words here\.$/mu);
  assert.doesNotMatch(text, /newpage|begin|center|#tbl/u);
  assert.match(told, /line 11: .*newpage/u);
  assert.match(open, /@fig:quay.*stands for a number[\s\S]*@tbl:two.*stands for a number/u);
  assert.equal(slips.length, 0);
});

test("a note's mark parts what would be a doubled word without it", async () => {
  const { findings } = await importFiles(
    { "a.md": "# 題\n\n橋[^a]と[^b]と川とと船。\n\n[^a]: 甲。\n[^b]: 乙。\n" },
    { language: "ja" },
  );
  assert.deepEqual(
    findings.slips.map(({ text }) => text),
    ["doubled “とと” in “橋とと川とと船。”"],
  );
});
