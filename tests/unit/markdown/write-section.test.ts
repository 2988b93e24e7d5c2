import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import type { Nodes, RootContent } from "mdast";
import { parse } from "yaml";
import { parseSection } from "../../../src/markdown/parser.ts";
import { writeSection } from "../../../src/markdown/write-section.ts";
import { PROJECT_ROOT } from "../../support/project.ts";

/** The tree without the places of its nodes, with neighbouring texts as one and white space as spaces. */
function shape(node: Nodes): unknown {
  const { type } = node;
  if (type === "text") return node.value.replaceAll(/\s+/gu, " ");
  const rest = Object.fromEntries(
    Object.entries(node).filter(([key]) => !["position", "data", "children", "spread", "identifier"].includes(key)),
  );
  if ("attributes" in node)
    rest["attributes"] = node.attributes.map((one) =>
      "name" in one ? [one.name, typeof one.value === "object" ? one.value?.value : one.value] : one.type,
    );
  if (!("children" in node)) return rest;
  const children: unknown[] = [];
  for (const child of node.children.map((one) => shape(one as Nodes))) {
    const last = children.at(-1);
    if (typeof child === "string" && typeof last === "string") children[children.length - 1] = last + child;
    else children.push(child);
  }
  return {
    ...rest,
    children: children.map((child) => (typeof child === "string" ? child.replaceAll(/\s+/gu, " ") : child)),
  };
}

const shapes = (blocks: readonly RootContent[]) =>
  blocks.filter(({ type }) => type !== "yaml").map((block) => shape(block as Nodes));

test("every section of the essays here is read again as it was, once written", () => {
  const paths = ["content/*/*.mdx", "tests/fixtures/*/*/*.mdx"].flatMap((pattern) =>
    globSync(pattern, { cwd: PROJECT_ROOT }),
  );
  assert.ok(paths.length > 20);
  for (const path of paths) {
    const source = readFileSync(`${PROJECT_ROOT}/${path}`, "utf8");
    const blocks = parseSection(source).children;
    const head = /^---\n([\s\S]*?)\n---\n/u.exec(source)?.[1];
    const written = writeSection(
      head ? (parse(head) as Record<string, unknown>) : {},
      blocks.filter(({ type }) => type !== "yaml"),
    );
    assert.deepEqual(shapes(parseSection(written).children), shapes(blocks), path);
  }
});

const SYNTAX = [
  "{",
  "}",
  "<",
  ">",
  "<b>",
  "*",
  "**",
  "_",
  "[",
  "]",
  "[^1]",
  "[@key]",
  "`",
  "~~",
  "|",
  "#",
  "-",
  "+",
  "1.",
  "1)",
  "=",
  "---",
  ">",
  "&amp;",
  "\\",
  "$",
  "$x$",
  "!",
  "![",
  ":",
  ": ",
  "::",
  "http://a.b",
  "www.a.bc",
  "a@b.cd",
  "import x",
  "export",
  "「",
  "」",
  "（",
  "。",
  "語",
  "word",
  " ",
  "⺼",
  "<!--",
  "-->",
  "@a",
];

test("whatever an author writes is read again letter for letter", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...SYNTAX), { minLength: 1, maxLength: 12 }),
      fc.constantFrom("paragraph", "emphasis", "strong", "cell", "note"),
      (parts, where) => {
        const value = parts.join("").trim().replaceAll(/ +/gu, " ");
        fc.pre(value !== "");
        const text = { type: "text" as const, value };
        const blocks: RootContent[] =
          where === "paragraph"
            ? [{ type: "paragraph", children: [text] }]
            : where === "cell"
              ? [
                  {
                    type: "table",
                    children: [{ type: "tableRow", children: [{ type: "tableCell", children: [text] }] }],
                  },
                ]
              : where === "note"
                ? [
                    {
                      type: "paragraph",
                      children: [
                        { type: "text", value: "x" },
                        { type: "footnoteReference", identifier: "n", label: "n" },
                      ],
                    },
                    {
                      type: "footnoteDefinition",
                      identifier: "n",
                      label: "n",
                      children: [{ type: "paragraph", children: [text] }],
                    },
                  ]
                : [
                    {
                      type: "paragraph",
                      children: [
                        { type: "text", value: "前" },
                        { type: where === "strong" ? "strong" : "emphasis", children: [text] },
                        { type: "text", value: "後" },
                      ],
                    },
                  ];
        const said = (nodes: readonly Nodes[]): string =>
          nodes
            .map((node) =>
              "value" in node && node.type !== "yaml"
                ? node.value
                : "children" in node
                  ? said(node.children as Nodes[])
                  : "",
            )
            .join("");
        assert.equal(
          said(parseSection(writeSection({ title: "t" }, blocks)).children as Nodes[]),
          said(blocks as Nodes[]),
        );
      },
    ),
    { numRuns: 300, endOnFailure: true },
  );
});

test("lists that follow each other stay as many as they were", () => {
  const list = (start: number | null, ...words: string[]): RootContent => ({
    type: "list",
    ordered: start !== null,
    start,
    spread: false,
    children: words.map((value) => ({
      type: "listItem",
      spread: false,
      children: [{ type: "paragraph", children: [{ type: "text", value }] }],
    })),
  });
  const lists = [list(1, "a", "b"), list(1, "c"), list(4, "d"), list(null, "e"), list(null, "f")];
  const again = parseSection(writeSection({}, lists)).children;
  assert.deepEqual(
    again.map((one) => one.type === "list" && [one.start ?? null, one.children.length]),
    [
      [1, 2],
      [1, 1],
      [4, 1],
      [null, 1],
      [null, 1],
    ],
  );
});
