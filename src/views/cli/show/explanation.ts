/**
 * An explanation for a terminal: report, sentence with marks, tree, then in
 * four parts what matched, what won, what was set aside and why, or that
 * nothing matched.
 */
import type { Span } from "../../../base/types.ts";
import type { Ontology } from "../../../knowledge/ontology-types.ts";
import type { Token } from "../../../language/types.ts";
import type { Explanation, SentenceExplanation } from "../../../pipeline/explain.ts";
import type { MentionLine, StoredReport } from "../../../record/types.ts";
import type { Paint, Terminal } from "../terminal.ts";
import { type Mark, markAll } from "./marked.ts";
import { counted, printable } from "./printable.ts";
import { eventName, factualityWord, partyName, quadPaint } from "./quads.ts";
import { type Look, treeLines } from "./tree.ts";

export interface Explained {
  readonly explanation: Explanation;
  readonly stored: StoredReport;
  /** The mention that was asked for; null when a whole report was. */
  readonly asked: MentionLine | null;
  /** Draw the trees (default: of the one sentence that was asked for). */
  readonly tree: boolean | undefined;
}

interface RoleMark extends Mark {
  readonly role: "actor" | "recipient" | "trigger";
}

const same = (words: string) => words;
const UNMARKED: Look = { paint: same, role: "" };

type Screen = Pick<Terminal, "paint" | "width">;
type Quads = Pick<Ontology, "quad">;

/** The text of the explanation. */
export function explanationText(explained: Explained, screen: Screen, ontology: Quads): string {
  const { explanation, stored, asked } = explained;
  const { paint } = screen;
  const parts = [heading(stored, paint)];
  if (explanation.sentences.length === 0)
    parts.push("Nothing matched: no sentence of this report holds a word that a rule looks for.\n");
  for (const sentence of explanation.sentences)
    parts.push(sentenceText(sentence, explained, screen, ontology));
  if (asked !== null) parts.push(askedText(asked, explanation, stored, paint));
  else
    parts.push(
      paint.dim(
        `${counted(explanation.sentences.length, "sentence")} shown. The others hold no word that a rule looks for ` +
          `(${explanation.skipped}) or nothing matched.\n`,
      ),
    );
  return parts.join("\n");
}

function heading({ line, report, coder }: StoredReport, paint: Paint): string {
  const facts = [
    line.outlet,
    line.date === null ? "no day" : `${line.date} (${line.dateBasis})`,
    line.url,
    line.origin,
  ];
  const shown = facts.filter((fact) => fact !== null).map((fact) => printable(fact));
  return (
    `${paint.bold(printable(report.title ?? "Report without a title"))}\n${paint.dim(shown.join(" · "))}\n` +
    `${paint.dim(`${line.id} version ${line.version}, coded by ${coder}`)}\n`
  );
}

function sentenceText(
  part: SentenceExplanation,
  explained: Explained,
  screen: Screen,
  ontology: Quads,
): string {
  const { paint } = screen;
  const { sentence, text, mentions, setAside } = part;
  const asked = explained.asked?.id ?? null;
  const withTree = explained.tree ?? asked !== null;
  const marks = marksOf(part, paint, ontology);
  const lines = [`${paint.dim(`sentence ${sentence.index}`)}  ${markAll(text, marks)}`, ""];
  if (withTree) {
    const look = (token: Token): Look => {
      const mark = marks.find((one) => covers(one, token, sentence.start));
      return mark === undefined
        ? UNMARKED
        : { paint: paint.isColorSupported ? mark.paint : same, role: mark.role };
    };
    lines.push(...treeLines(sentence, paint, look).map((line) => `  ${line}`), "");
  }
  if (mentions.length === 0 && setAside.length === 0) lines.push("  Nothing matched.", "");
  for (const line of mentions) lines.push(...mentionLines(line, line.id === asked, paint, ontology), "");
  if (setAside.length > 0) {
    lines.push(`  ${paint.bold("set aside")}`);
    for (const { rule, reason, winner, trigger } of setAside) {
      const words = text.slice(trigger.start - sentence.start, trigger.end - sentence.start);
      const won = winner === null ? "" : `, ${winner} won`;
      lines.push(`    ${rule} at “${printable(words)}”: ${paint.yellow(reason)}${won}`);
    }
    lines.push("");
  }
  return lines.join("\n");
}

function covers(mark: Span, token: Span, from: number): boolean {
  return token.start - from >= mark.start && token.end - from <= mark.end;
}

function mentionLines(
  { mention, id }: MentionLine,
  isAsked: boolean,
  paint: Paint,
  ontology: Quads,
): string[] {
  const colour = quadPaint(paint, ontology.quad(mention.event));
  const word = factualityWord(mention);
  const row = (name: string, value: string) =>
    value === "" ? [] : [`    ${paint.dim(name.padEnd(12))}${printable(value)}`];
  const party = (actors: MentionLine["mention"]["actor"]) =>
    actors.map(
      (actor) => `${partyName(actor)}${actor.start === undefined ? " (not in these words)" : wordsOf(actor)}`,
    );
  const { content } = mention;
  const days = [mention.date, mention.endDate].filter(
    (day, n) => day !== null && (n === 0 || day !== mention.date),
  );
  return [
    `  ${paint.bold("matched and won")}  ${colour(eventName(mention.event, mention.mode))}${word === "" ? "" : ` ${word}`}  ${paint.dim(id)}${isAsked ? paint.dim(" asked for") : ""}`,
    ...row("rule", `${mention.rule}, confidence ${Math.round(mention.confidence * 100) / 100}`),
    ...row("actor", party(mention.actor).join("; ") || "none"),
    ...row("recipient", party(mention.recipient).join("; ")),
    ...row("trigger", `“${mention.eventText}”`),
    ...row(
      "content",
      content === null ? "" : `${eventName(content.event, content.mode)} ${content.date ?? "without a day"}`,
    ),
    ...row(
      "day",
      days.length === 0
        ? "none"
        : `${days.join(" to ")} (${mention.dateBasis}${mention.dateText === null ? "" : `: “${mention.dateText}”`})`,
    ),
    ...row("place", mention.place === null ? "" : `${mention.place.name} ${mention.place.countryCode ?? ""}`),
    ...row("quantity", mention.quantity.map((one) => `${one.value} ${one.unit} “${one.text}”`).join("; ")),
    ...row("said by", mention.attribution.map((one) => one.name ?? one.text).join("; ")),
    ...row("context", mention.context.join(", ")),
    ...row("section", mention.section),
  ];
}

/** The words, where the name does not say them already. */
function wordsOf(actor: MentionLine["mention"]["actor"][number]): string {
  return partyName(actor).includes(printable(actor.entityText)) ? "" : ` “${actor.entityText}”`;
}

function marksOf({ mentions, sentence }: SentenceExplanation, paint: Paint, ontology: Quads): RoleMark[] {
  const coloured = paint.isColorSupported;
  const marks: RoleMark[] = [];
  const add = (span: Span, colour: (words: string) => string, role: RoleMark["role"]) =>
    marks.push({
      start: span.start - sentence.start,
      end: span.end - sentence.start,
      role,
      paint: (words) => (coloured ? colour(words) : `[${words}]${role === "trigger" ? "" : role}`),
    });
  for (const { mention } of mentions) {
    const quad = quadPaint(paint, ontology.quad(mention.event));
    add(mention.trigger, (words) => quad(paint.underline(words)), "trigger");
    for (const actor of mention.actor)
      if (actor.start !== undefined && actor.end !== undefined)
        add({ start: actor.start, end: actor.end }, (words) => paint.bold(paint.blue(words)), "actor");
    for (const actor of mention.recipient)
      if (actor.start !== undefined && actor.end !== undefined)
        add({ start: actor.start, end: actor.end }, (words) => paint.bold(paint.magenta(words)), "recipient");
  }
  return marks;
}

function askedText(asked: MentionLine, explanation: Explanation, stored: StoredReport, paint: Paint): string {
  const now = explanation.sentences.flatMap((part) => part.mentions).find((line) => line.id === asked.id);
  if (now === undefined)
    return `${paint.yellow("The record has this mention, but the present rules do not code it.")} It was coded by ${stored.coder}.\nSee what would change: chancery recode --dry-run --report ${stored.line.id}\n`;
  if (now.mention.event !== asked.mention.event || now.mention.rule !== asked.mention.rule)
    return `${paint.yellow(`The record says ${asked.mention.event} by ${asked.mention.rule}`)}; the present rules say otherwise. Bring it up to date: chancery recode\n`;
  return paint.dim(`The whole report: chancery explain ${stored.line.id}\n`);
}
