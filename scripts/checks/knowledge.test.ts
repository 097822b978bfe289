/** The knowledge check on small trees, each of which breaks one rule. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { generateTypes, typesAreFresh } from "../generate-types.ts";
import { ROOT } from "./finding.ts";
import { checkKnowledgeFiles } from "./knowledge-schema.ts";
import { checkModelCards } from "./model-cards.ts";
import { checkReferences } from "./references.ts";
import { checkProofs } from "./rule-proofs.ts";

const SCHEMA = JSON.stringify({
  title: "Rule: knowledge/rules/coding/*.jsonl, knowledge/names.tsv",
  type: "object",
  required: ["id"],
  additionalProperties: false,
  properties: { id: { type: "string" }, examples: {}, counterExamples: {}, name: { minLength: 1 } },
});

/** What `look` sees in a tree with these files. */
function inTree<T>(files: Readonly<Record<string, string>>, look: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), "chancery-"));
  try {
    for (const [path, text] of Object.entries({ "knowledge/schema/rule.json": SCHEMA, ...files })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return look(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Messages of the check on a tree with these files. */
function check(files: Readonly<Record<string, string>>): string[] {
  return inTree(files, (root) =>
    checkKnowledgeFiles(root).findings.map((each) => `${each.path}:${each.line} ${each.message}`),
  );
}

const FILE = "knowledge/rules/coding/a.jsonl";

test("files that fit their schema pass", () => {
  assert.deepEqual(
    check({ [FILE]: '{"id":"coding/a"}\n\n{"id":"coding/b"}\n', "knowledge/names.tsv": "id\tname\nx\ty\n" }),
    [],
  );
});

/** why, path, text, complaint */
const BROKEN = [
  [
    "an entry that does not fit",
    FILE,
    '{"id":"coding/a"}\n{"id":"coding/b","x":1}',
    `${FILE}:2 entry must NOT have additional`,
  ],
  ["a line that is no JSON", FILE, "{", `${FILE}:1 is not JSON`],
  [
    "a file without a schema",
    "knowledge/other/a.jsonl",
    "{}",
    "knowledge/other/a.jsonl:0 no schema governs it",
  ],
  ["a malformed id", FILE, '{"id":"coding a"}', `${FILE}:1 malformed id`],
  [
    "an id that stands twice",
    FILE,
    '{"id":"coding/a"}\n{"id":"coding/a"}',
    `${FILE}:2 id coding/a stands already at ${FILE}:1`,
  ],
  [
    "a table row with a cell too many",
    "knowledge/names.tsv",
    "id\tname\nx\ty\tz",
    "knowledge/names.tsv:2 entry must NOT",
  ],
  ["a table row with an empty name", "knowledge/names.tsv", "id\tname\nx\t\n", "knowledge/names.tsv:2 /name"],
  [
    "a schema that governs nothing",
    "knowledge/schema/b.json",
    '{"title":"Nothing"}',
    "knowledge/schema/b.json:0 its title names no file",
  ],
] as const;

for (const [why, path, text, complaint] of BROKEN) {
  test(`${why} is found`, () => {
    const messages = check({ [path]: text });
    assert.ok(
      messages.length === 1 && messages[0]!.startsWith(complaint),
      messages.join("\n") || "no finding",
    );
  });
}

const rule = (value: object) => ({ path: FILE, line: 1, value: { ...value } });
const PROVED = { id: "coding/a", examples: ["x"], counterExamples: ["y"] };
const runner = (run: () => readonly string[]) => [{ folder: "rules/coding/", load: async () => run }];
const messagesOf = async (value: object, run: () => readonly string[]) =>
  (await checkProofs([rule(value)], runner(run))).findings.map((each) => each.message);

test("a rule whose examples hold passes", async () => {
  assert.deepEqual(await messagesOf(PROVED, () => []), []);
});

test("a rule is found whose example fails, whose engine breaks, or that has none", async () => {
  assert.deepEqual(await messagesOf(PROVED, () => ["example is silent"]), ["coding/a: example is silent"]);
  assert.deepEqual(
    await messagesOf(PROVED, () => {
      throw new Error("no tree");
    }),
    ["coding/a: breaks its engine: no tree"],
  );
  assert.deepEqual(await messagesOf({ id: "coding/a", examples: ["x"] }, () => []), [
    "coding/a: has no counterExamples",
  ]);
});

test("rules that nobody proves, and runners that cannot be loaded, are found", async () => {
  assert.match((await checkProofs([rule(PROVED)], [])).findings[0]!.message, /no runner/);
  const broken = [{ folder: "rules/coding/", load: () => Promise.reject(new Error("gone")) }];
  assert.match((await checkProofs([rule(PROVED)], broken)).findings[0]!.message, /cannot be loaded: gone/);
});

test("generated types are stale after a change of the ontology", () => {
  assert.equal(typesAreFresh(ROOT), true);
  assert.match(generateTypes(ROOT), /"THREATEN",\n/);
});

test("a model without card, with a changed file or with one more is found", () => {
  const digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"; // of "x"
  const card = (sha256: string) => JSON.stringify({ files: [{ file: "weights.bin", sha256 }] });
  const messages = (files: Readonly<Record<string, string>>) =>
    inTree(files, (root) => checkModelCards(root).map((each) => each.message));
  const path = "knowledge/models/m";
  assert.deepEqual(messages({ [`${path}/weights.bin`]: "x", [`${path}/card.json`]: card(digest) }), []);
  assert.deepEqual(messages({ [`${path}/weights.bin`]: "x" }), ["the model has no card.json"]);
  assert.match(
    messages({ [`${path}/weights.bin`]: "y", [`${path}/card.json`]: card(digest) })[0]!,
    /differs/,
  );
  assert.match(messages({ [`${path}/card.json`]: card(digest) })[0]!, /absent/);
  const more = {
    [`${path}/weights.bin`]: "x",
    [`${path}/more.bin`]: "",
    [`${path}/card.json`]: card(digest),
  };
  assert.deepEqual(messages(more), ["the card does not name it"]);
});

/** file, entry, complaint (empty: none) */
const REFERENCES = [
  ["rules/coding/a.jsonl", { gives: "CONSULT/phone", cameo: "041", context: ["diplomatic"] }, ""],
  ["rules/coding/a.jsonl", { gives: "CONSULT/riot" }, "gives: no mode CONSULT/riot"],
  ["rules/coding/a.jsonl", { gives: "YIELD" }, "gives: no event type YIELD"],
  ["rules/coding/a.jsonl", { gives: "AID", cameo: "079" }, "cameo: no CAMEO code 079"],
  ["rules/coding/a.jsonl", { gives: "AID", context: ["humanitarian"] }, "context: no context humanitarian"],
  ["lexicon/en/agents.jsonl", { sector: "ABC" }, "sector: no sector ABC"],
  ["gazetteer/terms.tsv", { person: "person/Q1" }, "person: no entry person/Q1"],
] as const;

for (const [file, value, complaint] of REFERENCES) {
  test(`references of ${JSON.stringify(value)} ${complaint === "" ? "hold" : "lead nowhere"}`, () => {
    const findings = checkReferences([{ path: `knowledge/${file}`, line: 1, value }]);
    assert.equal(findings.map((each) => each.message).join(), complaint);
  });
}
