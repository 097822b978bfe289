/**
 * Shows how a sentence is coded: tokens and tree, actors, rules that matched, the
 * one that won, what was set aside, the mentions. With `--check [ids]` runs the
 * examples and counter-examples of rules.
 *
 * node scripts/try-rule.ts "France urged Israel to release the prisoners."
 * node scripts/try-rule.ts --check coding/visit
 */
import { checkRule } from "../src/coding/index.ts";
import type { Mention } from "../src/coding/types.ts";
import { openCodingTools } from "./coding-tools.ts";

const given = process.argv.slice(2);
const checking = given[0] === "--check";
const tools = await (checking ? openCodingTools(null) : openCodingTools());
if (checking) check(given.slice(1));
else for (const text of given) show(text);

function check(ids: readonly string[]): void {
  const rules = tools.coding.rules.filter(
    (rule) => ids.length === 0 || ids.some((id) => rule.id.startsWith(id)),
  );
  const complaints = rules.flatMap((rule) => checkRule(rule, tools.codeText));
  for (const complaint of complaints) console.log(complaint);
  console.log(`${rules.length} rules, ${complaints.length} complaints`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
}

function show(text: string): void {
  const coded = tools.codeText(text);
  for (const sentence of coded.sentences) {
    console.log(`\n${text.slice(sentence.start, sentence.end)}   [${sentence.depth}]`);
    for (const token of sentence.tokens) {
      const head = token.head < 0 ? "-" : `${token.head} ${sentence.tokens[token.head]?.form}`;
      const columns = [
        String(token.index).padStart(3),
        token.form.padEnd(18),
        token.lemma.padEnd(16),
        token.upos.padEnd(6),
        token.xpos.padEnd(5),
      ];
      console.log(columns.join(" "), token.deprel.padEnd(13), head);
    }
  }
  for (const aside of coded.setAside) {
    const words = text.slice(aside.trigger.start, aside.trigger.end);
    console.log(
      `  set aside: ${aside.rule} at "${words}": ${aside.reason}${aside.winner === null ? "" : ` (${aside.winner})`}`,
    );
  }
  for (const mention of coded.mentions) console.log(line(mention));
  if (coded.mentions.length === 0) console.log("  no mention");
}

function line(mention: Mention): string {
  const actors = (list: Mention["actor"]) =>
    list
      .map((a) => `${a.entityText}<${a.code ?? "?"}${a.sector === null ? "" : ` ${a.sector}`}>`)
      .join(" + ") || "-";
  const mode = mention.mode.length === 0 ? "" : `/${mention.mode.join("+")}`;
  const content =
    mention.content === null
      ? ""
      : ` {${mention.content.event}${mention.content.mode.length === 0 ? "" : `/${mention.content.mode.join("+")}`}}`;
  const quantity = mention.quantity.map((q) => ` ${q.value} ${q.unit}`).join(",");
  return `  ${mention.event}${mode}${content} ${mention.cameo} ${mention.factuality} ${mention.confidence}  ${actors(mention.actor)} -> ${actors(mention.recipient)}  "${mention.eventText}" ${mention.date ?? ""} ${mention.dateBasis ?? ""}${quantity}  by ${mention.rule}  ${mention.attribution.map((a) => `(${a.kind} ${a.text})`).join(" ")}`;
}
