import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGazetteer } from "./index.ts";

const gazetteer = loadGazetteer();

/** "words=id:use?" of each match, "?" where uncertain. */
function matched(sentence: string): string[] {
  const words = sentence.split(" ");
  return gazetteer.match(words).map(({ first, last, candidates }) => {
    const best = candidates[0]!;
    return `${words.slice(first, last).join(" ")}=${best.id}:${best.use}${best.uncertain ? "?" : ""}`;
  });
}

test("matches names, adjectives, people, seats and abbreviations", () => {
  assert.deepEqual(matched("The Kremlin and the Russians met North Korean envoys in the U.S."), [
    "Kremlin=state/RUS:seat",
    "Russians=state/RUS:people",
    "North Korean=state/PRK:adjective",
    "U.S.=state/USA:abbreviation",
  ]);
});

test("finds names across hyphens, inside a word or as a word of their own", () => {
  for (const name of ["Kim Jong-un", "Kim Jong - un", "Kim Jong Un", "KIM JONG UN"])
    assert.equal(matched(name)[0], `${name}=person/Q56226:name`);
  assert.deepEqual(matched("US-Russia talks"), [
    "US-Russia=state/USA:abbreviation",
    "US-Russia=state/RUS:name",
  ]);
  assert.deepEqual(matched("Hong Kong-based"), ["Hong Kong-based=territory/HKG:name"]);
});

test("flags lower-case us and passes over ordinary words", () => {
  assert.deepEqual(matched("told us"), ["us=state/USA:abbreviation?"]);
  assert.deepEqual(matched("polish the china after the turkey dinner"), []);
  assert.deepEqual(matched("China and Turkey"), ["China=state/CHN:name", "Turkey=state/TUR:name"]);
});
