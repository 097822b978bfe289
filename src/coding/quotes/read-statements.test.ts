/** Statements, by the table cases/tables/statements.tsv and by cases that a row cannot tell. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, it } from "node:test";
import { openCodingTools } from "../../../scripts/coding-tools.ts";
import { knowledgePath } from "../../knowledge/dir.ts";
import { loadStatementKnowledge } from "../../knowledge/statement-knowledge.ts";
import type { Statement } from "../types.ts";
import { createStatementReader } from "./index.ts";

type Read = (text: string) => readonly Statement[];
let read: Read;

before(async () => {
  const { language, openActors } = await openCodingTools();
  const reader = createStatementReader(loadStatementKnowledge());
  read = (text) => {
    const sentences = language.split(text).map((sentence) => language.parse(sentence));
    const opened = openActors(sentences, "2017-08-10");
    return reader.read({
      text,
      sections: [],
      sentences,
      discourse: opened?.discourse ?? null,
      actors: opened?.actors ?? null,
      day: "2017-08-10",
    });
  };
});

const rows = readFileSync(knowledgePath("..", "cases", "tables", "statements.tsv"), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t") as [string, string, string, string, string])
  .filter(([, half]) => half === "dev");

describe("the table of statements", () => {
  for (const [id, , text, expect, why] of rows) {
    it(`${id}: ${why}`, () => {
      const found = read(text.replaceAll("¶", "\n\n")).filter(({ level }) => level === 0);
      const wanted = expect === "-" ? [] : expect.split(";").map((one) => one.split("|"));
      assert.deepEqual(
        found.map(({ kind, content }) => [kind, content.text]),
        wanted.map(([kind, content]) => [kind, content]),
      );
      for (const [index, [, , speaker]] of wanted.entries()) {
        const words = found[index]!.speaker?.entityText ?? null;
        if (speaker === "-") assert.equal(words, null);
        else assert.ok(words?.includes(speaker!), `${words} is not ${speaker}`);
      }
    });
  }
});

describe("circumstances", () => {
  it("gives addressee, place and speaker's code", () => {
    const [one] = read("“We will sign the treaty,” Emmanuel Macron told reporters in Berlin on Monday.");
    assert.equal(one!.addressee?.entityText, "reporters");
    assert.equal(one!.place?.text, "Berlin");
    assert.equal(one!.speaker?.code, "FRA");
    assert.equal(one!.date, "2017-08-10");
  });

  it("resolves an office to its holder", () => {
    const [one] = read("Sergey Lavrov came to Manila. “We will go on,” the Russian foreign minister said.");
    assert.equal(one!.speaker?.name, "Sergey Lavrov");
    assert.equal(one!.speaker?.entityText, "the Russian foreign minister");
  });

  it("resolves a pronoun to its name", () => {
    const [one] = read("Angela Merkel met the press in Berlin. “The ban will stay,” she said.");
    assert.equal(one!.speaker?.name, "Angela Merkel");
  });

  it("credits the outlet and keeps the speaker", () => {
    const found = read("Rex Tillerson said the talks were “useful”, the BBC reported.");
    assert.equal(found.length, 1);
    assert.equal(found[0]!.speaker?.name, "Rex Tillerson");
    assert.match(found[0]!.outlet?.entityText ?? "", /BBC/);
  });

  it("tells a stance from the speaker's own verb", () => {
    const [one] = read("Angela Merkel said: “We oppose the ban.”");
    assert.equal(one!.stance?.side, "against");
    assert.equal(one!.stance?.target.text, "the ban");
  });

  it("tells a stance from a noun, a preposition and a negated verb", () => {
    const side = (text: string) =>
      read(text).map(({ stance }) => stance && [stance.side, stance.target.text]);
    assert.deepEqual(side("Angela Merkel said she was against the ban."), [["against", "the ban"]]);
    assert.deepEqual(side("“We do not support the ban,” Angela Merkel said."), [["against", "the ban"]]);
    assert.deepEqual(side("“We do not oppose the ban,” Angela Merkel said."), [null]);
    assert.deepEqual(side("Angela Merkel said that nobody opposed the ban."), [null]);
  });

  it("gives each of two who speak as one", () => {
    const [one] = read("Donald Trump and Rex Tillerson said the law was flawed.");
    assert.deepEqual(
      one!.speakers.map(({ name, office }) => [name, office]),
      [
        ["Donald Trump", "President"],
        ["Rex Tillerson", "Secretary of State"],
      ],
    );
    assert.equal(one!.speaker?.entityText, "Donald Trump and Rex Tillerson");
  });

  it("names whom the words name", () => {
    const [one] = read("Sergey Lavrov said that Turkey and Iran would sign.");
    assert.deepEqual(
      one!.about.map(({ code }) => code),
      ["TUR", "IRN"],
    );
  });

  it("breaks a quotation around its cue into parts", () => {
    const [one] = read("“The ban,” Angela Merkel said, “will stay.”");
    assert.equal(one!.parts.length, 2);
    assert.equal(one!.quoted.length, 2);
  });
});

describe("spans", () => {
  it("point to the words that they give", () => {
    const text =
      "Iran said it would stay.\n\n“We will go,” said Donald Trump. According to Reuters, he left.";
    for (const { content, cue, speaker } of read(text)) {
      assert.equal(text.slice(content.start, content.end), content.text);
      if (cue !== null) assert.equal(text.slice(cue.start, cue.end), cue.text);
      if (speaker !== null) assert.equal(text.slice(speaker.start, speaker.end), speaker.entityText);
    }
  });
});
