/** The figures of a matched rule: of its slots, its noun, the clause below and what stands behind the verb. */
import { SETTLEMENT, wordSlot } from "./clue-words.ts";
import type { LedgerMatch } from "./match-frame.ts";
import { figuresOf, moneyOf } from "./read-fields.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";

const LIMIT = "limit";

export function figuresIn(match: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools) {
  const { ledger } = match.frame.rule;
  if (ledger !== "measure" && ledger !== "agreement") return [];
  const heads = [
    match.aim,
    match.on,
    match.thing?.head ?? -1,
    match.frame.rule.kind === SETTLEMENT ? wordSlot(match, sentence) : -1,
    ...cutHeads(match, sentence),
    ...allowedHeads(match, sentence),
    ...(ledger === "measure" ? againstHeads(match, sentence, tools) : []),
    ...(match.frame.rule.kind === LIMIT ? cappedAt(match, tools) : []),
  ];
  const own = figuresOf(heads, match.trigger, sentence, tools);
  const money = moneyOf(match.trigger, sentence, tools);
  const more = money.filter(({ value }, index) => money.findIndex((one) => one.value === value) === index);
  return [...own, ...more.filter(({ value }) => !own.some((one) => one.value === value))];
}

/** "capped deliveries at two million barrels" */
function cappedAt({ view, trigger }: LedgerMatch, { tables }: LedgerTools): readonly number[] {
  return view.prepositions
    .filter(({ preposition, head }) => head > trigger && tables.list("at-prepositions").has(preposition))
    .map(({ head }) => head);
}

/** What the clause below counts ("ordered it to cut 755 of its 1,200 staff"). */
function cutHeads({ frame, view }: LedgerMatch, { tree }: LedgerSentence): readonly number[] {
  if (view.content < 0 || frame.rule.kind === undefined || !frame.slots.some(({ role }) => role === "CLAUSE"))
    return [];
  return tree.children[view.content]!.filter((child) => {
    const relation = tree.relation[child];
    return child > view.content && (relation === "obj" || relation === "obl");
  });
}

/** What an agreement sets ("limits each side to 20 ships"). */
function allowedHeads({ frame, trigger }: LedgerMatch, { tree }: LedgerSentence): readonly number[] {
  const { ledger, step, role } = frame.rule;
  if (ledger !== "agreement" || step !== undefined || role !== undefined || frame.noun) return [];
  const below = tree.children[trigger]!.filter(
    (child) => child > trigger && tree.relation[child] === "xcomp",
  );
  return [trigger, ...below].flatMap((over) =>
    tree.children[over]!.filter((child) => child > trigger && tree.relation[child] === "obl"),
  );
}

function againstHeads(match: LedgerMatch, { tree }: LedgerSentence, tools: LedgerTools): readonly number[] {
  const list = tools.tables.list("against");
  const isOthers = (head: number) => {
    const over = tree.tokens[head]!.head;
    return (
      over !== match.trigger &&
      over >= 0 &&
      tree.children[over]!.some((child) => tree.relation[child] === "obj")
    );
  };
  return match.view.prepositions
    .filter(({ preposition, head }) => list.has(preposition) && head > match.trigger && !isOthers(head))
    .map(({ head }) => head);
}
