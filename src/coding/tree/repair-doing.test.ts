/** A doing that the parser took for an adjective is what is stopped or begun. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { repairDoing } from "./repair-doing.ts";
import { tokensOf } from "./testing/tokens.ts";

const words = {
  takesDoing: ({ form }: { form: string }) => form === "stopped",
  isVerb: ({ form }: { form: string }) => form === "shelling",
};
const line = (verb: string, doing: string) =>
  tokensOf(`They/PRON/PRP/1/nsubj ${verb}/VERB/VBD/-1/root ${doing}/VERB/VBG/3/amod towns/NOUN/NNS/1/obj`);

test("what is shelled stands under the shelling, and that under the stopping", () => {
  const tokens = repairDoing(line("stopped", "shelling"), words);
  assert.deepEqual([tokens[2]!.head, tokens[2]!.deprel, tokens[3]!.head], [1, "xcomp", 2]);
});

test("a participle behind another verb, or one that is no act, stays an adjective", () => {
  for (const tokens of [line("saw", "shelling"), line("stopped", "growing")])
    assert.equal(repairDoing(tokens, words), tokens);
});
