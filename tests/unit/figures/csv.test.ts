import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { writeCsv } from "../../../src/figures/csv.ts";
import { parseCsv } from "../../../src/figures/parse-csv.ts";

const table = (text: string) => {
  const result = parseCsv(text, "data/x.csv");
  assert.ok("table" in result);
  return result.table;
};
const problems = (text: string) => {
  const result = parseCsv(text, "data/x.csv");
  assert.ok("problems" in result);
  return result.problems.map(({ line, what }) => `${line ?? ""}: ${what}`);
};

describe("comma-separated values", () => {
  it("are read with their lines, whichever line ends they have", () => {
    for (const end of ["\n", "\r\n"])
      assert.deepEqual(table(`a,b${end}1,${end}3,4${end}`), {
        columns: ["a", "b"],
        rows: [
          ["1", ""],
          ["3", "4"],
        ],
        lines: [2, 3],
      });
  });

  it("may have a comma, a quotation mark and a line break in a quoted field", () => {
    const { rows, lines } = table('\uFEFFa,b\n"1,5","say ""ah"""\n"x\ny",2\n3,4');
    assert.deepEqual(rows, [
      ["1,5", 'say "ah"'],
      ["x\ny", "2"],
      ["3", "4"],
    ]);
    assert.deepEqual(lines, [2, 3, 5]);
    assert.deepEqual(table('a,b\r\n"x\r\ny",2\r\n3,4\n5,6').lines, [2, 4, 5]);
  });

  const mistakes: readonly (readonly [title: string, text: string, told: readonly string[]])[] = [
    ["a row that is too short", "a,b\n1\n", ["2: the row has 1 fields, the header 2"]],
    ["a quotation mark that stands alone", 'a,b\n1,x"y\n', ["2: a quotation mark stands alone"]],
    ["a quotation that does not end", 'a\n"x\n', ["2: a quotation mark stands alone"]],
    [
      "a quotation that does not end, below lines that are right",
      'a,b\n"1\n2",3\n4,"x\n\n',
      ["4: a quotation mark stands alone"],
    ],
    ["two columns of one name", "a,a\n", ["1: there are two columns “a”"]],
    ["a column without a name", "a,\n", ["1: “” is not a name of a column"]],
    ["nothing at all", "", [": the file is empty"]],
  ];
  for (const [title, text, told] of mistakes)
    it(`are refused with the line: ${title}`, () => {
      assert.deepEqual(problems(text), told);
    });

  it("are written so that they are read again as they were", () => {
    const columns = ["a", "b"];
    const rows = [
      ["1,5", 'say "ah"'],
      ["x\ny", ""],
    ];
    const { columns: again, rows: same } = table(writeCsv({ columns, rows }));
    assert.deepEqual([again, same], [columns, rows]);
  });
});
