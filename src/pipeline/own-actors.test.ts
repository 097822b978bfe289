import assert from "node:assert/strict";
import { test } from "node:test";
import { readActors } from "../knowledge/actors/read-actors.ts";
import { actorsOf, coderName } from "./coder.ts";
import { createStages } from "./stages.ts";

const STATES = [
  { code: "ZBR", name: "Zubrovka", adjectives: ["Zubrovkan"], people: ["Zubrovkans"], capitals: ["Lutz"] },
  {
    code: "FRD",
    name: "Freedonia",
    adjectives: ["Freedonian"],
    people: ["Freedonians"],
    capitals: ["Fredville"],
  },
  { kind: "place", name: "Nebelsbad", state: "ZBR", lat: 48.1, lon: 16.3 },
  {
    kind: "person",
    name: "Jane Doe",
    code: "ZBR",
    gender: "female",
    terms: [{ title: "President", start: "2010" }],
  },
];
const DATED = `JOAN_ROE_
\t[ZBRGOV 20100101-20141231]
\t[ZBROPP <20091231]
WARDEN {WARDENS} [~COP]
`;
const files = [
  { file: "states.jsonl", text: STATES.map((one) => JSON.stringify(one)).join("\n") },
  { file: "dated.actors", text: DATED },
];
const { actors, problems } = readActors(files);
const stages = await createStages(actors);

function coded(text: string, date = "2012-03-06"): string[] {
  const { coded } = stages.code(stages.bareReport({ id: null, text, date }));
  const codes = (parties: readonly { code: string | null }[]) => parties.map(({ code }) => code).join(",");
  return coded.mentions.map(
    ({ event, actor, recipient }) => `${event} ${codes(actor)} > ${codes(recipient)}`,
  );
}

/** As real states and cities are coded; the same sentences with Kenya and France give the same. */
const TABLE: readonly (readonly [text: string, expect: string])[] = [
  ["Zubrovka expelled two Freedonian diplomats on Friday.", "SANCTION ZBR > FRD"],
  ["Lutz accused Fredville of lying.", "ACCUSE ZBR > FRD"],
  ["Freedonian jets bombed Nebelsbad on Monday.", "ASSAULT FRD > ZBR"],
  ["Freedonian troops shelled a Zubrovkan village.", "ASSAULT FRD > ZBR"],
  ["President Jane Doe met the Freedonian foreign minister in Lutz.", "CONSULT ZBR,FRD > "],
  ["The Zubrovkan president visited Freedonia.", "CONSULT ZBR > FRD"],
  ["Zubrovkan wardens detained a Freedonian journalist.", "COERCE ZBR > FRD"],
];

test("invented states and cities code as real ones do", () => {
  assert.deepEqual(problems, []);
  for (const [text, expect] of TABLE) assert.deepEqual(coded(text).slice(0, 1), [expect], text);
});

test("the same sentences with real states give the same events", async () => {
  const real = await createStages();
  const swap: Readonly<Record<string, string>> = {
    Zubrovkan: "Kenyan",
    Zubrovka: "Kenya",
    Freedonian: "French",
    Freedonia: "France",
    Lutz: "Nairobi",
    Fredville: "Paris",
  };
  for (const [text] of TABLE.slice(0, 4)) {
    const words = text.replaceAll(/Zubrovkan?|Freedonian?|Lutz|Fredville/g, (word) => swap[word]!);
    const { mentions } = real.code(real.bareReport({ id: null, text: words, date: "2012-03-06" })).coded;
    assert.equal(mentions[0]?.event, coded(text)[0]?.split(" ")[0], words);
  }
});

test("a dated code holds on its days, and on others there is none", () => {
  const sectorOn = (date: string) => {
    const text = "Joan Roe criticised Freedonia.";
    const { coded } = stages.code(stages.bareReport({ id: null, text, date }));
    return coded.mentions[0]?.actor.map(({ code, sector }) => `${code}:${sector}`).join();
  };
  assert.equal(sectorOn("2012-03-06"), "ZBR:GOV");
  assert.equal(sectorOn("2008-03-06"), "ZBR:OPP");
  assert.equal(sectorOn("2016-03-06"), "null:null");
});

test("a name that the gazetteer has is the user's", async () => {
  const own = readActors([
    { file: "own", text: '{"kind":"person","name":"Angela Merkel","code":"ZBR","sector":"BUS"}' },
  ]);
  const { coded } = (await createStages(own.actors)).code(
    stages.bareReport({ id: null, text: "Angela Merkel criticised Russia.", date: "2012-03-06" }),
  );
  assert.deepEqual(
    coded.mentions[0]?.actor.map(({ code, sector }) => [code, sector]),
    [["ZBR", "BUS"]],
  );
});

test("the coder's name tells the actors", () => {
  assert.equal(actorsOf(coderName(actors)), actors.hash);
  assert.equal(actorsOf(coderName()), null);
});
