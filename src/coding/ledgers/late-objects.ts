/** Objects and subjects that the parser hung on what stands between them and their verb. A slot and a trigger in, heads out. */
import type { TriggerView } from "../matching/match-frame.ts";
import { childWith, type Tree } from "../tree/tree.ts";
import type { LedgerSlot } from "./compile-rules.ts";
import type { LedgerTools } from "./types.ts";

/** "expelled two envoys hours later": the object that the parser hung on the words of time. */
export function objectsBeforeTime(
  slot: LedgerSlot,
  view: TriggerView,
  tree: Tree,
  tools: LedgerTools,
): number[] {
  if (slot.where !== "object" || slot.role === "WORD" || view.passive) return [];
  const times = tree.children[view.trigger]!.filter(
    (child) =>
      child > view.trigger &&
      (tools.cues.timeNouns.has(tree.lower[child]!) || tools.cues.timeNouns.has(tree.tokens[child]!.lemma)),
  );
  return times.flatMap((time) =>
    tree.children[time]!.filter(
      (child) => child > view.trigger && child < time && tree.relation[child] === "compound",
    ),
  );
}

/** "revoked with immediate effect a military accord": the object that the parser set beside the phrase before it. */
export function objectsBehindPhrase(slot: LedgerSlot, view: TriggerView, tree: Tree): number[] {
  if (slot.where !== "object" || slot.role === "WORD" || view.passive || view.object >= 0) return [];
  const phrases = tree.children[view.trigger]!.filter(
    (child) => child > view.trigger && tree.relation[child] === "obl",
  );
  return phrases.flatMap((phrase) =>
    tree.children[phrase]!.filter(
      (child) => tree.relation[child] === "appos" && !hasComma(tree, phrase, child),
    ),
  );
}

const hasComma = (tree: Tree, from: number, to: number) =>
  tree.tokens.slice(from, to).some(({ form }) => form === ",");

/** "ceased to be a member of the Union": the organisation behind the preposition, whatever that hangs on. */
export function organisationsBehind(slot: LedgerSlot, view: TriggerView, tree: Tree): number[] {
  if (slot.where !== "oblique" || slot.role !== "ORG") return [];
  return tree.tokens
    .slice(view.trigger + 1, view.trigger + REACH)
    .filter(({ index }) => {
      const mark = childWith(tree, index, "case");
      return mark > view.trigger && slot.prepositions.includes(tree.lower[mark]!);
    })
    .map(({ index }) => index);
}

const REACH = 12;

/** "flew into Baghdad unannounced": the noun of the preposition right behind the verb, whatever it hangs on; -1 for none. */
export function nounBehind(trigger: number, prepositions: readonly string[], tree: Tree): number {
  const next = tree.tokens[trigger + 1];
  const isOwn =
    next?.deprel === "case" && next.head > trigger + 1 && prepositions.includes(tree.lower[next.index]!);
  return isOwn ? next.head : -1;
}

/** "they had last met": the subject of the auxiliary that the parser took for the verb. */
export function withSubjectOver(view: TriggerView, tree: Tree): TriggerView {
  const { head } = tree.tokens[view.trigger]!;
  const subject = head >= 0 && tree.relation[view.trigger] === "obj" ? childWith(tree, head, "nsubj") : -1;
  return subject < 0 ? view : { ...view, subject, subjectVia: "words" };
}
