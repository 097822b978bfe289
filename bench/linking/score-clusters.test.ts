/** The scorers against cases that are worked out by hand or stand in the papers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bCubed, ceafE, conll, hungarian, muc } from "./score-clusters.ts";

/** "abc de" as groups: things a, b, c in one, d, e in another. */
const groups = (text: string) =>
  new Map(text.split(" ").flatMap((group) => [...group].map((thing) => [thing, group] as const)));
const near = (value: number, expected: number) => assert.ok(Math.abs(value - expected) < 1e-9, `${value}`);

test("a perfect answer scores 1 everywhere", () => {
  const gold = groups("abc de f");
  near(bCubed(gold, gold).f1, 1);
  near(muc(gold, gold).f1, 1);
  near(ceafE(gold, gold).f1, 1);
  near(conll(gold, gold), 1);
});

test("the example of Bagga and Baldwin: twelve things, two of three groups fused", () => {
  const gold = groups("abcde fg hijkl");
  const found = groups("abcde fghijkl");
  near(bCubed(gold, found).precision, 16 / 21);
  near(bCubed(gold, found).recall, 1);
  near(muc(gold, found).precision, 0.9);
  near(muc(gold, found).recall, 1);
});

test("all apart: MUC is nothing, B-cubed is precise", () => {
  const gold = groups("ab cd");
  const found = groups("a b c d");
  near(muc(gold, found).f1, 0);
  near(bCubed(gold, found).precision, 1);
  near(bCubed(gold, found).recall, 0.5);
});

test("the example of Luo 2005, figure 1 (a): CEAF-e", () => {
  const gold = groups("12345 67 89ABC");
  const found = groups("12345 6789ABC");
  // similarities 1 and 10/12, over two found and three gold groups
  near(ceafE(gold, found).precision, (1 + 10 / 12) / 2);
  near(ceafE(gold, found).recall, (1 + 10 / 12) / 3);
});

test("the alignment takes the best sum, not the best first pair", () => {
  near(
    hungarian([
      [0.9, 0.8],
      [0.8, 0.1],
    ]),
    1.6,
  );
});
