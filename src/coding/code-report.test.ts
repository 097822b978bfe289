/**
 * Whole sentences through language, actors and coder: what the room promises.
 * Skips with a line where the models of the language room have not been trained.
 */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { knowledgePath } from "../knowledge/dir.ts";
import type { Mention } from "./types.ts";

const trained = existsSync(knowledgePath("models", "parser", "weights.bin"));
const skip = trained ? false : "the models of the language room are not trained";
const tools = trained ? await (await import("../../scripts/coding-tools.ts")).openCodingTools() : null;

function code(text: string, more: { day?: string; datelines?: [] } = {}): readonly Mention[] {
  return tools!.coder.codeReport(
    { text, sections: [], datelines: [], day: more.day ?? null },
    tools!.language,
    tools!.openActors,
  ).mentions;
}

const codes = (list: Mention["actor"]) => list.map((actor) => actor.code).join("+");

/** text, event, factuality, actors, recipients, content */
const CASES = [
  ["Russia expelled two diplomats of the United States.", "SANCTION", "actual", "RUS", "USA", null],
  ["Russia will expel two diplomats of the United States.", "THREATEN", "actual", "RUS", "USA", "SANCTION"],
  ["France will meet Germany in Berlin.", "AGREE", "actual", "FRA", "DEU", "CONSULT"],
  ["France and Germany held talks in Berlin.", "CONSULT", "actual", "FRA+DEU", "", null],
  ["Japan was attacked by North Korea.", "ASSAULT", "actual", "PRK", "JPN", null],
  ["France urged Israel to release the prisoners.", "REQUEST", "actual", "FRA", "ISR", "RETREAT"],
  ["Turkey refused to meet Greece.", "REJECT", "actual", "TUR", "GRC", "CONSULT"],
  ["The BBC said that China had arrested two journalists of Canada.", "COERCE", "actual", "CHN", "CAN", null],
  ["Israel denied that it had attacked Lebanon.", "ASSAULT", "negation", "ISR", "LBN", null],
] as const;

for (const [text, event, factuality, actor, recipient, content] of CASES) {
  test(`"${text}" is ${event}, ${factuality}`, { skip }, () => {
    const [mention] = code(text);
    assert.ok(mention, "nothing was coded");
    assert.deepEqual(
      [
        mention.event,
        mention.factuality,
        codes(mention.actor),
        codes(mention.recipient),
        mention.content?.event ?? null,
      ],
      [event, factuality, actor, recipient, content],
    );
  });
}

test("a reporting verb is attribution, not the event", { skip }, () => {
  const [mention] = code("The United Nations said that Sudan had bombed Chad.");
  assert.equal(mention?.event, "ASSAULT");
  assert.deepEqual(
    mention.attribution.map((one) => one.text),
    ["United Nations"],
  );
});

test("a promise is dated the day it is said, its content the day that is named", { skip }, () => {
  const [mention] = code("Japan and Russia will hold talks on 17 August 2017.", { day: "2017-08-10" });
  assert.deepEqual(
    [mention?.event, mention?.date, mention?.dateBasis, mention?.content?.date],
    ["AGREE", "2017-08-10", "published", "2017-08-17"],
  );
});

test("numbers belong to what they count", { skip }, () => {
  const [mention] = code("Russia expelled 755 diplomats of the United States.");
  assert.deepEqual(
    mention?.quantity.map((one) => [one.value, one.unit]),
    [[755, "person"]],
  );
});

test("the dead and the wounded are counted apart", { skip }, () => {
  const counts = (text: string) => code(text)[0]?.quantity.map((one) => [one.value, one.unit]) ?? [];
  assert.deepEqual(counts("The bomb killed 12 people and wounded 40."), [
    [12, "dead"],
    [40, "injured"],
  ]);
  assert.deepEqual(counts("The attack left 12 people dead and 40 wounded."), [
    [12, "dead"],
    [40, "injured"],
  ]);
  assert.deepEqual(counts("Police arrested up to 40 students in Dhaka."), [[40, "arrested"]]);
});

test("words that are no event give no mention, and sentences without a trigger are not parsed", {
  skip,
}, () => {
  assert.deepEqual(code("France declined to comment on the report."), []);
  const coded = tools!.codeText("The sea was blue. Kenya was green.");
  assert.deepEqual([coded.mentions.length, coded.skippedSentences], [0, 2]);
});

test("what lost or was absorbed is set aside with its reason and its winner", { skip }, () => {
  const { setAside } = tools!.codeText("France urged Israel to release the prisoners.");
  const content = setAside.find((aside) => aside.reason === "coding/content-of");
  assert.equal(content?.winner, code("France urged Israel to release the prisoners.")[0]?.rule);
});

test("a relation between two spans is always answered", { skip }, () => {
  const text = "The weather in France was like that in Germany.";
  const report = { text, sections: [], datelines: [], day: null };
  const spans = [text.indexOf("France"), text.indexOf("Germany")].map((start) => ({ start, end: start + 6 }));
  const relation = tools!.coder.codeRelation(
    report,
    spans[0]!,
    spans[1]!,
    tools!.language,
    tools!.openActors,
  );
  assert.ok(relation.event.length > 0 && relation.confidence >= 0 && relation.confidence <= 1);
});
