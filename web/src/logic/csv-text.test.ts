import assert from "node:assert/strict";
import { test } from "node:test";
import { csvText } from "./csv-text.ts";

test("csvText quotes what needs it and lets no formula through", () => {
  assert.equal(
    csvText(
      ["name", "n"],
      [
        ["a,b", 1],
        ['say "x"', -2],
        ["=1+1", 3],
        ["two\nlines", 4],
      ],
    ),
    'name,n\r\n"a,b",1\r\n"say ""x""",-2\r\n\'=1+1,3\r\n"two\nlines",4\r\n',
  );
});
