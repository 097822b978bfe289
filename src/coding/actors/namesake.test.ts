/** Documents called after a place and goods called after a firm: neither is an actor. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadAgents } from "../../knowledge/agents.ts";
import { loadGazetteer } from "../../knowledge/gazetteer/index.ts";
import { readDiscourse } from "../../language/entities/index.ts";
import { parsed } from "../../language/entities/testing/sentences.ts";
import { createActorReader } from "./index.ts";

const agents = loadAgents();
const gazetteer = loadGazetteer();

/** Codes of the actors at the token, and of the owners of the token behind it. */
function read(line: string, head: number): string {
  const { sentences } = parsed(line);
  const day = "2017-08-10";
  const discourse = readDiscourse(sentences, gazetteer, agents, day);
  const reader = createActorReader({ sentences, discourse, gazetteer, agents, day });
  return [...reader.read(0, head), ...reader.readOwners(0, head + 1)].map((one) => one.code).join(" ");
}

const NAMES: readonly (readonly [what: string, line: string, head: number, expect: string])[] = [
  [
    "an accord called after a capital",
    "the|DET|DT|2|det Oslo|PROPN|NNP|2|compound Accords|PROPN|NNPS|-1|root",
    1,
    "",
  ],
  [
    "a capital that stands for its government",
    "the|DET|DT|3|det Oslo|PROPN|NNP|3|compound peace|NOUN|NN|3|compound offer|NOUN|NN|-1|root",
    1,
    "NOR",
  ],
  [
    "a vaccine called after a firm",
    "the|DET|DT|2|det Pfizer|PROPN|NNP|2|compound vaccine|NOUN|NN|-1|root",
    1,
    "",
  ],
  [
    "a firm whose decision it is",
    "the|DET|DT|2|det Pfizer|PROPN|NNP|2|compound decision|NOUN|NN|-1|root",
    1,
    "MNC MNC",
  ],
];

for (const [what, line, head, expect] of NAMES) test(what, () => assert.equal(read(line, head), expect));
