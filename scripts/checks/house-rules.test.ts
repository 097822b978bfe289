/** Each house rule on a file that breaks it and on one that keeps it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkEnglish, declaredWords } from "./english-words.ts";
import { checkLength } from "./file-length.ts";
import { checkPurity } from "./purity.ts";
import { checkStrayPaths } from "./stray-paths.ts";

const DECLARED = declaredWords([
  { path: "src/reading/types.ts", text: 'export type Kind = "headline" | "body" | "related";' },
]);

/** text, words that it must be blamed for */
const ENGLISH = [
  ['const SAY = ["say", "tell", "report"];', "say, tell, report"],
  ['const SAY = new Set(["Monday", "Tuesday", "Friday"]);', "Monday, Tuesday, Friday"],
  ["const MONTHS = /^(?:january|february|march)$/;", "january, february, march"],
  ['const WORDS = "minister president envoy".split(" ");', "minister, president, envoy"],
  ['if (token.lemma === "announce") return 1;', "announce"],
  ['if (lower !== "today") return 1;', "today"],
  ['const KINDS = ["headline", "body", "related"];', ""],
  ['const LABELS = ["nsubj", "obj", "obl", "conj"];', ""],
  ['const TAGS = ["NOUN", "PROPN", "PRON"];', ""],
  ['const pair = ["say", "tell"];', ""],
  ['fail("the minister said that nothing can be done");', ""],
  ["const KEYS = [entry.id, entry.name, entry.state];", ""],
  ['if (token.upos === "NOUN") return 1;', ""],
] as const;

for (const [text, words] of ENGLISH) {
  test(`words of the language: ${text} ${words === "" ? "passes" : "is refused"}`, () => {
    const findings = checkEnglish({ path: "src/coding/a.ts", text }, DECLARED);
    assert.equal(findings.map((each) => each.message.split(": ")[1]).join(), words);
  });
}

test("words of the language may stand in tests and in rooms that read none", () => {
  const text = 'const SAY = ["say", "tell", "report"];';
  assert.deepEqual(checkEnglish({ path: "src/coding/a.test.ts", text }, DECLARED), []);
  assert.deepEqual(checkEnglish({ path: "src/views/a.ts", text }, DECLARED), []);
});

test("the clock, chance and the environment are refused in a pure room only", () => {
  for (const text of ["const t = Date.now();", "new Date();", "Math.random()", "process.env.X"]) {
    assert.equal(checkPurity({ path: "src/linking/a.ts", text }).length, 1, text);
    assert.equal(checkPurity({ path: "src/record/a.ts", text }).length, 0, text);
  }
  for (const text of ["new Date(0);", "steps.process.run();", '"process."', "// Date.now()"]) {
    assert.equal(checkPurity({ path: "src/linking/a.ts", text }).length, 0, text);
  }
});

test("400 lines pass with a warning, 401 do not", () => {
  const file = (lines: number) => ({ path: "src/coding/a.ts", text: "x\n".repeat(lines) });
  assert.deepEqual([checkLength(file(200)).warnings.length, checkLength(file(201)).warnings.length], [0, 1]);
  assert.deepEqual([checkLength(file(400)).faults.length, checkLength(file(401)).faults.length], [0, 1]);
  assert.equal(checkLength({ ...file(900), path: "src/knowledge/a.generated.ts" }).faults.length, 0);
});

test("a machine's path and a registry's address are refused, a relative path and a URL are not", () => {
  const lines = (text: string, path = "docs/a.md") =>
    checkStrayPaths({ path, text }).map((each) => each.line);
  assert.deepEqual(lines(`see ${["", "work", "main"].join("/")}`), [1]);
  assert.deepEqual(lines(`ok\n"${["", "tmp", "x.db"].join("/")}"`), [2]);
  assert.deepEqual(lines(["https:", "", "registry.example.org", "x"].join("/")), [1]);
  assert.deepEqual(lines("https://example.org/work/x.html ../tmp/x ./home/y src/home/z"), []);
  assert.deepEqual(lines(`  "${"resolved"}": "x"`, "package-lock.json"), [1]);
});
