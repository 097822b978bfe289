import assert from "node:assert/strict";
import { test } from "node:test";
import type { ClauseEffect } from "../../knowledge/coding-knowledge.ts";
import type { EventType } from "../../knowledge/types.ts";
import { factualityOf, governingEvent } from "./factuality.ts";
import type { Chain } from "./governors.ts";
import type { Markers } from "./markers.ts";

const PLAIN: Markers = {
  future: false,
  pastFuture: false,
  doubt: false,
  perfectDoubt: false,
  negated: false,
  conditional: false,
  consequence: false,
};
const ALONE: Chain = { links: [], conditional: false, purpose: false, relative: false, adverbial: false };

function under(...effects: ClauseEffect[]): Chain {
  return { ...ALONE, links: effects.map((takes, index) => ({ index, takes, reading: null })) };
}

/** event, markers, governors, event and factuality that come out */
const CASES: readonly (readonly [EventType, Partial<Markers>, Chain, EventType, string])[] = [
  ["CONSULT", {}, ALONE, "CONSULT", "actual"],
  ["CONSULT", { future: true }, ALONE, "AGREE", "actual"],
  ["SANCTION", { future: true }, ALONE, "THREATEN", "actual"],
  ["RETREAT", { future: true }, ALONE, "CONCEDE", "actual"],
  ["PROTEST", { future: true }, ALONE, "PROTEST", "future"],
  ["CONSULT", { future: true, negated: true }, ALONE, "REJECT", "actual"],
  ["ASSAULT", { negated: true }, ALONE, "ASSAULT", "negation"],
  ["ASSAULT", { doubt: true }, ALONE, "THREATEN", "hypothetical"],
  ["ASSAULT", { doubt: true, perfectDoubt: true }, ALONE, "ASSAULT", "hypothetical"],
  ["AID", { pastFuture: true }, under("report"), "AGREE", "actual"],
  ["AID", { pastFuture: true }, ALONE, "AGREE", "hypothetical"],
  ["RETREAT", { future: true, consequence: true }, ALONE, "CONCEDE", "hypothetical"],
  ["THREATEN", { consequence: true }, ALONE, "THREATEN", "actual"],
  ["COERCE", {}, under("denial", "report"), "COERCE", "negation"],
  ["SUPPORT", { pastFuture: true }, under("doubt"), "AGREE", "hypothetical"],
  ["SUPPORT", {}, under("refusal"), "REJECT", "actual"],
  ["CONSULT", {}, under("wish"), "AGREE", "actual"],
  ["CONSULT", { conditional: true }, ALONE, "CONSULT", "hypothetical"],
  ["SUPPORT", {}, under("plan"), "AGREE", "actual"],
  ["SUPPORT", {}, under("failure"), "REJECT", "actual"],
  ["ASSAULT", {}, under("denial"), "ASSAULT", "negation"],
  ["AID", {}, under("hope"), "AGREE", "hypothetical"],
  ["COERCE", {}, under("report"), "COERCE", "actual"],
  ["COERCE", {}, under("past"), "COERCE", "historical"],
  ["COOPERATE", {}, under("end"), "SANCTION", "actual"],
  ["ASSAULT", {}, under("end"), "RETREAT", "actual"],
  ["PROTEST", {}, under("end"), "PROTEST", "negation"],
];

for (const [event, markers, chain, wanted, factuality] of CASES) {
  const over = chain.links.map((link) => link.takes).join(" ") || "nothing";
  test(`factualityOf makes ${event} with ${Object.keys(markers).join(" ") || "no marker"} under ${over} ${wanted}, ${factuality}`, () => {
    const outcome = factualityOf(
      event,
      { ...PLAIN, ...markers },
      chain.links.map(() => PLAIN),
      chain,
    );
    assert.equal(outcome.event, wanted);
    assert.equal(outcome.factuality, factuality);
  });
}

test("factualityOf undoes a denial that is denied", () => {
  const outcome = factualityOf("ASSAULT", PLAIN, [{ ...PLAIN, negated: true }], under("denial"));
  assert.equal(outcome.factuality, "actual");
});

test("governingEvent makes a promise of force a threat and leaves requests alone", () => {
  assert.equal(governingEvent("AGREE", "promise", "ASSAULT"), "THREATEN");
  assert.equal(governingEvent("AGREE", "promise", "RETREAT"), "AGREE");
  assert.equal(governingEvent("REQUEST", "request", "ASSAULT"), "REQUEST");
});
