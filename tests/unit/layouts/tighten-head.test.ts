import assert from "node:assert/strict";
import { test } from "node:test";
import { tightenHead } from "../../../src/layouts/tighten-head.ts";

test("between the tags of a head no space is left; words, scripts and the body keep theirs", () => {
  assert.equal(
    tightenHead(
      `<head> <title>a > b</title>\n <meta name="c">  <script>d = "> <i>";</script> </head> <body> <meta> </body>`,
    ),
    `<head><title>a > b</title><meta name="c"><script>d = "> <i>";</script> </head> <body> <meta> </body>`,
  );
});
