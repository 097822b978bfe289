import assert from "node:assert/strict";
import { test } from "node:test";
import { inflect } from "./inflect.ts";
import { parsePattern } from "./pattern.ts";

const CLASSES = new Map([["aid", ["food", "relief"]]]);

test("parsePattern reads subject, trigger, object class and preposition", () => {
  const frame = parsePattern("ACTOR cut|slash [<aid>] to|for RECIPIENT?", CLASSES);
  assert.deepEqual(frame.triggers, ["cut", "slash"]);
  assert.equal(frame.pos, "v");
  assert.deepEqual(
    frame.slots.map((slot) => [slot.where, slot.role, slot.optional, [...slot.prepositions].join("|")]),
    [
      ["subject", "ACTOR", false, ""],
      ["object", null, false, ""],
      ["oblique", "RECIPIENT", true, "to|for"],
    ],
  );
  assert.ok(frame.slots[1]!.term!.words!.has("food"));
});

const FORMS = [
  ["<aid>:n to RECIPIENT", "n", ["food", "relief"]],
  ["ACTOR critical:a of RECIPIENT", "a", ["critical"]],
  ["ACTOR must:x RECIPIENT", "x", ["must"]],
  ["ACTOR call_off [talk]", "v", ["call_off"]],
] as const;

for (const [pattern, pos, triggers] of FORMS) {
  test(`parsePattern gives "${pattern}" its part of speech and triggers`, () => {
    const frame = parsePattern(pattern, CLASSES);
    assert.equal(frame.pos, pos);
    assert.deepEqual(frame.triggers, triggers);
  });
}

test("parsePattern marks parties, absent objects and excluded classes", () => {
  const [, strict] = parsePattern("ACTOR meet RECIPIENT!", CLASSES).slots;
  const [, loose] = parsePattern("ACTOR praise RECIPIENT~", CLASSES).slots;
  const [, none] = parsePattern("ACTOR meet [-]", CLASSES).slots;
  const [state] = parsePattern("ACTOR@ protest", CLASSES).slots;
  const [, other] = parsePattern("ACTOR strike RECIPIENT[!<aid>]", CLASSES).slots;
  assert.deepEqual(
    [strict!.party, loose!.party, state!.party, none!.absent, other!.term!.not],
    ["actor", "owned", "government", true, true],
  );
});

for (const [pattern, why] of [
  ["ACTOR RECIPIENT", "has no trigger"],
  ["ACTOR speak to", "ends in a preposition"],
  ["ACTOR cut [<nothing>]", "no class"],
  ["ACTOR cut:z", "no part of speech"],
] as const) {
  test(`parsePattern refuses "${pattern}"`, () => {
    assert.throws(() => parsePattern(pattern, CLASSES), {
      code: "coding/bad-pattern",
      message: new RegExp(why),
    });
  });
}

const INFLECTED = [
  ["ban", "v", ["bans", "banned", "banning"]],
  ["seize", "v", ["seizes", "seized", "seizing"]],
  ["ratify", "v", ["ratifies", "ratified", "ratifying"]],
  ["embassy", "n", ["embassies"]],
  ["siege", "n", ["sieges"]],
] as const;

for (const [lemma, pos, forms] of INFLECTED) {
  test(`inflect gives ${lemma} the forms ${forms.join(", ")}`, () => {
    const all = inflect(lemma, pos, new Map());
    for (const form of forms) assert.ok(all.includes(form), `${form} is missing from ${all.join(" ")}`);
  });
}

test("inflect takes irregular forms in place of -ed", () => {
  const all = inflect("strike", "v", new Map([["v:strike", ["struck"]]]));
  assert.ok(all.includes("struck") && all.includes("striking") && !all.includes("striked"));
});
