/** Which words are mentions, of what type, and which are none. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadAgents } from "../../knowledge/agents.ts";
import { readDiscourse } from "./index.ts";
import { parsed } from "./testing/sentences.ts";
import { smallGazetteer } from "./testing/small-gazetteer.ts";

const agents = loadAgents();
const gazetteer = smallGazetteer();

function mentionsOf(line: string): string {
  const { text, sentences } = parsed(line);
  return readDiscourse(sentences, gazetteer, agents, "2017-08-10")
    .mentions.map((mention) => `${text.slice(mention.start, mention.end)} (${mention.form} ${mention.type})`)
    .join("; ");
}

const MENTIONS: readonly (readonly [what: string, line: string, expect: string])[] = [
  [
    "title and name are one mention with the state inside",
    "Russian|ADJ|JJ|2|amod Foreign|ADJ|JJ|2|amod Minister|PROPN|NNP|3|nmod:desc Sergey|PROPN|NNP|5|nsubj Lavrov|PROPN|NNP|3|flat spoke|VERB|VBD|-1|root|speak +.|PUNCT|.|5|punct",
    "Russian Foreign Minister Sergey Lavrov (name person); Russian (name state)",
  ],
  [
    "a first name that the tagger took for a noun",
    "Senator|PROPN|NNP|1|nmod:desc Mark|NOUN|NN|3|nsubj Warner|PROPN|NNP|1|flat spoke|VERB|VBD|-1|root|speak +.|PUNCT|.|3|punct",
    "Senator Mark Warner (name person)",
  ],
  [
    "a name in parts cut at hyphens",
    "President|PROPN|NNP|1|nmod:desc Jean|PROPN|NNP|5|nsubj +-|PUNCT|HYPH|1|punct +Bertrand|PROPN|NNP|1|flat Aristide|PROPN|NNP|1|flat spoke|VERB|VBD|-1|root|speak +.|PUNCT|.|5|punct",
    "President Jean-Bertrand Aristide (name person)",
  ],
  [
    "a body with its adjective and complement",
    "The|DET|DT|2|det Egyptian|ADJ|JJ|2|amod Union|PROPN|NNP|5|nsubj of|ADP|IN|4|case Teachers|PROPN|NNPS|2|nmod struck|VERB|VBD|-1|root|strike +.|PUNCT|.|5|punct",
    "The Egyptian Union of Teachers (name organisation); Egyptian (name state)",
  ],
  [
    "months and days are no names",
    "Lavrov|PROPN|NNP|1|nsubj left|VERB|VBD|-1|root|leave on|ADP|IN|3|case Monday|PROPN|NNP|1|obl in|ADP|IN|5|case May|PROPN|NNP|1|obl +.|PUNCT|.|1|punct",
    "Lavrov (name person)",
  ],
  [
    "May is a name as a subject",
    "May|PROPN|NNP|1|nsubj left|VERB|VBD|-1|root|leave +.|PUNCT|.|1|punct",
    "May (name person)",
  ],
  [
    "money is no state",
    "Lavrov|PROPN|NNP|1|nsubj paid|VERB|VBD|-1|root|pay U.S.|PROPN|NNP|3|compound $|SYM|$|1|obj 50|NUM|CD|3|nummod +.|PUNCT|.|1|punct",
    "Lavrov (name person)",
  ],
  [
    '"us" as a pronoun is no state',
    "Lavrov|PROPN|NNP|1|nsubj told|VERB|VBD|-1|root|tell us|PRON|PRP|1|obj|we a|DET|DT|4|det story|NOUN|NN|1|obj +.|PUNCT|.|1|punct",
    "Lavrov (name person); us (pronoun other)",
  ],
  [
    "a noun that only qualifies another is no mention",
    "Turkish|ADJ|JJ|2|amod police|NOUN|NN|2|compound violence|NOUN|NN|3|nsubj continued|VERB|VBD|-1|root|continue +.|PUNCT|.|3|punct",
    "Turkish (name state)",
  ],
  [
    "a meeting and a summit are none",
    "The|DET|DT|3|det Geneva|PROPN|NNP|2|compound Peace|PROPN|NNP|3|compound Summit|PROPN|NNP|4|nsubj opened|VERB|VBD|-1|root|open +.|PUNCT|.|4|punct",
    "",
  ],
];

for (const [what, line, expect] of MENTIONS) {
  test(`mentions: ${what}`, () => assert.equal(mentionsOf(line), expect));
}

test("mentions: names are found without a tree", () => {
  const { text, sentences } = parsed(
    "Russian|X||-2| Foreign|X||-2| Minister|X||-2| Sergey|X||-2| Lavrov|X||-2| met|X||-2| Rex|X||-2| Tillerson|X||-2|",
  );
  const words = readDiscourse(sentences, gazetteer, agents, null).mentions.map((mention) =>
    text.slice(mention.start, mention.end),
  );
  assert.ok(
    words.some((each) => each.endsWith("Sergey Lavrov")) &&
      words.some((each) => each.endsWith("Rex Tillerson")),
    words.join(),
  );
});
