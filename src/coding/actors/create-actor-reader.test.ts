/** Actors of phrases: who they are, on which words, and what is no actor. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadAgents } from "../../knowledge/agents.ts";
import { readDiscourse } from "../../language/entities/index.ts";
import { parsed } from "../../language/entities/testing/sentences.ts";
import { smallGazetteer } from "../../language/entities/testing/small-gazetteer.ts";
import { createActorReader } from "./index.ts";
import type { ActorReading } from "./types.ts";

const agents = loadAgents();
const gazetteer = smallGazetteer();

function open(lines: readonly string[], day: string | null = "2017-08-10") {
  const { text, sentences } = parsed(...lines);
  const discourse = readDiscourse(sentences, gazetteer, agents, day);
  return { text, reader: createActorReader({ sentences, discourse, gazetteer, agents, day }) };
}

const show = (readings: readonly ActorReading[]) =>
  readings.map((one) => `${one.code ?? "-"} ${one.sector ?? "-"} ${one.entityText}`).join("; ");

/** what is read, lines, token of the last line, expected readings */
const READINGS: readonly (readonly [what: string, lines: readonly string[], head: number, expect: string])[] =
  [
    [
      "a name with state and title is one actor",
      [
        "Russian|ADJ|JJ|2|amod Foreign|ADJ|JJ|2|amod Minister|PROPN|NNP|3|nmod:desc Sergey|PROPN|NNP|5|nsubj Lavrov|PROPN|NNP|3|flat met|VERB|VBD|-1|root|meet Rex|PROPN|NNP|5|obj Tillerson|PROPN|NNP|6|flat +.|PUNCT|.|5|punct",
      ],
      3,
      "RUS GOV Russian Foreign Minister Sergey Lavrov",
    ],
    [
      "a spokesman speaks for the sector of whom he serves",
      [
        "A|DET|DT|1|det spokesman|NOUN|NN|6|nsubj for|ADP|IN|4|case President|PROPN|NNP|4|nmod:desc Vladimir|PROPN|NNP|1|nmod Putin|PROPN|NNP|4|flat praised|VERB|VBD|-1|root|praise Turkey|PROPN|NNP|6|obj +.|PUNCT|.|6|punct",
      ],
      1,
      "RUS GOV spokesman for President Vladimir Putin",
    ],
    [
      "an office with its state",
      [
        "The|DET|DT|1|det president|NOUN|NN|4|nsubj of|ADP|IN|3|case Armenia|PROPN|NNP|1|nmod arrived|VERB|VBD|-1|root|arrive in|ADP|IN|6|case Moscow|PROPN|NNP|4|obl +.|PUNCT|.|4|punct",
      ],
      1,
      "ARM GOV president of Armenia",
    ],
    [
      'a capital behind "in" is a place, no government',
      [
        "The|DET|DT|1|det president|NOUN|NN|4|nsubj of|ADP|IN|3|case Armenia|PROPN|NNP|1|nmod arrived|VERB|VBD|-1|root|arrive in|ADP|IN|6|case Moscow|PROPN|NNP|4|obl +.|PUNCT|.|4|punct",
      ],
      6,
      "RUS - Moscow",
    ],
    [
      "a capital as object is the government",
      [
        "The|DET|DT|1|det bill|NOUN|NN|2|nsubj angered|VERB|VBD|-1|root|anger Washington|PROPN|NNP|2|obj +.|PUNCT|.|2|punct",
      ],
      3,
      "USA GOV Washington",
    ],
    [
      "a bill is no actor",
      [
        "The|DET|DT|1|det bill|NOUN|NN|2|nsubj angered|VERB|VBD|-1|root|anger Washington|PROPN|NNP|2|obj +.|PUNCT|.|2|punct",
      ],
      1,
      "",
    ],
    [
      "a list gives each of its names",
      [
        "Russia|PROPN|NNP|5|nsubj +,|PUNCT|,|2|punct Iran|PROPN|NNP|0|conj and|CCONJ|CC|4|cc Turkey|PROPN|NNP|0|conj signed|VERB|VBD|-1|root|sign it|PRON|PRP|5|obj +.|PUNCT|.|5|punct",
      ],
      0,
      "RUS GOV Russia; IRN GOV Iran; TUR GOV Turkey",
    ],
    [
      "a list whose last name the tree has lost",
      [
        "Russia|PROPN|NNP|5|nsubj +,|PUNCT|,|2|punct Iran|PROPN|NNP|0|conj and|CCONJ|CC|4|cc Turkey|PROPN|NNP|5|obj signed|VERB|VBD|-1|root|sign it|PRON|PRP|5|obj +.|PUNCT|.|5|punct",
      ],
      0,
      "RUS GOV Russia; IRN GOV Iran; TUR GOV Turkey",
    ],
    [
      'a bare second noun belongs to the first one\'s state, lower-case "us" is that state',
      [
        "They|PRON|PRP|1|nsubj expelled|VERB|VBD|-1|root|expel 755|NUM|CD|4|nummod us|PRON|PRP|1|iobj|we diplomats|NOUN|NNS|1|obj|diplomat and|CCONJ|CC|6|cc workers|NOUN|NNS|4|conj|worker +.|PUNCT|.|1|punct",
      ],
      4,
      "USA GOV 755 us diplomats and workers",
    ],
    [
      "two states before one noun are two actors",
      [
        "French|ADJ|JJ|3|amod and|CCONJ|CC|2|cc Egyptian|ADJ|JJ|0|conj warships|NOUN|NNS|4|nsubj|warship sailed|VERB|VBD|-1|root|sail +.|PUNCT|.|4|punct",
      ],
      3,
      "FRA MIL French and Egyptian warships; EGY MIL French and Egyptian warships",
    ],
    [
      "who is against a state is not of it",
      [
        "Anti-American|ADJ|JJ|1|amod protesters|NOUN|NNS|2|nsubj|protester marched|VERB|VBD|-1|root|march +.|PUNCT|.|2|punct",
      ],
      1,
      "- CVL Anti-American protesters",
    ],
    [
      "who is backed by a state is not of it",
      [
        "Iran-backed|ADJ|JJ|1|amod rebels|NOUN|NNS|2|nsubj|rebel fought|VERB|VBD|-1|root|fight +.|PUNCT|.|2|punct",
      ],
      1,
      "- REB Iran-backed rebels",
    ],
    [
      "state and sector of an unknown person by his title, and by his chain afterwards",
      [
        "Syrian|ADJ|JJ|1|amod dissident|NOUN|NN|-1|root Louay|PROPN|NNP|4|nsubj Hussein|PROPN|NNP|2|flat spoke|VERB|VBD|1|acl:relcl|speak +.|PUNCT|.|1|punct",
        "Hussein|PROPN|NNP|1|nsubj left|VERB|VBD|-1|root|leave +.|PUNCT|.|1|punct",
      ],
      0,
      "SYR OPP Hussein",
    ],
    [
      "hundreds are who the whole is",
      [
        "Hundreds|NOUN|NNS|4|nsubj|hundred of|ADP|IN|3|case Turkish|ADJ|JJ|3|amod protesters|NOUN|NNS|0|nmod|protester gathered|VERB|VBD|-1|root|gather +.|PUNCT|.|4|punct",
      ],
      0,
      "TUR CVL Hundreds of Turkish protesters",
    ],
    [
      "who held an office holds it no more",
      [
        "Former|ADJ|JJ|1|amod President|PROPN|NNP|2|nmod:desc Barack|PROPN|NNP|4|nsubj Obama|PROPN|NNP|2|flat spoke|VERB|VBD|-1|root|speak +.|PUNCT|.|4|punct",
      ],
      2,
      "USA ELI Former President Barack Obama",
    ],
    [
      "the leaders of two states are two",
      [
        "The|DET|DT|1|det leaders|NOUN|NNS|6|nsubj|leader of|ADP|IN|3|case France|PROPN|NNP|1|nmod and|CCONJ|CC|5|cc Germany|PROPN|NNP|3|conj met|VERB|VBD|-1|root|meet +.|PUNCT|.|6|punct",
      ],
      1,
      "FRA GOV leaders of France and Germany; DEU GOV leaders of France and Germany",
    ],
    [
      "a group of states is each of them",
      [
        "The|DET|DT|2|det Baltic|ADJ|JJ|2|amod states|NOUN|NNS|3|nsubj|state agreed|VERB|VBD|-1|root|agree +.|PUNCT|.|3|punct",
      ],
      2,
      "EST GOV Baltic states; LVA GOV Baltic states; LTU GOV Baltic states",
    ],
    [
      "his counterpart is of the state that is named, not of his",
      [
        "Lavrov|PROPN|NNP|1|nsubj met|VERB|VBD|-1|root|meet his|PRON|PRP$|4|nmod:poss Japanese|ADJ|JJ|4|amod counterpart|NOUN|NN|1|obj +.|PUNCT|.|1|punct",
      ],
      4,
      "JPN GOV his Japanese counterpart",
    ],
    [
      "a list whose last name is the head",
      [
        "Not|PART|RB|2|advmod only|ADV|RB|2|advmod Egypt|PROPN|NNP|6|nsubj but|CCONJ|CC|5|cc also|ADV|RB|5|advmod Turkey|PROPN|NNP|6|nsubj agreed|VERB|VBD|-1|root|agree +.|PUNCT|.|6|punct",
      ],
      5,
      "EGY GOV Egypt; TUR GOV Turkey",
    ],
    [
      "a court that the words give to another state",
      [
        "The|DET|DT|2|det Ivory|PROPN|NNP|2|compound Coast|PROPN|NNP|5|nmod:poss +'s|PART|POS|2|case Supreme|ADJ|JJ|5|amod Court|PROPN|NNP|6|nsubj ruled|VERB|VBD|-1|root|rule +.|PUNCT|.|6|punct",
      ],
      5,
      "CIV JUD Ivory Coast's Supreme Court",
    ],
    [
      "a people abroad belongs to where it lives",
      [
        "Soldiers|NOUN|NNS|1|nsubj|soldier killed|VERB|VBD|-1|root|kill ethnic|ADJ|JJ|3|amod Albanians|PROPN|NNPS|1|obj in|ADP|IN|5|case Serbia|PROPN|NNP|3|nmod +.|PUNCT|.|1|punct",
      ],
      3,
      "SRB CVL ethnic Albanians in Serbia",
    ],
  ];

for (const [what, lines, head, expect] of READINGS) {
  test(`actors: ${what}`, () => {
    const { reader } = open(lines);
    assert.equal(show(reader.read(lines.length - 1, head)), expect);
  });
}

test("actors: the day decides what an office holder is", () => {
  const line = "Tillerson|PROPN|NNP|1|nsubj left|VERB|VBD|-1|root|leave +.|PUNCT|.|1|punct";
  assert.equal(show(open([line], "2017-08-10").reader.read(0, 0)), "USA GOV Tillerson");
  assert.equal(show(open([line], "2019-08-10").reader.read(0, 0)), "USA ELI Tillerson");
});

test("actors: an office with nobody named is its holder of the day, as implied", () => {
  const line =
    "Japan|PROPN|NNP|3|nmod:poss +'s|PART|POS|0|case foreign|ADJ|JJ|3|amod minister|NOUN|NN|4|nsubj spoke|VERB|VBD|-1|root|speak +.|PUNCT|.|4|punct";
  const [reading] = open([line]).reader.read(0, 3);
  assert.equal(reading?.name, "Taro Kono");
  assert.equal(reading?.basis, "implied");
  const [earlier] = open([line], "2010-08-10").reader.read(0, 3);
  assert.deepEqual([earlier?.code, earlier?.name, earlier?.basis], ["JPN", null, "stated"]);
});

test("actors: the ministers of two states are their holders of the day", () => {
  const line =
    "The|DET|DT|2|det foreign|ADJ|JJ|2|amod ministers|NOUN|NNS|7|nsubj|minister of|ADP|IN|4|case Russia|PROPN|NNP|2|nmod and|CCONJ|CC|6|cc Japan|PROPN|NNP|4|conj met|VERB|VBD|-1|root|meet +.|PUNCT|.|7|punct";
  const names = (day: string) =>
    open([line], day)
      .reader.read(0, 2)
      .map((one) => one.name);
  assert.deepEqual(names("2017-08-10"), ["Sergey Lavrov", "Taro Kono"]);
  assert.deepEqual(names("2003-08-10"), [null, null]);
});

test("actors: his counterpart holds the same office", () => {
  const line =
    "Lavrov|PROPN|NNP|1|nsubj met|VERB|VBD|-1|root|meet his|PRON|PRP$|4|nmod:poss Japanese|ADJ|JJ|4|amod counterpart|NOUN|NN|1|obj +.|PUNCT|.|1|punct";
  assert.equal(open([line]).reader.read(0, 4)[0]?.name, "Taro Kono");
});

test("actors: warships act for their owner", () => {
  const line = "Warships|NOUN|NNS|1|nsubj|warship sailed|VERB|VBD|-1|root|sail +.|PUNCT|.|1|punct";
  assert.equal(show(open([line]).reader.read(0, 0)), "");
});

test("actors: spans point into the text", () => {
  const { text, reader } = open([
    "Lavrov|PROPN|NNP|1|nsubj left|VERB|VBD|-1|root|leave +.|PUNCT|.|1|punct",
    "Turkish|ADJ|JJ|1|amod police|NOUN|NN|2|nsubj detained|VERB|VBD|-1|root|detain a|DET|DT|4|det journalist|NOUN|NN|2|obj +.|PUNCT|.|2|punct",
  ]);
  const [reading] = reader.read(1, 1);
  assert.equal(text.slice(reading?.start, reading?.end), "Turkish police");
});

test("actors: whose act a noun names", () => {
  const { reader } = open([
    "Israel|PROPN|NNP|2|nmod:poss +'s|PART|POS|0|case decision|NOUN|NN|3|nsubj surprised|VERB|VBD|-1|root|surprise Iran|PROPN|NNP|3|obj +.|PUNCT|.|3|punct",
  ]);
  assert.equal(show(reader.read(0, 2)), "");
  assert.equal(show(reader.readOwners(0, 2)), "ISR GOV Israel");
});

test("actors: a span is read whatever the tree says", () => {
  const { text, reader } = open([
    "Turkish|ADJ|JJ|2|amod riot|NOUN|NN|2|compound police|NOUN|NN|3|nsubj left|VERB|VBD|-1|root|leave +.|PUNCT|.|3|punct",
  ]);
  const start = text.indexOf("riot");
  assert.equal(show(reader.readSpan(0, { start, end: start + 11 })), "TUR COP Turkish riot police");
  assert.equal(show(reader.readSpan(0, { start: 0, end: 7 })), "TUR - Turkish");
});

test("actors: places with their state and preposition", () => {
  const { reader } = open([
    "Rebels|NOUN|NNS|1|nsubj|rebel fought|VERB|VBD|-1|root|fight in|ADP|IN|3|case Aleppo|PROPN|NNP|1|obl +.|PUNCT|.|1|punct",
  ]);
  const [place, ...others] = reader.readPlaces(0);
  assert.deepEqual(
    [place?.name, place?.countryCode, place?.preposition, others.length],
    ["Aleppo", "SYR", 2, 0],
  );
});
