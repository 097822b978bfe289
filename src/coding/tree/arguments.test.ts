import assert from "node:assert/strict";
import { test } from "node:test";
import type { Sentence, Token } from "../../language/types.ts";
import { type ArgumentCues, isPassive, logicalObject, logicalSubject } from "./arguments.ts";
import { withoutDateline } from "./dateline.ts";
import { treeOf } from "./tree.ts";

const CUES: ArgumentCues = {
  agent: new Set(["by"]),
  objectControlMarks: new Set(["for", "of"]),
  subjectControl: new Set(["promise"]),
  passiveAuxiliaries: new Set(["was", "were", "been"]),
  perfectAuxiliaries: new Set(["has", "have"]),
  timeNouns: new Set(["thursday"]),
};

/** A parsed sentence from "form upos xpos head deprel" lines; heads count from 0, -1 is the root. */
function sentence(lines: string): Sentence {
  let start = 0;
  const tokens = lines
    .trim()
    .split("\n")
    .map((line, index): Token => {
      const [form, upos, xpos, head, deprel] = line.trim().split(/\s+/) as [
        string,
        Token["upos"],
        string,
        string,
        string,
      ];
      const token = {
        index,
        form,
        lemma: form.toLowerCase(),
        upos,
        xpos,
        head: Number(head),
        deprel,
        start,
        end: start + form.length,
      };
      start = token.end + 1;
      return token;
    });
  return { index: 0, paragraph: 0, tokens, depth: "parsed", start: 0, end: start };
}

const form = (lines: Sentence, head: number | undefined) =>
  head === undefined ? null : lines.tokens[head]!.form;

/** name, tree, verb, passive, subject, object */
const CASES = [
  [
    "an active verb",
    "Kenya PROPN NNP 1 nsubj\nexpelled VERB VBD -1 root\ndiplomats NOUN NNS 1 obj",
    1,
    false,
    "Kenya",
    "diplomats",
  ],
  [
    "a passive with its agent",
    "Diplomats NOUN NNS 2 nsubj:pass\nwere AUX VBD 2 aux:pass\nexpelled VERB VBN -1 root\nby ADP IN 4 case\nKenya PROPN NNP 2 obl:agent",
    2,
    true,
    "Kenya",
    "Diplomats",
  ],
  [
    "a perfect that was labelled passive",
    "Kenya PROPN NNP 2 nsubj:pass\nhas AUX VBZ 2 aux\nexpelled VERB VBN -1 root\nenvoys NOUN NNS 2 obj",
    2,
    false,
    "Kenya",
    "envoys",
  ],
  [
    "a joined verb",
    "Kenya PROPN NNP 1 nsubj\narrested VERB VBD -1 root\nand CCONJ CC 3 cc\nexpelled VERB VBD 1 conj\nenvoys NOUN NNS 3 obj",
    1,
    false,
    "Kenya",
    "envoys",
  ],
  [
    "an infinitive under object control",
    "Kenya PROPN NNP 1 nsubj\nurged VERB VBD -1 root\nMali PROPN NNP 1 obj\nto PART TO 4 mark\nexpel VERB VB 1 xcomp\nenvoys NOUN NNS 4 obj",
    4,
    false,
    "Mali",
    "envoys",
  ],
  [
    "a participle behind its noun",
    "Envoys NOUN NNS 3 nsubj\nexpelled VERB VBN 0 acl\nyesterday NOUN NN 1 obl\nleft VERB VBD -1 root",
    1,
    true,
    null,
    "Envoys",
  ],
  [
    "a relative clause",
    "Police NOUN NNS 4 nsubj\nwho PRON WP 2 nsubj\narrested VERB VBD 0 acl:relcl\nhim PRON PRP 2 obj\nleft VERB VBD -1 root",
    2,
    false,
    "Police",
    "him",
  ],
  [
    "a day before the object",
    "Kenya PROPN NNP 1 nsubj\nrejected VERB VBD -1 root\nThursday PROPN NNP 1 obj\nplans NOUN NNS 1 obj",
    1,
    false,
    "Kenya",
    "plans",
  ],
] as const;

for (const [name, lines, verb, passive, subject, object] of CASES) {
  test(`the arguments of ${name} are found`, () => {
    const parsed = sentence(lines);
    const tree = treeOf(parsed);
    assert.equal(isPassive(tree, verb, CUES), passive);
    assert.equal(form(parsed, logicalSubject(tree, verb, CUES)?.head), subject);
    assert.equal(form(parsed, logicalObject(tree, verb, CUES)?.head), object);
  });
}

const LINES = [
  ["KABUL ( Pajhwok ) -- Police arrested two men", "Police"],
  ["Washington - Police arrested two men", "Police"],
  ["MOSCOW : Police arrested two men", "Police"],
  ["Police arrested two men - all of them young", "Police"],
  ["The UN - backed court met", "The"],
] as const;

for (const [words, first] of LINES) {
  test(`withoutDateline starts "${words}" at ${first}`, () => {
    const lines = words.split(" ").map((word) => `${word} X X -2 _`);
    const cut = withoutDateline({ ...sentence(lines.join("\n")), depth: "words" });
    assert.equal(cut.tokens[0]!.form, first);
    assert.deepEqual(
      cut.tokens.map((token) => token.index),
      cut.tokens.map((_, index) => index),
    );
  });
}
