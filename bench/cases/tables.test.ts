/** The tables of cases/ keep their own promises: columns, ids, codes, events, balance. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isDay } from "../../src/base/index.ts";
import { knowledgePath, loadOntology } from "../../src/knowledge/index.ts";
import { partiesRight, sectorsRight } from "./match-parties.ts";
import { EVENT_COLUMNS, MODALITY_COLUMNS, PARTY_COLUMNS, readTable } from "./read-table.ts";

const modality = readTable("modality", MODALITY_COLUMNS);
const events = readTable("events", EVENT_COLUMNS);
const parties = readTable("parties", PARTY_COLUMNS);
const ontology = loadOntology();
const types = new Map(ontology.events.map((event) => [event.type as string, event]));
const factualities = new Set(["actual", "future", "hypothetical", "negation", "historical"]);
const sectors = new Set(ontology.sectors.map((entry) => entry.sector as string));

const known = new Set([
  ...ontology.actorCodes.map((entry) => entry.code),
  ...readFileSync(knowledgePath("gazetteer", "states.tsv"), "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t")[2]!),
]);

const countBy = <T>(list: readonly T[], key: (one: T) => string) =>
  new Map([...Map.groupBy(list, key)].map(([name, group]) => [name, group.length]));

test("ids are unique and sentences stand once", () => {
  const rows = [...modality, ...events, ...parties];
  assert.equal(new Set(rows.map((row) => row.id)).size, rows.length);
  const texts = rows.map((row) => row.text);
  const twice = texts.filter((text, i) => texts.indexOf(text) !== i);
  assert.deepEqual(twice, []);
  for (const row of rows) {
    assert.match(row.id, /^(modality|events|parties)\/[a-z-]+-\d+$/);
    assert.ok(row.text.length > 10 && row.text === row.text.trim() && row.why.length > 0, row.id);
  }
});

test("modality: events, factualities and contents are known, alternatives go in pairs", () => {
  for (const row of modality) {
    const asked = row.event.split("|");
    assert.equal(asked.length, row.factuality.split("|").length, row.id);
    for (const event of asked) assert.ok(types.has(event), `${row.id} ${event}`);
    for (const one of row.factuality.split("|")) assert.ok(factualities.has(one), `${row.id} ${one}`);
    assert.ok(row.content_event === "-" || types.has(row.content_event), `${row.id} ${row.content_event}`);
  }
});

test("modality: every family and class is large enough to measure", () => {
  const families = countBy(modality, (row) => row.family);
  assert.equal(families.size, 17);
  for (const [family, count] of families) assert.ok(count >= 25, `${family} ${count}`);
  const classes = countBy(modality, (row) => row.factuality.split("|")[0]!);
  for (const one of ["negation", "hypothetical", "historical"]) assert.ok(classes.get(one)! >= 60, one);
  assert.ok(classes.get("future")! >= 40);
});

test("events: every type often, every mode twice, halves by row number", () => {
  const counts = countBy(events, (row) => row.event);
  for (const type of types.keys()) assert.ok((counts.get(type) ?? 0) >= 22, type);
  assert.ok(counts.get("-")! >= 60);
  events.forEach((row, i) => {
    assert.equal(row.half, (i + 1) % 2 === 0 ? "dev" : "held", row.id);
  });
  for (const type of types.values())
    for (const mode of type.modes) {
      const rows = events.filter((row) => row.event === type.type && row.mode.split("|")[0] === mode.mode);
      assert.ok(rows.length >= 2, `${type.type}/${mode.mode} ${rows.length}`);
    }
});

test("events: modes belong to the row's event", () => {
  for (const row of events) {
    const modes = new Set(types.get(row.event)?.modes.map((mode) => mode.mode as string));
    for (const mode of row.mode.split("|")) assert.ok(mode === "-" || modes.has(mode), `${row.id} ${mode}`);
  }
});

test("events and parties: codes and sectors are known and stand in the same number", () => {
  for (const row of [...events, ...parties]) {
    for (const event of row.event.split("|")) assert.ok(event === "-" || types.has(event), row.id);
    for (const side of ["actor", "recipient"] as const) {
      const codes = row[`${side}_codes`].split("|");
      const given = row[`${side}_sectors`].split("|");
      if (given.length === 1 && given[0] === "?") continue;
      assert.equal(given.length, codes.length, `${row.id} ${side}`);
      codes.forEach((reading, i) => {
        if (reading === "-") assert.equal(given[i], "-", row.id);
        for (const code of reading.split("+"))
          assert.ok(code === "-" || code === "?" || known.has(code), `${row.id} ${code}`);
        if (given[i] === "?") return;
        assert.equal(given[i]!.split("+").length, reading.split("+").length, `${row.id} ${side}`);
        for (const sector of given[i]!.split(/[+/]/))
          assert.ok(sector === "-" || sector === "?" || sectors.has(sector), `${row.id} ${sector}`);
      });
    }
  }
});

test("parties: dated, named where an office is meant", () => {
  assert.ok(parties.length >= 120);
  for (const row of parties) assert.ok(isDay(row.date), row.id);
  const offices = parties.filter((row) => row.family === "office-dated");
  for (const row of offices) assert.notEqual(row.actor_names, "-", row.id);
});

test("matching tells right parties from swapped, missed and invented ones", () => {
  const actor = (code: string, sector: "GOV" | "MIL") =>
    ({ code, sector, name: null, id: null, entityText: code }) as const;
  const mention = (event: string, from: string[], to: string[]) =>
    ({
      event,
      actor: from.map((code) => actor(code, "GOV")),
      recipient: to.map((code) => actor(code, "MIL")),
    }) as unknown as Parameters<typeof partiesRight>[1];
  const row = (from: string, to: string) => ({
    actor_codes: from,
    actor_sectors: "GOV",
    recipient_codes: to,
    recipient_sectors: "GOV/MIL",
  });
  assert.ok(partiesRight(row("RUS", "UKR"), mention("ASSAULT", ["RUS"], ["UKR"])));
  assert.ok(!partiesRight(row("RUS", "UKR"), mention("ASSAULT", ["UKR"], ["RUS"])));
  assert.ok(!partiesRight(row("RUS", "UKR"), mention("ASSAULT", ["RUS"], [])));
  assert.ok(!partiesRight(row("RUS", "-"), mention("ASSAULT", ["RUS"], ["UKR"])));
  assert.ok(partiesRight(row("RUS", "-|UKR"), mention("ASSAULT", ["RUS"], ["UKR"])));
  assert.ok(partiesRight(row("EGY+JOR", "-"), mention("CONSULT", ["EGY"], ["JOR"])));
  assert.ok(!partiesRight(row("EGY+JOR", "-"), mention("AID", ["EGY"], ["JOR"])));
  assert.deepEqual(sectorsRight(row("RUS", "UKR"), mention("ASSAULT", ["RUS"], ["UKR"])), {
    right: 2,
    judged: 2,
  });
});
