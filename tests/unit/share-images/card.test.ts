import assert from "node:assert/strict";
import { it } from "node:test";
import { shareCard } from "../../../scripts/share-images/card.ts";

const LONG = "On the many ways in which one may say at length what could have been said in a word ";

it("a share image has all words, and no line stands on another or outside, however long they are", () => {
  for (const [title, subtitle, language] of [
    ["Tides", undefined, "en"],
    [LONG, LONG, "en"],
    ["欧州安全保障体制の変容", "NATOによる抑止の可視化と「ロシア問題」", "ja"],
    ["長い題名を持つ論文の、これ以上ないほどに長い題名について、どのように組むか", "副題もまた長い", "ja"],
  ] as const) {
    const svg = shareCard({ title, subtitle, lines: ["The editors"], language, direction: "ltr" });
    const lines = [...svg.matchAll(/<text x="\d+" y="([\d.]+)" font-size="(\d+)"[^>]*>([^<]*)</gu)].map(
      ([, y, size, words = ""]) => ({ y: Number(y), size: Number(size), words }),
    );
    const plain = (text: string) => text.replaceAll(/\s/gu, "");
    assert.equal(plain(lines.map(({ words }) => words).join("")), plain(`${title}${subtitle ?? ""}The editors`));
    let last = 0;
    for (const { y, size, words } of lines) {
      assert.ok(y - size > last - size / 2, words);
      assert.ok(y < 630, words);
      last = y;
    }
  }
});
