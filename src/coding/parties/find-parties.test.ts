/**
 * Who does it and to whom, in sentences where the tree alone does not say.
 * Skips with a line where the models of the language room have not been trained.
 */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { knowledgePath } from "../../knowledge/dir.ts";

const trained = existsSync(knowledgePath("models", "parser", "weights.bin"));
const skip = trained ? false : "the models of the language room are not trained";
const tools = trained ? await (await import("../../../scripts/coding-tools.ts")).openCodingTools() : null;

/** text, event, actors, recipients, why */
const CASES = [
  [
    "Monks marched in Paris to denounce Turkey.",
    "PROTEST",
    "FRA",
    "TUR",
    "whom a march is against, not where it is",
  ],
  ["Kenya hosted the president of Ghana.", "CONSULT", "GHA+KEN", "", "who hosts is an actor too"],
  ["Two journalists were arrested in Chad on Monday.", "COERCE", "TCD", "TCD", "the state where it was done"],
  [
    "Two envoys of Peru have been expelled from Chad.",
    "SANCTION",
    "TCD",
    "PER",
    "the state they had to leave",
  ],
  ["Norway gave ten million euros to feed refugees in Chad.", "AID", "NOR", "TCD", "whom the act is for"],
  ["Sweden sold Hungary four jets.", "COOPERATE", "SWE", "HUN", "the first of two objects gets it"],
  [
    "The United States is the largest donor to Somalia.",
    "AID",
    "USA",
    "SOM",
    "the subject of a predicate noun",
  ],
  [
    "Peru's president said here Friday that Chile must withdraw its troops.",
    "REQUEST",
    "PER",
    "CHL",
    "clause behind a day",
  ],
  [
    "Norway called Thursday on Iran to release two sailors.",
    "REQUEST",
    "NOR",
    "IRN",
    "a day between verb and preposition",
  ],
  ["Ghana imposed a ban on Libyan ally Chad.", "COERCE", "GHA", "TCD", "the name that a noun describes"],
  ["Two Kenyan soldiers killed in southern Somalia", "ASSAULT", "", "KEN", "a headline without auxiliary"],
  [
    "Two Kenyan inspectors were refused entry by Iran.",
    "REJECT",
    "IRN",
    "KEN",
    "the subject of a passive with an object",
  ],
  ["Norway recognised a Palestinian state.", "SUPPORT", "NOR", "PSE", "a state that an adjective names"],
  [
    "Ghana expelled the envoy of Chad and accused it of arming rebels.",
    "ACCUSE",
    "GHA",
    "TCD",
    "a pronoun is not the subject of the verb before",
  ],
] as const;

for (const [text, event, actor, recipient, why] of CASES) {
  test(`${why}: "${text}"`, { skip }, () => {
    const mention = tools!.codeText(text).mentions.find((one) => one.event === event);
    assert.ok(mention, `no ${event}`);
    const codes = (list: typeof mention.actor) => list.map((one) => one.code).join("+");
    assert.deepEqual([codes(mention.actor), codes(mention.recipient)], [actor, recipient]);
  });
}

test("nobody is made the doer of what happens in a place", { skip }, () => {
  const [mention] = tools!.codeText("Two soldiers were killed in Chad on Monday.").mentions;
  assert.deepEqual(mention?.actor ?? [], []);
});

test("a state goes before a region of its name unless the report names the region's state", { skip }, () => {
  const actorOf = (text: string) => tools!.codeText(text).mentions[0]?.actor[0]?.code;
  assert.equal(actorOf("Police in Georgia arrested 30 protesters."), "GEO");
  assert.equal(actorOf("Police in Atlanta, Georgia, arrested 30 protesters."), "USA");
  assert.equal(actorOf("The United States reacted. Police in Georgia arrested 30 protesters."), "USA");
});

test("people of several states or of another are lent no state", { skip }, () => {
  const codesOf = (text: string) =>
    tools!.codeText(text).mentions.flatMap((one) => [...one.actor, ...one.recipient].map(({ code }) => code));
  assert.deepEqual(codesOf("A European official condemned Tunisia."), [null, "TUN"]);
  assert.deepEqual(codesOf("Tunisia expelled a delegation of European lawmakers."), ["TUN", null]);
  assert.deepEqual(codesOf("Foreign troops attacked a village in Chad.")[0], null);
  assert.ok(codesOf("Chad closed its border. The foreign minister condemned the rebels.").includes("TCD"));
  assert.ok(!codesOf("Chad is dry. The foreign troops condemned the rebels.").slice(0, 1).includes("TCD"));
});

test("a modal that opens its clause is a condition, not a demand", { skip }, () => {
  const { mentions } = tools!.codeText("Should Armenia attack Georgia, the price of gas would rise.");
  assert.ok(mentions.every((one) => one.event !== "REQUEST"));
});
