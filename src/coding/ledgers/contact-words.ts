/** What those who met wanted, promised or did not reach. A matched rule in, words out. */
import { FINITE } from "../tree/tags.ts";
import { childWith } from "../tree/tree.ts";
import { entriesAt } from "./entries-at.ts";
import type { LedgerMatch } from "./match-frame.ts";
import { clauseEnd } from "./read-fields.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";
import { isTime, phraseText } from "./words-of.ts";

/** What somebody agrees or promises to do, without the contact at which he does ("restore ties | at a meeting in A") and
 * without the clauses behind it ("| as they held talks"). */
export function contentText(content: number, sentence: LedgerSentence, tools: LedgerTools): string {
  const { tree } = sentence;
  const without = tree.children[content]!.filter((child) => {
    if (child < content) return false;
    const isBehind = tree.relation[child] === "advcl" && childWith(tree, child, "mark") >= 0;
    return (isBehind && FINITE.has(tree.tokens[child]!.xpos)) || isHeldAt(child, sentence, tools);
  });
  return phraseText(content, sentence, tools, without);
}

function isHeldAt(child: number, { tree }: LedgerSentence, tools: LedgerTools): boolean {
  const mark = tree.relation[child] === "obl" ? childWith(tree, child, "case") : -1;
  return (
    mark >= 0 &&
    tools.tables.list("at-contact").has(tree.lower[mark]!) &&
    entriesAt(tree, child, tools.tables).some(({ ledger }) => ledger === "contact")
  );
}

/** What those who met wanted ("met in Rabat on Monday to mend relations", "talks aimed at ending the strike"). */
export function purposeBehind(
  { trigger }: LedgerMatch,
  sentence: LedgerSentence,
  tools: LedgerTools,
): string | null {
  const { tree, text } = sentence;
  for (let at = trigger + 1; at < tree.tokens.length; at++) {
    const { xpos, upos, form } = tree.tokens[at]!;
    if (FINITE.has(xpos) || form === ";") return null;
    const isInfinitive = upos === "PART" && tree.tokens[at + 1]?.xpos === "VB";
    const isAimed =
      tools.tables.list("purpose-cues").has(`${tree.lower[at]!}_${tree.lower[at + 1] ?? ""}`) &&
      tree.tokens[at + 2]?.xpos === "VBG";
    if (!isInfinitive && !isAimed) continue;
    const verb = isInfinitive ? at + 1 : at + 2;
    // "to discuss trade", "to attend the talks": told by another clue, or no topic.
    const object = childWith(tree, verb, "obj");
    const isContact =
      (object >= 0 && entriesAt(tree, object, tools.tables).some(({ ledger }) => ledger === "contact")) ||
      (tools.tables.frames.get(tree.lower[verb]!) ?? []).some(
        ({ rule, slots }) => rule.ledger === "contact" && !slots.some(({ role }) => role === "THING"),
      );
    if (isContact || tools.tables.list("empty-purposes").has(tree.tokens[verb]!.lemma)) return null;
    const end = clauseEnd(tree, verb);
    return end - verb < 2 ? null : text.slice(tree.tokens[verb]!.start, tree.tokens[end - 1]!.end);
  }
  return null;
}

/** "ended the summit without a deal on A": what they did not agree on. */
export function missedBehind(
  { trigger }: LedgerMatch,
  sentence: LedgerSentence,
  tools: LedgerTools,
): string | null {
  const { tree } = sentence;
  const { list } = tools.tables;
  for (const { index } of tree.tokens.slice(trigger + 1)) {
    const mark = childWith(tree, index, "case");
    if (mark < trigger || !list("consent-cues").has(tree.lower[mark]!)) continue;
    if (!entriesAt(tree, index, tools.tables).some(({ ledger }) => ledger === "agreement")) continue;
    const noun = list("contact-abouts").has(tree.lower[index + 1] ?? "") ? tree.tokens[index + 1]!.head : -1;
    return noun <= index || isTime(noun, sentence) ? null : phraseText(noun, sentence, tools);
  }
  return null;
}
