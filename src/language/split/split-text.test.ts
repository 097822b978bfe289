import assert from "node:assert/strict";
import { test } from "node:test";
import { loadTokenizingData } from "../../knowledge/tokenizing.ts";
import { SENTENCE_TOO_LONG } from "../faults.ts";
import { MAX_SENTENCE_TOKENS, splitText } from "./split-text.ts";

const data = loadTokenizingData();
const words = (text: string) => splitText(text, data).map((s) => s.tokens.map((t) => t.form).join(" "));

/** [what it shows, text, sentences with their words]. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ["plain sentences", "He left. She stayed.", ["He left .", "She stayed ."]],
  ["straight quotes", '"We agree," he said.', ['" We agree , " he said .']],
  [
    "smart quotes",
    "“We agree,” he said. “Now.” They left.",
    ["“ We agree , ” he said .", "“ Now . ”", "They left ."],
  ],
  [
    "titles",
    "Mr. Guterres met Gen. Dunford. They talked.",
    ["Mr. Guterres met Gen. Dunford .", "They talked ."],
  ],
  [
    "initials",
    "George W. Bush and J. F. Kennedy were presidents.",
    ["George W. Bush and J. F. Kennedy were presidents ."],
  ],
  ["U.S. inside", "U.S. President Trump spoke.", ["U.S. President Trump spoke ."]],
  [
    "U.S. at the end",
    "He flew to the U.S. The talks failed.",
    ["He flew to the U.S .", "The talks failed ."],
  ],
  ["U.S. with a stray space", "U.S. -Russia ties", ["U.S. - Russia ties"]],
  ["U.S. with possessive", "The U.S.'s envoy left.", ["The U.S. 's envoy left ."]],
  ["months", "It began on Aug. 7. It ended on Sept. 9.", ["It began on Aug. 7 .", "It ended on Sept. 9 ."]],
  ["clock times", "At 5:30pm or 15:06 GMT.", ["At 5:30 pm or 15:06 GMT ."]],
  ["missing space after time", "7 August 2017, 15:06Moscow, Aug 7", ["7 August 2017 , 15:06 Moscow , Aug 7"]],
  [
    "missing space after stop",
    "There was no deal.Tillerson left.",
    ["There was no deal .", "Tillerson left ."],
  ],
  ["money", "It paid $3.5bn and US$10m, or £30.", ["It paid $ 3.5 bn and US$ 10 m , or £ 30 ."]],
  ["per cent", "Up 3.5-4% in 2017.", ["Up 3.5 - 4 % in 2017 ."]],
  ["large numbers", "12,000 people, 1,5", ["12,000 people , 1 , 5"]],
  ["hyphens split", "a 33-year-old Moscow-based envoy", ["a 33 - year - old Moscow - based envoy"]],
  [
    "prefixes joined",
    "the ex-president's anti-war re-election",
    ["the ex-president 's anti-war re-election"],
  ],
  ["contractions", "They don't, can't and won’t.", ["They do n't , ca n't and wo n’t ."]],
  ["cannot", "They cannot agree.", ["They can not agree ."]],
  ["plural possessive", "The ministers' talks failed.", ["The ministers ' talks failed ."]],
  ["single quotes", "The talks 'were good', he said.", ["The talks ' were good ' , he said ."]],
  ["slashes", "9/11 and/or peace", ["9/11 and / or peace"]],
  [
    "addresses",
    "See https://www.un.org/en, mail a.b@un.org.",
    ["See https://www.un.org/en , mail a.b@un.org ."],
  ],
  ["question and answer", "Will he go? No! Never?!", ["Will he go ?", "No !", "Never ?!"]],
  ["quoted question goes on", '"Will he go?" she asked.', ['" Will he go ? " she asked .']],
  ["ellipsis goes on", "He waited ... and left.", ["He waited ... and left ."]],
  ["numbered list", "1. The parties agree.", ["1 . The parties agree ."]],
  ["decades and ordinals", "In the 1990s, on the 17th.", ["In the 1990s , on the 17th ."]],
  ["names with apostrophes", "O'Brien met Qa'ida's leader.", ["O'Brien met Qa'ida 's leader ."]],
  ["degree", "A Ph.D. student spoke.", ["A Ph.D. student spoke ."]],
  ["paragraphs", "Title of it\n\nHe left.\n \nShe stayed.", ["Title of it", "He left .", "She stayed ."]],
  ["no text", " \n\n ", []],
];

for (const [name, text, expected] of CASES) {
  test(`splits ${name}`, () => {
    assert.deepEqual(words(text), expected);
  });
}

test("offsets lead back to every form, in any mess", () => {
  const text = `${CASES.map(([, t]) => t).join(" ")}\r\n\r\n\u00a0\u201cCaf\u00e9\u201d \ud83d\ude00!!x''y…--z\u0000(a]b`;
  for (const sentence of splitText(text, data)) {
    let last = sentence.start;
    for (const token of sentence.tokens) {
      assert.equal(text.slice(token.start, token.end), token.form);
      assert.ok(token.start >= last && token.end > token.start);
      last = token.end;
    }
    assert.equal(sentence.end, last);
  }
});

test("no character but white space is lost", () => {
  const text = CASES.map(([, t]) => t).join(" ");
  const kept = splitText(text, data)
    .flatMap((s) => s.tokens.map((t) => t.form))
    .join("");
  assert.equal(kept, text.replace(/\s/g, ""));
});

test("a sentence without an end is cut with a reason", () => {
  const sentences = splitText("word ".repeat(100_000), data);
  assert.equal(sentences[0]?.cut, SENTENCE_TOO_LONG);
  assert.ok(sentences.every((s) => s.tokens.length <= MAX_SENTENCE_TOKENS));
  assert.equal(sentences.at(-1)?.cut, undefined);
});

test("time grows no faster than length", () => {
  const hostile = [
    "a",
    '"',
    ".",
    "U.S. The ",
    "'s",
    "x-",
    "1,",
    "(",
    "a.b@",
    "www.",
    "-",
    "\n\n",
    "Mr. ",
    "?!",
  ];
  for (const unit of hostile) {
    const before = process.cpuUsage();
    splitText(unit.repeat(Math.ceil(1_000_000 / unit.length)), data);
    const { user, system } = process.cpuUsage(before);
    assert.ok((user + system) / 1000 < 4000, `${JSON.stringify(unit)} repeated takes too long`);
  }
});
