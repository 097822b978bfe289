import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLanguageModels } from "../knowledge/models.ts";
import { createLanguage, readConllu, toConllu } from "./index.ts";
import type { Sentence } from "./types.ts";

const language = createLanguage(loadLanguageModels());
const parse = (text: string) => language.split(text).map(language.parse);

/** The word on which the relation of that name hangs in the sentence: "relation(head, dependent)". */
function relations(sentence: Sentence): string[] {
  return sentence.tokens.map((token) => {
    const head = token.head < 0 ? "ROOT" : sentence.tokens[token.head]?.form;
    return `${token.deprel}(${head}, ${token.form})`;
  });
}

/** [text, relations that must be among those found]. */
const TREES: readonly (readonly [string, readonly string[]])[] = [
  [
    "Russia expelled 755 diplomats.",
    ["nsubj(expelled, Russia)", "obj(expelled, diplomats)", "nummod(diplomats, 755)"],
  ],
  [
    "The law was signed by the president.",
    ["nsubj:pass(signed, law)", "aux:pass(signed, was)", "case(president, by)"],
  ],
  [
    "Japan and Russia held talks in Manila.",
    ["nsubj(held, Japan)", "conj(Japan, Russia)", "obj(held, talks)"],
  ],
  [
    "The minister did not meet the envoy.",
    ["nsubj(meet, minister)", "advmod(meet, not)", "obj(meet, envoy)"],
  ],
  [
    "Lavrov said that Moscow would respond.",
    ["ccomp(said, respond)", "nsubj(respond, Moscow)", "aux(respond, would)"],
  ],
  ["China's foreign minister visited Tehran.", ["nmod:poss(minister, China)", "amod(minister, foreign)"]],
];

for (const [text, expected] of TREES) {
  test(`finds who did what in: ${text}`, () => {
    const found = relations(parse(text)[0]!);
    for (const relation of expected)
      assert.ok(found.includes(relation), `${relation} is not in ${found.join(" ")}`);
  });
}

test("tags and lemmas of plain sentences", () => {
  const [sentence] = parse("The ministers were meeting in Astana, but they didn't sign two agreements.");
  const tagged = sentence!.tokens.map((t) => `${t.lemma}/${t.upos}`).join(" ");
  assert.equal(
    tagged,
    "the/DET minister/NOUN be/AUX meet/VERB in/ADP Astana/PROPN ,/PUNCT but/CCONJ they/PRON do/AUX not/PART sign/VERB two/NUM agreement/NOUN ./PUNCT",
  );
});

test("a headline in title case is not all names", () => {
  const [sentence] = parse("Russian Envoys Meet Turkish Officials After Long Talks");
  const names = sentence!.tokens.filter((t) => t.upos === "PROPN").length;
  assert.ok(names <= 3, sentence!.tokens.map((t) => `${t.form}/${t.upos}`).join(" "));
});

test("every sentence is one tree, whatever the words", () => {
  const text =
    '"" (( He ... 17 : ; said , , U.S. -- % $ a\n\nWord\n\n!!! ??\n\n) is will the of to and " " "';
  for (const { tokens } of parse(text)) {
    assert.equal(tokens.filter((t) => t.head === -1).length, 1);
    for (const token of tokens) {
      let node = token;
      for (let steps = 0; node.head !== -1; steps++) {
        assert.ok(steps <= tokens.length, "a cycle");
        node = tokens[node.head]!;
      }
      assert.equal(token.head === -1, token.deprel === "root");
    }
  }
});

test("the same text gives the same values, and nothing is kept between calls", () => {
  const text = "The Kremlin ordered the cut. It followed a law that Congress had passed.";
  const first = JSON.stringify(parse(text));
  parse("Other words come between, and longer ones, so that a buffer that is not cleared would show.");
  assert.equal(JSON.stringify(parse(text)), first);
  assert.equal(
    JSON.stringify(parse(text)),
    JSON.stringify(createLanguage(loadLanguageModels()).split(text).map(language.parse)),
  );
});

test("depth says how far a sentence was read", () => {
  const [words] = language.split("Moscow agreed.");
  assert.equal(words!.depth, "words");
  assert.equal(words!.tokens[0]!.head, -2);
  assert.equal(language.tag(words!).depth, "tagged");
  assert.equal(language.parse(words!).depth, "parsed");
});

test("a text without full stops, and one of quotes, are read in bounded time", () => {
  for (const text of ["word and another ".repeat(34_000), '"'.repeat(100_000), "(".repeat(100_000)]) {
    const start = performance.now();
    for (const sentence of language.split(text)) language.tag(sentence);
    assert.ok(performance.now() - start < 20_000);
  }
});

test("CoNLL-U has text, ranges of contractions and missing spaces, and can be read back", () => {
  const text = "They don't agree.\n\nNo deal.";
  const conllu = toConllu(parse(text), text);
  assert.match(conllu, /# text = They don't agree\.\n/);
  assert.match(conllu, /^2-3\tdon't\t_/m);
  assert.match(conllu, /^4\tagree\tagree\tVERB\t.*\tSpaceAfter=No$/m);
  assert.equal(conllu.match(/# newpar/g)?.length, 2);
  const read = readConllu(conllu);
  assert.ok(read.ok);
  const forms = read.value.sentences.map((s) => s.tokens.map((t) => t.form).join(" "));
  assert.deepEqual(forms, ["They do n't agree .", "No deal ."]);
  for (const sentence of read.value.sentences) {
    for (const token of sentence.tokens)
      assert.equal(read.value.text.slice(token.start, token.end), token.form);
  }
  assert.equal(read.value.sentences[0]!.tokens[1]!.contractionEnd, 2);
});

test("a line that is no CoNLL-U is refused by number", () => {
  const read = readConllu("1\tHe\n2 left");
  assert.ok(!read.ok && read.refusal.code === "language/bad-conllu" && read.refusal.message.includes("2"));
});
