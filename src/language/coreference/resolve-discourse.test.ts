/** Which mentions stand for the same thing, and which must not be linked. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadAgents } from "../../knowledge/agents.ts";
import { readDiscourse } from "../entities/index.ts";
import { parsed } from "../entities/testing/sentences.ts";
import { smallGazetteer } from "../entities/testing/small-gazetteer.ts";

const agents = loadAgents();
const gazetteer = smallGazetteer();

/** What the mention at this token of the last sentence stands for: the first words of its chain, of each member
 * of a pair, or "?" where it is alone. */
function antecedent(lines: readonly string[], token: number, day: string | null = "2017-08-10"): string {
  const { text, sentences } = parsed(...lines);
  const { mentions, chains } = readDiscourse(sentences, gazetteer, agents, day);
  const index = mentions.findIndex(
    (mention) => mention.sentence === lines.length - 1 && mention.head === token,
  );
  const mention = mentions[index];
  if (mention === undefined) return "none";
  const words = (chain: number): string => {
    const { members, mentions: list, entry } = chains[chain]!;
    if (members.length > 0) return members.map(words).join(" + ");
    const first = list.map((id) => mentions[id]!).find((each) => each.form !== "pronoun");
    return first === undefined ? (entry ?? "") : text.slice(first.start, first.end);
  };
  if (mention.chain < 0) return "?";
  const chain = chains[mention.chain]!;
  return chain.members.length === 0 && chain.mentions.length === 1 ? "?" : words(mention.chain);
}

const LAVROV_MET =
  "Tillerson|PROPN|NNP|1|nsubj met|VERB|VBD|-1|root|meet Lavrov|PROPN|NNP|1|obj +.|PUNCT|.|1|punct";
const HELD_TALKS =
  "Japan|PROPN|NNP|3|nsubj and|CCONJ|CC|2|cc Russia|PROPN|NNP|0|conj held|VERB|VBD|-1|root|hold talks|NOUN|NNS|3|obj|talk +.|PUNCT|.|3|punct";

/** what is read, lines, token of the last line, what it stands for */
const LINKS: readonly (readonly [what: string, lines: readonly string[], token: number, expect: string])[] = [
  [
    "a surname after the full name",
    [
      "Louay|PROPN|NNP|2|nsubj Hussein|PROPN|NNP|0|flat spoke|VERB|VBD|-1|root|speak +.|PUNCT|.|2|punct",
      "Hussein|PROPN|NNP|1|nsubj left|VERB|VBD|-1|root|leave +.|PUNCT|.|1|punct",
    ],
    0,
    "Louay Hussein",
  ],
  [
    "a pronoun in the clause that a verb of speech governs",
    [
      "Lavrov|PROPN|NNP|1|nsubj said|VERB|VBD|-1|root|say he|PRON|PRP|4|nsubj was|AUX|VBD|4|cop|be ready|ADJ|JJ|1|ccomp +.|PUNCT|.|1|punct",
    ],
    2,
    "Lavrov",
  ],
  [
    "gender decides",
    [
      "Angela|PROPN|NNP|2|nsubj Merkel|PROPN|NNP|0|flat told|VERB|VBD|-1|root|tell Lavrov|PROPN|NNP|2|obj she|PRON|PRP|6|nsubj would|AUX|MD|6|aux leave|VERB|VB|2|ccomp +.|PUNCT|.|2|punct",
    ],
    4,
    "Angela Merkel",
  ],
  [
    "a woman's pronoun has no man for an antecedent",
    [
      "Lavrov|PROPN|NNP|1|nsubj said|VERB|VBD|-1|root|say she|PRON|PRP|3|nsubj left|VERB|VBD|1|ccomp|leave +.|PUNCT|.|1|punct",
    ],
    2,
    "?",
  ],
  [
    "subject and object of one verb are two",
    ["Lavrov|PROPN|NNP|1|nsubj praised|VERB|VBD|-1|root|praise him|PRON|PRP|1|obj +.|PUNCT|.|1|punct"],
    2,
    "?",
  ],
  [
    'an empty "it" stands for nothing',
    [
      "It|PRON|PRP|2|nsubj is|AUX|VBZ|2|cop|be clear|ADJ|JJ|-1|root that|SCONJ|IN|5|mark Russia|PROPN|NNP|5|nsubj won|VERB|VBD|2|ccomp|win +.|PUNCT|.|2|punct",
    ],
    0,
    "?",
  ],
  [
    '"we" in quoted words is the speaker',
    [
      "\"|PUNCT|``|7|punct +We|PRON|PRP|2|nsubj want|VERB|VBP|7|ccomp peace|NOUN|NN|2|obj +,|PUNCT|,|2|punct +\"|PUNCT|''|2|punct Lavrov|PROPN|NNP|7|nsubj said|VERB|VBD|-1|root|say +.|PUNCT|.|7|punct",
    ],
    1,
    "Lavrov",
  ],
  [
    "both countries are the two states",
    [
      HELD_TALKS,
      "Both|DET|DT|1|det countries|NOUN|NNS|2|nsubj|country want|VERB|VBP|-1|root peace|NOUN|NN|2|obj +.|PUNCT|.|2|punct",
    ],
    1,
    "Japan + Russia",
  ],
  [
    "the two ministers are the two persons",
    [
      LAVROV_MET,
      "The|DET|DT|2|det two|NUM|CD|2|nummod ministers|NOUN|NNS|3|nsubj|minister agreed|VERB|VBD|-1|root|agree +.|PUNCT|.|3|punct",
    ],
    2,
    "Tillerson + Lavrov",
  ],
  [
    "two ministers without an article are any two",
    [
      LAVROV_MET,
      "Two|NUM|CD|1|nummod ministers|NOUN|NNS|2|nsubj|minister agreed|VERB|VBD|-1|root|agree +.|PUNCT|.|2|punct",
    ],
    1,
    "?",
  ],
  [
    "the country is the state in focus",
    [
      "North|PROPN|NNP|1|compound Korea|PROPN|NNP|2|nsubj fired|VERB|VBD|-1|root|fire a|DET|DT|4|det missile|NOUN|NN|2|obj +.|PUNCT|.|2|punct",
      "The|DET|DT|1|det country|NOUN|NN|2|nsubj celebrated|VERB|VBD|-1|root|celebrate +.|PUNCT|.|2|punct",
    ],
    1,
    "North Korea",
  ],
  [
    "the country is nobody where two states stand alike",
    [
      HELD_TALKS,
      "The|DET|DT|1|det country|NOUN|NN|2|nsubj celebrated|VERB|VBD|-1|root|celebrate +.|PUNCT|.|2|punct",
    ],
    1,
    "?",
  ],
  [
    "an apposition with its owner",
    [
      "Sergei|PROPN|NNP|9|nsubj Ryabkov|PROPN|NNP|0|flat +,|PUNCT|,|7|punct Russia|PROPN|NNP|7|nmod:poss +'s|PART|POS|3|case deputy|ADJ|JJ|7|amod foreign|ADJ|JJ|7|amod minister|NOUN|NN|0|appos +,|PUNCT|,|0|punct spoke|VERB|VBD|-1|root|speak +.|PUNCT|.|9|punct",
    ],
    7,
    "Sergei Ryabkov",
  ],
  [
    "the same apposition lost by the tree",
    [
      "Sergei|PROPN|NNP|9|nsubj Ryabkov|PROPN|NNP|0|flat +,|PUNCT|,|7|punct Russia|PROPN|NNP|7|nmod:poss +'s|PART|POS|3|case deputy|ADJ|JJ|7|amod foreign|ADJ|JJ|7|amod minister|NOUN|NN|9|obj +,|PUNCT|,|0|punct spoke|VERB|VBD|-1|root|speak +.|PUNCT|.|9|punct",
    ],
    7,
    "Sergei Ryabkov",
  ],
  [
    "the foreign minister is the one who holds the office",
    [
      "Lavrov|PROPN|NNP|1|nsubj met|VERB|VBD|-1|root|meet Merkel|PROPN|NNP|1|obj +.|PUNCT|.|1|punct",
      "The|DET|DT|2|det foreign|ADJ|JJ|2|amod minister|NOUN|NN|3|nsubj left|VERB|VBD|-1|root|leave +.|PUNCT|.|3|punct",
    ],
    2,
    "Lavrov",
  ],
  [
    "an acronym in parentheses and its use",
    [
      "The|DET|DT|2|det Popular|ADJ|JJ|2|amod Front|PROPN|NNP|8|nsubj for|ADP|IN|4|case Liberation|PROPN|NNP|2|nmod (|PUNCT|-LRB-|6|punct +PFL|PROPN|NNP|2|appos +)|PUNCT|-RRB-|6|punct attacked|VERB|VBD|-1|root|attack +.|PUNCT|.|8|punct",
      "The|DET|DT|1|det PFL|PROPN|NNP|2|nsubj withdrew|VERB|VBD|-1|root|withdraw +.|PUNCT|.|2|punct",
    ],
    1,
    "The Popular Front for Liberation",
  ],
  [
    'they are the two whom "and" joins as subject',
    [
      "Lavrov|PROPN|NNP|3|nsubj and|CCONJ|CC|2|cc Merkel|PROPN|NNP|0|conj met|VERB|VBD|-1|root|meet +.|PUNCT|.|3|punct",
      "They|PRON|PRP|1|nsubj agreed|VERB|VBD|-1|root|agree +.|PUNCT|.|1|punct",
    ],
    0,
    "Lavrov + Merkel",
  ],
  [
    '"we" of a speaker who stands behind the words is the state that he speaks for',
    [
      "\"|PUNCT|``|2|punct +We|PRON|PRP|2|nsubj agree|VERB|VBP|-1|root +,|PUNCT|,|2|punct +\"|PUNCT|''|2|punct the|DET|DT|8|det U.S.|PROPN|NNP|8|nmod:poss +'s|PART|POS|6|case ambassador|NOUN|NN|9|nsubj said|VERB|VBD|2|parataxis|say +.|PUNCT|.|2|punct",
    ],
    1,
    "U.S.",
  ],
  [
    "his country is the state of the person",
    [
      "Russian|ADJ|JJ|2|amod envoy|NOUN|NN|2|nmod:desc Vitaly|PROPN|NNP|4|nsubj Churkin|PROPN|NNP|2|flat spoke|VERB|VBD|-1|root|speak +.|PUNCT|.|4|punct",
      "He|PRON|PRP|1|nsubj said|VERB|VBD|-1|root|say his|PRON|PRP$|3|nmod:poss country|NOUN|NN|5|nsubj would|AUX|MD|5|aux respond|VERB|VB|1|ccomp +.|PUNCT|.|1|punct",
    ],
    3,
    "Russian",
  ],
];

for (const [what, lines, token, expect] of LINKS) {
  test(`coreference: ${what}`, () => assert.equal(antecedent(lines, token), expect));
}

test("coreference: an office of a state is linked to its holder of the day", () => {
  const line =
    "Japan|PROPN|NNP|3|nmod:poss +'s|PART|POS|0|case foreign|ADJ|JJ|3|amod minister|NOUN|NN|4|nsubj spoke|VERB|VBD|-1|root|speak +.|PUNCT|.|4|punct";
  const { sentences } = parsed(line);
  const chainAt = (day: string) => {
    const { mentions, chains } = readDiscourse(sentences, gazetteer, agents, day);
    const chain = chains[mentions.find((mention) => mention.head === 3)!.chain];
    return [chain?.entry, chain?.basis];
  };
  assert.deepEqual(chainAt("2017-08-10"), ["person/kono", "implied"]);
  assert.deepEqual(chainAt("2005-08-10"), [null, null]);
});

test("coreference: a bare surname in a report that never names its state stays unknown", () => {
  const line = "Obama|PROPN|NNP|1|nsubj left|VERB|VBD|-1|root|leave +.|PUNCT|.|1|punct";
  const other = "Japan|PROPN|NNP|1|nsubj agreed|VERB|VBD|-1|root|agree +.|PUNCT|.|1|punct";
  const named = "Americans|PROPN|NNPS|1|nsubj agreed|VERB|VBD|-1|root|agree +.|PUNCT|.|1|punct";
  const entryOf = (...lines: readonly string[]) =>
    readDiscourse(parsed(...lines).sentences, gazetteer, agents, "2015-08-10").chains[0]?.entry;
  assert.equal(entryOf(line, other, other, other), null);
  assert.equal(entryOf(line, other, other, named), "person/obama");
  assert.equal(entryOf(line), "person/obama");
});

test("coreference: the cost grows with the text, not with its square", () => {
  const times = [200, 1600].map((count) => {
    const { sentences } = parsed(...new Array<string>(count).fill(LAVROV_MET));
    const from = process.cpuUsage().user;
    readDiscourse(sentences, gazetteer, agents, null);
    return (process.cpuUsage().user - from) / count;
  });
  assert.ok(times[1]! < times[0]! * 4 + 200, `${times[0]} and ${times[1]} µs a sentence`);
});
