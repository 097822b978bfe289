import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGazetteer } from "./index.ts";

const gazetteer = loadGazetteer();

/** "words=id:use" of each match's first candidate, "?" where uncertain. */
function matched(sentence: string): string[] {
  const words = sentence.split(" ");
  return gazetteer.match(words).map(({ first, last, candidates }) => {
    const best = candidates[0]!;
    return `${words.slice(first, last).join(" ")}=${best.id}:${best.use}${best.uncertain ? "?" : ""}`;
  });
}

const CASES: readonly (readonly [sentence: string, ...matches: string[]])[] = [
  ["The Kremlin denied it", "Kremlin=state/RUS:seat"],
  ["the Élysée and the Elysee", "Élysée=state/FRA:seat", "Elysee=state/FRA:seat"],
  ["Foggy Bottom", "Foggy Bottom=state/USA:seat"],
  ["the Quai d'Orsay", "Quai d'Orsay=state/FRA:seat"],
  ["the Pentagon", "Pentagon=org/us-department-of-defense:name"],
  ["Russians met North Korean envoys", "Russians=state/RUS:people", "North Korean=state/PRK:adjective"],
  ["in the U.S. and the DPRK", "U.S.=state/USA:abbreviation", "DPRK=state/PRK:abbreviation"],
  ["u.s. sanctions", "u.s.=state/USA:abbreviation"],
  ["us sanctions", "us=state/USA:abbreviation?"],
  ["russian troops in syria", "russian=state/RUS:adjective", "syria=state/SYR:name"],
  ["TURKEY WARNS US", "TURKEY=state/TUR:name?", "US=state/USA:abbreviation?"],
  ["Moscow's reply", "Moscow's=state/RUS:seat"],
  ["Moscow 's reply", "Moscow=state/RUS:seat"],
  ["Democratic Republic of the Congo", "Democratic Republic of the Congo=state/COD:name"],
  ["South Ossetia and Kosovo", "South Ossetia=territory/OST:name", "Kosovo=state/KOS:name"],
  ["UN Security Council", "UN Security Council=org/un-security-council:name"],
  ["WHO said the IS group", "WHO=org/who:abbreviation", "IS=org/islamic-state:abbreviation"],
  ["the New York Times", "the New York Times=org/new-york-times:name"],
  ["al-Shabaab and Al Shabaab", "al-Shabaab=org/al-shabaab:name", "Al Shabaab=org/al-shabaab:name"],
  ["South China Sea", "South China Sea=place/south-china-sea:name"],
  ["Sergei Lavrov", "Sergei Lavrov=person/Q58217:name"],
  ["Donald J. Trump", "Donald J. Trump=person/Q22686:name"],
  ["Mr Trump", "Trump=person/Q22686:surname"],
  ["Erdoğan or Erdogan", "Erdoğan=person/Q39259:surname", "Erdogan=person/Q39259:surname"],
  ["Xi said", "Xi=person/Q15031:surname"],
  ["von der Leyen", "von der Leyen=person/ursula-von-der-leyen:surname"],
  ["the Trump-Putin summit", "Trump-Putin=person/Q22686:surname?", "Trump-Putin=person/Q7747:surname?"],
  ["May said", "May=person/Q264766:surname?"],
  ["told them"],
  ["who is it"],
  ["polish the china"],
  ["the turkey dinner"],
  ["a split over trump cards"],
  ["he may like rice"],
];

for (const [sentence, ...matches] of CASES)
  test(`matches ${matches.length === 0 ? "nothing" : "names"} in "${sentence}"`, () => {
    assert.deepEqual(matched(sentence), matches);
  });

test("finds a name whether its hyphen is missing, in a word or a word of its own", () => {
  for (const name of ["Kim Jong Un", "Kim Jong-un", "Kim Jong - un", "KIM JONG UN", "kim jong un"])
    assert.deepEqual(matched(name), [`${name}=person/Q56226:name`]);
});

test("finds both names that a hyphen joins in one word", () => {
  assert.deepEqual(matched("US-Russia talks"), [
    "US-Russia=state/USA:abbreviation",
    "US-Russia=state/RUS:name",
  ]);
  assert.deepEqual(matched("Hong Kong-based"), ["Hong Kong-based=territory/HKG:name"]);
});

test("gives a capital as seat of its government and as place, states before places before persons", () => {
  const [washington] = gazetteer.match(["Washington"]);
  assert.deepEqual(washington!.candidates.slice(0, 2), [
    { id: "state/USA", use: "seat" },
    { id: "place/washington", use: "name" },
  ]);
});

test("gives matches in order and without overlap of pieces", () => {
  const words = "China and South Korea met Kim Jong Un in New York City".split(" ");
  const spans = gazetteer.match(words).map(({ first, last }) => [first, last]);
  assert.deepEqual(spans, [
    [0, 1],
    [2, 4],
    [5, 8],
    [9, 12],
  ]);
});

test("takes time in proportion to the words, in capitals too", () => {
  const words = Array.from(
    { length: 100_000 },
    (_, at) => ["TRUMP", "MAY", "SEE", "US", "IN", "CHINA"][at % 6]!,
  );
  const before = process.cpuUsage();
  const matches = gazetteer.match(words);
  assert.ok(matches.length > 50_000);
  assert.ok(process.cpuUsage(before).user < 2_000_000);
});
