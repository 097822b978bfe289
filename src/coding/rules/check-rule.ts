/**
 * A rule against its own examples and counter-examples.
 *
 * In: a rule and a way to code a sentence. Out: complaints, empty when the rule
 * keeps its word. scripts/check-knowledge runs it over every rule.
 */
import type { EventRule, RuleExample } from "../../knowledge/coding-knowledge.ts";
import type { Actor, Mention, SetAside } from "../types.ts";

/** Codes one sentence as a report of its own, without day. */
export type CodeText = (text: string) => {
  readonly mentions: readonly Mention[];
  readonly setAside: readonly SetAside[];
};

/** What is wrong with the rule; empty when nothing is. */
export function checkRule(rule: EventRule, codeText: CodeText): string[] {
  if (rule.gives === "NONE") return checkNothing(rule, codeText);
  if (rule.only === "content") return checkContent(rule, codeText);
  const complaints: string[] = [];
  for (const given of rule.examples) {
    const example: RuleExample = typeof given === "string" ? { text: given } : given;
    const { mentions, setAside } = codeText(example.text);
    const mine = mentions.find((mention) => mention.rule === rule.id) ?? outscored(rule, mentions, setAside);
    if (mine === undefined) {
      const got = mentions.map((mention) => `${mention.event} by ${mention.rule}`).join(", ") || "nothing";
      complaints.push(`${rule.id}: "${example.text}" gives ${got}`);
      continue;
    }
    const event = example.event ?? (example.factuality === undefined ? rule.gives.split("/")[0] : undefined);
    if (event !== undefined && mine.rule === rule.id && mine.event !== event.split("/")[0]) {
      complaints.push(`${rule.id}: "${example.text}" gives ${mine.event}, not ${event}`);
    }
    if (example.factuality !== undefined && mine.factuality !== example.factuality) {
      complaints.push(`${rule.id}: "${example.text}" is ${mine.factuality}, not ${example.factuality}`);
    }
    const both = [...mine.actor, ...mine.recipient];
    if (example.actor !== undefined && !names(mine.actor, example.actor)) {
      complaints.push(
        `${rule.id}: "${example.text}" has the actor ${list(mine.actor)}, not ${example.actor}`,
      );
    }
    if (
      example.recipient !== undefined &&
      !names(rule.reciprocal === true ? both : mine.recipient, example.recipient)
    ) {
      complaints.push(
        `${rule.id}: "${example.text}" has the recipient ${list(mine.recipient)}, not ${example.recipient}`,
      );
    }
  }
  for (const text of rule.counterExamples) {
    if (codeText(text).mentions.some((mention) => mention.rule === rule.id))
      complaints.push(`${rule.id}: matches its counter-example "${text}"`);
  }
  return complaints;
}

/** The mention of a rule that says the same and scored better where this rule matched too. */
function outscored(
  rule: EventRule,
  mentions: readonly Mention[],
  setAside: readonly SetAside[],
): Mention | undefined {
  const lost = setAside.find((aside) => aside.rule === rule.id && aside.reason === "coding/outscored");
  if (lost === undefined) return undefined;
  const event = rule.gives.split("/")[0];
  return mentions.find(
    (mention) =>
      mention.rule === lost.winner && (mention.event === event || mention.content?.event === event),
  );
}

/** A rule for what other events are about: it shows as the content of its examples' mentions. */
function checkContent(rule: EventRule, codeText: CodeText): string[] {
  const complaints: string[] = [];
  const event = rule.gives.split("/")[0];
  const shows = (text: string, outer: string | undefined) =>
    codeText(text).mentions.some(
      (one) => one.content?.event === event && (outer === undefined || one.event === outer),
    );
  for (const given of rule.examples) {
    const example: RuleExample = typeof given === "string" ? { text: given } : given;
    if (!shows(example.text, example.event))
      complaints.push(`${rule.id}: "${example.text}" has no content ${event}`);
  }
  for (const text of rule.counterExamples) {
    if (shows(text, undefined)) complaints.push(`${rule.id}: is content in its counter-example "${text}"`);
  }
  return complaints;
}

/** A rule for words that are no event: its examples give no mention, its counter-examples give one. */
function checkNothing(rule: EventRule, codeText: CodeText): string[] {
  const complaints: string[] = [];
  for (const given of rule.examples) {
    const text = typeof given === "string" ? given : given.text;
    const got = codeText(text).mentions;
    if (got.length > 0) complaints.push(`${rule.id}: "${text}" gives ${got[0]!.event} by ${got[0]!.rule}`);
  }
  for (const text of rule.counterExamples) {
    if (codeText(text).mentions.length === 0)
      complaints.push(`${rule.id}: silences its counter-example "${text}"`);
  }
  return complaints;
}

function names(actors: readonly Actor[], text: string): boolean {
  return actors.some((actor) => actor.entityText.includes(text) || text.includes(actor.entityText));
}

function list(actors: readonly Actor[]): string {
  return actors.map((actor) => actor.entityText).join(" + ") || "nobody";
}
