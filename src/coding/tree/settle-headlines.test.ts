/** Headlines: verbs that were taken for nouns are verbs again, and nouns stay nouns. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { settleHeadline, withSubject } from "./settle-headlines.ts";
import { tokensOf } from "./testing/tokens.ts";

const words = {
  isVerb: ({ form }: { form: string }) =>
    /^(?:tests?|signs?|arms|lifts|heads|attacks|shells|seize|vow|free|calls)$/.test(form),
  isArms: ({ form }: { form: string }) => form === "drones",
  isPhrase: (verb: { form: string }, { form }: { form: string }) => verb.form === "calls" && form === "off",
  isPlural: ({ form }: { form: string }) => form === "police",
  isPeople: ({ form }: { form: string }) => form === "states" || form === "rebels",
  isEvent: ({ form }: { form: string }) => form === "attacks" || form === "calls",
  opensClause: ({ form }: { form: string }) => form === "as",
  modifiers: new Set(["arms"]),
};

/** "form/XPOS …" to the tags that come out. */
function tagsOf(line: string): string {
  const tokens = tokensOf(
    line
      .split(" ")
      .map((word) => {
        const [form, xpos] = word.split("/") as [string, string];
        const upos = xpos.startsWith("V") ? "VERB" : xpos === "," || xpos === "." ? "PUNCT" : "NOUN";
        return `${form}/${upos}/${xpos}/-2/_`;
      })
      .join(" "),
  );
  const settled = settleHeadline(tokens, words);
  return settled === tokens ? "same" : settled.map(({ xpos }) => xpos).join(" ");
}

/** Tagged words, what comes out, and why where it is not plain. */
const CASES: readonly (readonly [string, string])[] = [
  ["Chad/NNP tests/NNS rockets/NNS", "NNP VBZ NNS"],
  ["Chad/NNP ,/, Mali/NNP sign/NN pact/NN", "NNP , NNP VBP NN"],
  ["Chad/NNP rebels/NNS seize/NN town/NN", "NNP NNS VBP NN"],
  // a noun behind the verb that the tagger took for the verb
  ["Chad/NNP lifts/NNS ban/VBP on/IN rice/NN", "NNP VBZ NN IN NN"],
  ["Lima/NNP police/NN seize/NN cars/NNS", "NNP NN VBP NNS"],
  // people that the tagger took for the verb
  ["Gulf/NNP states/VBZ vow/NN revenge/NN", "NNP NNS VBP NN"],
  ["Chad/NNP chief/NN heads/NNS to/IN Mali/NNP", "NNP NN VBZ IN NNP"],
  ["Ten/CD hurt/VBN as/IN army/NN shells/NNS market/NN", "CD VBN IN NN VBZ NN"],
  ["Kyiv/NNP drones/VBZ seize/IN Russian/JJ depot/NN", "NNP NNS VBP JJ NN"],
  ["Chad/NNP signs/VBZ plan/VBP to/TO move/VB", "NNP VBZ NN TO VB"],
  ["Chad/NNP rebels/NNS free/NN held/VBD men/NNS", "NNP NNS VBP JJ NNS"],
  ["Chad/NNP opposition/NN calls/NNS off/IN rally/NN", "NNP NN VBZ IN NN"],
  ["Chad/NNP opposition/NN calls/NNS in/IN vain/NN", "same"],
  // no comma has letters
  ["Court/NN signs/NNS ex-king/, out/RP", "NN VBZ NN RP"],
  ["Chad/NNP arms/NNS Mali/NNP", "NNP VBZ NNP"],
  ["Chad/NNP arms/NNS exports/NNS", "same"],
  ["Chad/NNP attacks/NNS on/IN Mali/NNP", "same"],
  // a sentence has a stop, and a verb with a tense is enough
  ["Chad/NNP tests/NNS rockets/NNS ./.", "same"],
  ["Chad/NNP tests/NNS rockets/NNS failed/VBD", "same"],
];

for (const [line, tags] of CASES)
  test(`${line}: ${tags}`, () => {
    assert.equal(tagsOf(line), tags);
  });

test("the noun before the settled verb is its subject", () => {
  const tokens = tokensOf("Chad/PROPN/NNP/1/compound tests/VERB/VBZ/-1/root rockets/NOUN/NNS/1/obj");
  assert.equal(withSubject(tokens, 1)[0]!.deprel, "nsubj");
  const right = tokensOf("Chad/PROPN/NNP/1/nsubj tests/VERB/VBZ/-1/root");
  assert.equal(withSubject(right, 1), right);
});
