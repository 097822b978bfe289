import assert from "node:assert/strict";
import { test } from "node:test";
import { CONTEXTS, EVENT_TYPES, SECTORS } from "./ontology.generated.ts";
import { loadOntology } from "./ontology.ts";

const ontology = loadOntology();

test("every event type, context and sector of the unions is held once", () => {
  assert.deepEqual(
    ontology.events.map((entry) => entry.type),
    [...EVENT_TYPES],
  );
  assert.deepEqual(
    ontology.contexts.map((entry) => entry.context),
    [...CONTEXTS],
  );
  assert.deepEqual(
    ontology.sectors.map((entry) => entry.sector),
    [...SECTORS],
  );
  assert.equal(EVENT_TYPES.length, 16);
  assert.equal(CONTEXTS.length, 37);
});

test("scores and quads follow the manual with decision 0004", () => {
  assert.equal(ontology.score("CONSULT"), 2.5);
  assert.equal(ontology.score("CONSULT", ["visit"]), 4);
  assert.equal(ontology.score("ACCUSE"), -3);
  assert.equal(ontology.score("PROTEST", ["vandalize"]), -5);
  assert.equal(ontology.score("ASSAULT", ["beat", "firearms"]), -9, "the strongest mode counts");
  assert.equal(ontology.score("AGREE", ["visit"]), 2.5, "a mode of another event does not count");
  assert.equal(ontology.quad("SANCTION"), 4);
  assert.equal(ontology.quad("REQUEST"), 3);
});

test("cooperation scores are positive, conflict ones are not, but for asking help", () => {
  for (const entry of ontology.events) {
    for (const { mode, score } of [{ mode: "", score: entry.score }, ...entry.modes]) {
      const name = `${entry.type}/${mode}`;
      if (entry.quad <= 2) assert.ok(score > 0, name);
      else assert.ok(score <= 0 || name === "REQUEST/assist", name);
    }
  }
});

test("modes belong to their event", () => {
  assert.equal(ontology.isMode("THREATEN", "expel"), true);
  assert.equal(ontology.isMode("AGREE", "expel"), false);
  assert.equal(ontology.isEvent("YIELD"), false);
  assert.deepEqual(ontology.modesOf("REQUEST"), ["assist", "change", "yield", "meet"]);
});

/** event, mode, content, CAMEO code */
const CHOICES = [
  ["THREATEN", "expel", "SANCTION/expel", "1313"],
  ["CONSULT", "phone", "", "041"],
  ["AGREE", "", "CONSULT", "036"],
  ["AGREE", "", "", "030"],
  ["CONCEDE", "", "RETREAT/ceasefire", "0871"],
  ["THREATEN", "restrict", "SANCTION/discontinue", "1312"],
  ["THREATEN", "violence", "ASSAULT/unconventional", "1385"],
  ["REQUEST", "yield", "RETREAT/release", "1053"],
  ["REQUEST", "change", "RETREAT/resign", "104"],
  ["SANCTION", "discontinue", "", "163"],
] as const;

for (const [event, mode, content, code] of CHOICES) {
  test(`CAMEO code of ${event}/${mode} about ${content || "nothing"} is ${code}`, () => {
    const [contentEvent, contentMode] = content.split("/");
    const about = content === "" ? null : { event: contentEvent, mode: contentMode ? [contentMode] : [] };
    assert.equal(ontology.cameoFor(event, mode === "" ? [] : [mode], about as never), code);
  });
}

/** Modes for which CAMEO has no code of its own: the code chosen says less. */
const COARSER = new Set(
  `ACCUSE CONSULT/multilateral RETREAT/resign THREATEN/arrest THREATEN/expel PROTEST/strike PROTEST/vandalize
   MOBILIZE/weapons MOBILIZE/militia COERCE/censor COERCE/withhold COERCE/misinformation COERCE/cyber
   ASSAULT/primitive ASSAULT/drone`.split(/\s+/),
);

test("every event and mode has a CAMEO code that leads back to it, or is known as coarser", () => {
  for (const { type, modes } of ontology.events) {
    for (const mode of [null, ...modes.map((each) => each.mode)]) {
      const entry = ontology.cameoEntry(ontology.cameoFor(type, mode === null ? [] : [mode]));
      assert.ok(entry !== null, `${type}/${mode}`);
      const back = entry.event === type && entry.mode === mode;
      assert.equal(
        back,
        !COARSER.has(mode === null ? type : `${type}/${mode}`),
        `${type}/${mode} → ${entry.code}`,
      );
    }
  }
});

test("formal sanctions are SANCTION/discontinue, convictions SANCTION/convict, apologies CONCEDE", () => {
  const coded = (code: string) => `${ontology.cameoEntry(code)?.event}/${ontology.cameoEntry(code)?.mode}`;
  assert.equal(coded("163"), "SANCTION/discontinue");
  assert.equal(coded("116"), "SANCTION/convict");
  assert.equal(coded("055"), "CONCEDE/null");
});

test("every CAMEO row names modes of its own event, and every repair its reason", () => {
  for (const entry of ontology.cameo) {
    if (entry.mode !== null) assert.ok(ontology.isMode(entry.event!, entry.mode), entry.code);
    if (entry.repair !== null) assert.ok(entry.repair.length > 10, entry.code);
  }
  assert.equal(ontology.cameoEntry("999"), null);
});

test("the tables are frozen", () => {
  assert.throws(() => (ontology.events as unknown[]).push(1), TypeError);
  assert.throws(() => Object.assign(ontology.events[0]!.modes, { length: 0 }), TypeError);
});
