import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nameBeside } from "../../../src/figures/name-room.ts";

const square = (from: number, to: number, top = 0, bottom = 100) =>
  [
    [
      [from, top],
      [to, top],
      [to, bottom],
      [from, bottom],
    ],
  ] as const;
const size = { width: 60, height: 10 };

describe("a name on a map", () => {
  it("stays where it was put while it touches no other land", () => {
    assert.deepEqual(nameBeside([100, 50], size, [square(0, 60), square(200, 300)], 300), { x: 100, share: 1 });
    assert.deepEqual(nameBeside([100, 50], size, [square(80, 90, 60, 100)], 300), { x: 100, share: 1 });
  });

  it("is moved off the land beside it, and keeps on the map", () => {
    assert.deepEqual(nameBeside([100, 50], size, [square(0, 80), square(200, 300)], 300), { x: 112, share: 1 });
    assert.deepEqual(nameBeside([280, 50], size, [], 300), { x: 268, share: 1 });
  });

  it("is set smaller where there is less room, in the middle of it, and is legible still", () => {
    const { x, share } = nameBeside([100, 50], size, [square(0, 70), square(130, 300)], 300);
    assert.equal(x, 100);
    assert.ok(share < 1 && share * size.width <= 56 + 0.001, String(share));
    assert.deepEqual(nameBeside([104, 50], size, [square(0, 90), square(110, 300)], 300), { x: 100, share: 0.8 });
  });

  it("is left as it is on a land that is not its own", () => {
    assert.deepEqual(nameBeside([100, 50], size, [square(90, 150)], 300), { x: 100, share: 1 });
  });
});
