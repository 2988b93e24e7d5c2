import assert from "node:assert/strict";
import { test } from "node:test";
import type { Root, RootContent } from "mdast";
import { EXIT, SKIP, visit as visitByPackage } from "unist-util-visit";
import { parseSection } from "../../../src/markdown/parser.ts";
import { visit } from "../../../src/markdown/visit.ts";

const SOURCE = `# One

A *b **c*** [d](e) f[^1].

- g
- h

  > i

<Verse>j</Verse>

[^1]: k *l*
`;

/** @returns what a visit of the text saw, and what it left of the tree */
function seen(act: (visitOne: typeof visit, tree: Root, log: (...words: unknown[]) => void) => void) {
  return [visit, visitByPackage].map((one) => {
    const tree = parseSection(SOURCE);
    const log: unknown[] = [];
    act(one, tree, (...words) => log.push(words));
    assert.ok(log.length > 0);
    return { log, tree };
  });
}

const same = ([own, packaged]: ReturnType<typeof seen>) => assert.deepEqual(own, packaged);

test("nodes are visited in the order and with the places that the package gives them", () => {
  same(seen((one, tree, log) => one(tree, (node, index, parent) => void log(node.type, index, parent?.type))));
  same(seen((one, tree, log) => one(tree, "text", (node, index, parent) => void log(node.value, index, parent?.type))));
  same(seen((one, tree, log) => one(tree, ["strong", "link"], (node, index) => void log(node.type, index))));
  same(seen((one, tree, log) => one(tree, { type: "listItem" }, (node, index) => void log(node.type, index))));
});

test("a visitor may leave out what is in a node, end the visit, and go on where it says", () => {
  for (const type of ["emphasis", "list", "paragraph"])
    for (const result of [SKIP, EXIT, [SKIP, 99], 99, [EXIT], undefined, true, "skip"] as const)
      same(
        seen((one, tree, log) =>
          one(tree, (node) => {
            log(node.type);
            return node.type === type ? (result as typeof SKIP) : undefined;
          }),
        ),
      );
});

test("a visitor may change the children among which its node stands", () => {
  const text = (value: string): RootContent => ({ type: "text", value });
  same(
    seen((one, tree, log) =>
      one(tree, "text", (node, index = 0, parent) => {
        log(node.value);
        if (node.value.length > 1 || !parent) return undefined;
        parent.children.splice(index, 1, ...([text(`${node.value}-1`), text(`${node.value}-2`)] as never[]));
        return [SKIP, index + 2];
      }),
    ),
  );
  same(
    seen((one, tree, log) =>
      one(tree, "emphasis", (node, index, parent) => {
        log(node.children.length);
        if (!parent || index === undefined) return undefined;
        parent.children = [
          ...parent.children.slice(0, index),
          ...node.children,
          ...parent.children.slice(index + 1),
        ] as never;
        return index;
      }),
    ),
  );
});
