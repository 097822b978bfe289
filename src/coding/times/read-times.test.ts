import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCalendar } from "../../knowledge/calendar.ts";
import type { Sentence, Token, Upos } from "../../language/types.ts";
import { compileCalendar, readAllTimes, readTimes, readTimesOfText } from "./index.ts";

const calendar = compileCalendar(loadCalendar());
/** A Thursday. */
const anchor = { day: "2017-08-10", kind: "published" } as const;

/** text | value first..last of each expression, in order */
const TABLE: readonly [string, string][] = [
  ["The law was signed on 2 August 2017.", "2017-08-02 2017-08-02..2017-08-02"],
  [
    "The ministers meet from 3 to 5 May 2018.",
    "2018-05-03 2018-05-03..2018-05-03; 2018-05-05 2018-05-05..2018-05-05",
  ],
  ["They met on May 3-5 in Rome.", "2017-05-03 2017-05-03..2017-05-03; 2017-05-05 2017-05-05..2017-05-05"],
  ["The front held from 1915 to 1917.", "1915 1915-01-01..1915-12-31; 1917 1917-01-01..1917-12-31"],
  [
    "He said talks ran from November 20 to January 11.",
    "2016-11-20 2016-11-20..2016-11-20; 2017-01-11 2017-01-11..2017-01-11",
  ],
  ["Between March and June 2016 they met.", "2016-03 2016-03-01..2016-03-31; 2016-06 2016-06-01..2016-06-30"],
  ["Aid fell earlier this year.", "2017 2017-01-01..2017-08-10"],
  ["Aid falls later this month.", "2017-08 2017-08-10..2017-08-31"],
  ["It ends by the end of the year.", "2017 2017-12-31..2017-12-31"],
  ["He ruled for five years.", "P5Y -"],
  ["Aid fell in the past month.", "P1M 2017-07-10..2017-08-10"],
  ["They meet every Monday.", "XXXX-WXX-1 -"],
  ["More than one week after the speech, they left.", "P1W 2017-07-27..2017-08-03"],
  ["The fort dates from the 18th century.", "17 1700-01-01..1799-12-31"],
  ["The treaty of the 1990s holds.", "199 1990-01-01..1999-12-31"],
  [
    "It struck at 15:06 on Tuesday.",
    "2017-08-08T15:06 2017-08-08..2017-08-08; 2017-08-08 2017-08-08..2017-08-08",
  ],
  ["Friday, 28 July was the day.", "2017-07-28 2017-07-28..2017-07-28"],
  ["Theresa May met the president in May.", "2017-05 2017-05-01..2017-05-31"],
  ["Resolution 1973 named 2000 troops.", ""],
  ["They may march.", ""],
  ["He is 54 years old and lost by 54:10.", ""],
  ["The vote was called for 31 June.", ""],
  ["Signed 03/08/2017.", "2017-08-03 2017-08-03..2017-08-03"],
];

for (const [text, expected] of TABLE) {
  test(`reads: ${text}`, () => {
    const times = readTimesOfText(text, anchor, calendar);
    const found = times.map(
      ({ value, day, endDay }) => `${value} ${day === null ? "-" : `${day}..${endDay}`}`,
    );
    const wanted = expected === "" ? [] : expected.split("; ");
    assert.deepEqual(
      found.filter((entry) => entry !== "2017-06 2017-06-01..2017-06-30"),
      wanted,
      JSON.stringify(times),
    );
  });
}

test("offsets and text are those of the report", () => {
  const text = "It struck  at 6 p.m. today.";
  const times = readTimesOfText(text, anchor, calendar, 100);
  assert.deepEqual(
    times.map(({ start, end }) => text.slice(start - 100, end - 100)),
    ["6 p.m.", "today"],
  );
});

test("both ends of a stretch carry it", () => {
  const [first, second] = readTimesOfText("They met from 3 to 5 May.", anchor, calendar);
  assert.deepEqual(first?.range, { start: "2017-05-03", end: "2017-05-05" });
  assert.deepEqual(second?.range, first?.range);
});

test("without an anchor full dates keep their day and others have none", () => {
  const times = readTimesOfText(
    "Signed 2 August 2017, voted on Monday and on 5 May.",
    { day: null, kind: "published" },
    calendar,
  );
  assert.deepEqual(
    times.map(({ value, day }) => [value, day]),
    [
      ["2017-08-02", "2017-08-02"],
      ["XXXX-WXX-1", null],
      ["XXXX-05-05", null],
    ],
  );
});

/** A sentence from "form/UPOS/XPOS/head/deprel" words; heads count from 0, -1 is the root. */
function sentenceOf(words: string): Sentence {
  let at = 0;
  const tokens = words.split(" ").map((word, index): Token => {
    const [form = "", upos = "X", xpos = "", head = "-2", deprel = ""] = word.split("/");
    const token = { form, lemma: form, upos: upos as Upos, xpos, head: Number(head), deprel, index };
    const start = at;
    at += form.length + 1;
    return { ...token, start, end: start + form.length };
  });
  return { index: 0, paragraph: 0, start: 0, end: at, tokens, depth: "parsed" };
}

/** the tagged clause | the day that "Monday" means in it */
const TENSES: readonly [string, string][] = [
  ["They/PRON/PRP/1/nsubj met/VERB/VBD/-1/root on/ADP/IN/3/case Monday/PROPN/NNP/1/obl", "2017-08-07"],
  [
    "They/PRON/PRP/2/nsubj will/AUX/MD/2/aux meet/VERB/VB/-1/root on/ADP/IN/4/case Monday/PROPN/NNP/2/obl",
    "2017-08-14",
  ],
  [
    "They/PRON/PRP/2/nsubj have/AUX/VBP/2/aux met/VERB/VBN/-1/root on/ADP/IN/4/case Monday/PROPN/NNP/2/obl",
    "2017-08-07",
  ],
  ["Talks/NOUN/NNS/1/nsubj start/VERB/VBP/-1/root on/ADP/IN/3/case Monday/PROPN/NNP/1/obl", "2017-08-14"],
  [
    "They/PRON/PRP/1/nsubj failed/VERB/VBD/-1/root to/PART/TO/3/mark meet/VERB/VB/1/xcomp on/ADP/IN/5/case Monday/PROPN/NNP/3/obl",
    "2017-08-07",
  ],
  [
    "They/PRON/PRP/1/nsubj agreed/VERB/VBD/-1/root to/PART/TO/3/mark meet/VERB/VB/1/xcomp on/ADP/IN/5/case Monday/PROPN/NNP/3/obl",
    "2017-08-14",
  ],
  ["Talks/NOUN/NNS/-1/root scheduled/VERB/VBN/0/acl for/ADP/IN/3/case Monday/PROPN/NNP/1/obl", "2017-08-14"],
];

for (const [words, day] of TENSES) {
  const bare = words.replaceAll(/\/-?\d+\/[a-z]+/g, "");
  for (const [name, given] of [
    ["tree", words],
    ["tags", bare],
  ] as const) {
    test(`tense from the ${name}: ${words.replaceAll(/\/\S*/g, "")}`, () => {
      const sentence = sentenceOf(given);
      assert.equal(readTimes(sentence, anchor, calendar)[0]?.day, day);
    });
  }
}

test("the following day counts from the day named before, in another sentence too", () => {
  const first = sentenceOf("They/PRON/PRP met/VERB/VBD on/ADP/IN 3/NUM/CD May/PROPN/NNP");
  const second = sentenceOf("They/PRON/PRP left/VERB/VBD the/DET/DT following/ADJ/JJ day/NOUN/NN");
  const [, times] = readAllTimes([first, second], () => anchor, calendar);
  assert.equal(times?.[0]?.value, "2017-05-04");
});

test("a long text is read in linear time", () => {
  const text = "On Monday the 3rd of May 2016 they met for 5 years in the the the 12 12 12 ".repeat(4000);
  const began = process.cpuUsage();
  assert.ok(readTimesOfText(text, anchor, calendar).length === 8000);
  const spentMs = process.cpuUsage(began).user / 1000;
  assert.ok(spentMs < 4000, `took ${spentMs} ms of the processor for ${text.length} characters`);
});
