/** Names whose neighbours say which of their namesakes are meant. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadAgents } from "../../knowledge/agents.ts";
import { loadGazetteer } from "../../knowledge/gazetteer/index.ts";
import { readDiscourse } from "./index.ts";
import { parsed } from "./testing/sentences.ts";

const agents = loadAgents();
const gazetteer = loadGazetteer();

/** Each name with the states of its candidates. */
function statesOf(line: string): string {
  const { text, sentences } = parsed(line);
  return readDiscourse(sentences, gazetteer, agents, "2017-08-10")
    .mentions.map(({ start, end, candidates }) => {
      const states = new Set(candidates.map((id) => gazetteer.entry(id)!.state));
      return `${text.slice(start, end)}: ${[...states].join(" ")}`;
    })
    .join("; ");
}

const NAMES: readonly (readonly [what: string, line: string, expect: string])[] = [
  [
    "a city of another state before a region is that region's",
    "in|ADP|IN|1|case San|PROPN|NNP|-1|root Jose|PROPN|NNP|1|flat +,|PUNCT|,|4|punct California|PROPN|NNP|1|appos",
    "San Jose: USA; California: USA",
  ],
  [
    "a city before its own state",
    "in|ADP|IN|1|case San|PROPN|NNP|-1|root Jose|PROPN|NNP|1|flat +,|PUNCT|,|4|punct Costa|PROPN|NNP|1|appos Rica|PROPN|NNP|4|flat",
    "San Jose: CRI; Costa Rica: CRI",
  ],
  [
    "a region behind a city of its own",
    "in|ADP|IN|1|case Atlanta|PROPN|NNP|-1|root +,|PUNCT|,|3|punct Georgia|PROPN|NNP|1|appos",
    "Atlanta: USA; Georgia: USA",
  ],
  [
    "a list is no place within another",
    "from|ADP|IN|1|case Moscow|PROPN|NNP|-1|root +,|PUNCT|,|3|punct Crimea|PROPN|NNP|1|conj and|CCONJ|CC|5|cc Donetsk|PROPN|NNP|1|conj",
    "Moscow: RUS; Crimea: UKR; Donetsk: UKR",
  ],
  [
    "a person with an honorific is no state",
    "Mr.|PROPN|NNP|2|nsubj Turkey|PROPN|NNP|0|flat spoke|VERB|VBD|-1|root|speak +.|PUNCT|.|2|punct",
    "Mr. Turkey: ",
  ],
];

for (const [what, line, expect] of NAMES) test(what, () => assert.equal(statesOf(line), expect));
