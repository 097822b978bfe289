/**
 * Modality of whole sentences, through language, actors and coder: plans of
 * headlines, inversion, denial, doubt, hope, cancellation.
 * Skips with a line where the models of the language room have not been trained.
 */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { knowledgePath } from "../../knowledge/dir.ts";

const trained = existsSync(knowledgePath("models", "parser", "weights.bin"));
const skip = trained ? false : "the models of the language room are not trained";
const tools = trained ? await (await import("../../../scripts/coding-tools.ts")).openCodingTools() : null;

/** text, event that some mention has, its factuality */
const CASES: readonly (readonly [string, string, string])[] = [
  ["Japan to send blankets to Turkey", "AGREE", "actual"],
  ["Had France signed the treaty with Brazil, Germany would have signed it too.", "SUPPORT", "hypothetical"],
  ["Turkey's denial that it had bombed Syria was short.", "ASSAULT", "negation"],
  ["Turkey denied at the time that its troops had bombed Syria.", "ASSAULT", "negation"],
  ["Diplomats doubt that France has met Iran.", "CONSULT", "hypothetical"],
  ["There is no proof that Russia has bombed Georgia.", "ASSAULT", "hypothetical"],
  ["Kenya is not sure that Ethiopia has withdrawn its troops from Somalia.", "RETREAT", "hypothetical"],
  ["Nobody has confirmed that Russia bombed Georgia.", "ASSAULT", "hypothetical"],
  ["Israel not only bombed Syria but also shelled Lebanon.", "ASSAULT", "actual"],
  ["At no point did Turkey bomb Syria.", "ASSAULT", "negation"],
  ["France would like to meet Iran.", "AGREE", "actual"],
  ["Diplomats hope that Russia will meet Ukraine.", "AGREE", "hypothetical"],
  ["The union called off its protest against the government of Kenya.", "PROTEST", "negation"],
  ["Russia warned Ukraine that it would attack Kyiv.", "THREATEN", "actual"],
  ["Doubts remain that Chad has bombed Libya.", "ASSAULT", "hypothetical"],
  ["The minister said that France would have rejected the offer of Chad.", "REJECT", "hypothetical"],
  ["Norway promised to release two prisoners of Chad.", "CONCEDE", "actual"],
  ["Norway agreed to release two prisoners of Chad.", "AGREE", "actual"],
  ["Germany has made no decision on sending missiles to Ukraine.", "AGREE", "negation"],
  ["Sweden has stopped selling arms to Turkey.", "SANCTION", "actual"],
  ["Iran has stopped shelling Kurdish villages.", "RETREAT", "actual"],
  ["Britain stopped Iran from arming the rebels.", "AID", "negation"],
  ["Greece proposed an embargo on Libya.", "THREATEN", "actual"],
];

for (const [text, event, factuality] of CASES) {
  test(text, { skip }, () => {
    const { mentions } = tools!.codeText(text);
    const found = mentions.find((mention) => mention.event === event);
    assert.equal(found?.factuality, factuality, JSON.stringify(mentions.map((m) => [m.event, m.factuality])));
  });
}

/** text, event that no mention may have, why */
const UNTOLD: readonly (readonly [string, string, string])[] = [
  [
    "Ghana asked Togo on Friday to provide information about rifles seized last week in the north of Ghana.",
    "COERCE",
    "inside what is asked for",
  ],
  [
    "The UN asked Sudan to reconsider its ban on relief flights to the south.",
    "COERCE",
    "inside what is asked for",
  ],
  ["Ghana's envoy voiced hope that Togo will help Benin.", "AGREE", "below a noun of hope taken for a verb"],
  ["Ghana expressed its wish that Togo would help Benin.", "AGREE", "below a noun of hope"],
  ["Togo dismissed reports criticising Benin.", "ACCUSE", "what dismissed reports say"],
  ["Talks between Chad and Togo collapsed on Monday.", "CONSULT", "a noun whose end the verb tells"],
  ["Chad sent a condolence message to Kenya after the attack in Nairobi.", "ASSAULT", "below condolences"],
];

for (const [text, event, why] of UNTOLD) {
  test(`${why}: "${text}"`, { skip }, () => {
    const { mentions } = tools!.codeText(text);
    assert.ok(
      mentions.every((mention) => mention.event !== event),
      JSON.stringify(mentions),
    );
  });
}

test("what a statement says is told, although the statement is no event", { skip }, () => {
  const { mentions } = tools!.codeText("Ghana issued a statement condemning Togo over the arrests.");
  assert.ok(mentions.some((mention) => mention.event === "ACCUSE"));
});

test("what happens beside a request is told", { skip }, () => {
  const { mentions } = tools!.codeText("Ghana asked Togo to release two pilots after Togo bombed Benin.");
  assert.ok(mentions.some((mention) => mention.event === "ASSAULT"));
});

test("sanctions that are only named were imposed before", { skip }, () => {
  const { mentions } = tools!.codeText(
    "European Union sanctions on Chad should be enforced, the minister said.",
  );
  assert.ok(mentions.every((mention) => mention.event !== "SANCTION"));
});

test("a year that opens the sentence makes history of what it tells", { skip }, () => {
  const report = {
    text: "In 1979 Egypt and Israel signed a peace treaty.",
    sections: [],
    datelines: [],
    day: "2024-05-15",
  };
  const { mentions } = tools!.coder.codeReport(report, tools!.language, tools!.openActors);
  assert.equal(mentions.find((one) => one.event === "SUPPORT")?.factuality, "historical");
});
