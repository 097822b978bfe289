/**
 * One statement in full for a terminal: the words in their paragraph, who says
 * it with office and state, to whom, where, when, by whose credit, for or
 * against what, the events that its words tell, and every report that gives
 * them, other wordings under each other.
 */
import type { Span } from "../../../base/types.ts";
import type { StatementParty } from "../../../coding/types.ts";
import type { MentionLine, StatementListLine, StoredReport, Telling } from "../../../record/types.ts";
import type { Terminal } from "../terminal.ts";
import { type Mark, markAll } from "./marked.ts";
import { counted, printable, wrap } from "./printable.ts";
import { eventName, partiesLine } from "./quads.ts";
import { statementDay, statementParty } from "./statement-list.ts";

const LABEL_COLUMNS = 11;

type Screen = Pick<Terminal, "paint" | "width">;

/** The text of the detail view. */
export function statementDetail(
  line: StatementListLine,
  stored: StoredReport,
  mentions: readonly MentionLine[],
  screen: Screen,
): string {
  const { paint } = screen;
  const { statement } = line;
  const { place, outlet, stance, addressee, about } = statement;
  const field = (label: string, value: string) =>
    value === "" ? "" : `${paint.dim(label.padEnd(LABEL_COLUMNS))}${value}\n`;
  const facts = [
    field(
      "said by",
      statement.speakers.map(described).join("\n".padEnd(LABEL_COLUMNS + 1)) || "nobody is named",
    ),
    field("to", addressee === null ? "" : described(addressee)),
    field("in", place === null ? "" : printable(place.name)),
    field("on", statementDay(line)),
    field("credited", outlet === null ? "" : described(outlet)),
    field(
      "stance",
      stance === null
        ? ""
        : `${stance.side} ${printable(stance.target.text)} (“${printable(stance.cue.text)}”)`,
    ),
    field("names", about.map(statementParty).join(", ")),
    field("tells", mentions.map(told).join("\n".padEnd(LABEL_COLUMNS + 1))),
    field("read by", `${statement.rule}, confidence ${statement.confidence.toFixed(2)}`),
  ];
  return [
    `${paint.bold(line.id)}  ${statement.kind} speech\n`,
    `${paragraphText(line, stored, screen)}\n`,
    facts.join(""),
    tellingsText(line.tellings, screen),
  ].join("\n");
}

function described(party: StatementParty): string {
  const words = printable(party.entityText);
  const own = party.name !== null && printable(party.name) !== words ? ` (“${words}”)` : "";
  return `${statementParty(party)}${party.office === null ? "" : `, ${party.office}`}${own}`;
}

function told({ id, mention }: MentionLine): string {
  return `${eventName(mention.event, mention.mode)} ${printable(partiesLine(mention))}  ${id}`;
}

/** The paragraphs that the words stand in, with words, cue and speaker marked. */
function paragraphText({ statement }: StatementListLine, stored: StoredReport, screen: Screen): string {
  const { paint, width } = screen;
  const { text } = stored.report;
  const { content, speaker, cue } = statement;
  const spans = [content, ...(speaker === null ? [] : [speaker]), ...(cue === null ? [] : [cue])];
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const touched = stored.sentences.filter((one) => one.start < end && one.end > start);
  const paragraphs = new Set(touched.map((one) => one.paragraph));
  const shown = stored.sentences.filter((one) => paragraphs.has(one.paragraph));
  const from = shown[0]?.start ?? start;
  const to = shown.at(-1)?.end ?? end;
  const coloured = paint.isColorSupported;
  const mark = (span: Span, colour: (words: string) => string, plain: (words: string) => string): Mark => ({
    start: span.start - from,
    end: span.end - from,
    paint: coloured ? colour : plain,
  });
  const marks = [
    ...statement.parts.map((part) => mark(part, paint.cyan, (words) => `[${words}]`)),
    ...(speaker === null ? [] : [mark(speaker, paint.bold, (words) => words)]),
    ...(cue === null ? [] : [mark(cue, paint.underline, (words) => words)]),
  ];
  const whole = markAll(text.slice(from, to), marks);
  return coloured ? whole : wrap(whole, width).join("\n");
}

/** Reports that give the words, under each wording. */
function tellingsText(tellings: readonly Telling[], { paint, width }: Screen): string {
  const byText = new Map<string, Telling[]>();
  for (const telling of tellings) byText.set(telling.text, [...(byText.get(telling.text) ?? []), telling]);
  const reports = new Set(tellings.map((one) => one.reportId)).size;
  const head = `${paint.bold(counted(reports, "report"))}${
    byText.size < 2 ? "" : `, ${byText.size} wordings`
  }\n`;
  const blocks = [...byText].map(([text, list]) => {
    const words =
      byText.size < 2 ? [] : wrap(printable(text), width - 2).map((one) => `  ${paint.cyan(one)}`);
    const sources = list.map(({ citation, reportId, id }) => {
      const facts = [citation.date ?? "no day", citation.outlet ?? "", citation.title ?? citation.url ?? ""];
      return `    ${facts
        .filter((one) => one !== "")
        .map(printable)
        .join("  ")}  ${paint.dim(`${id} ${reportId}`)}`;
    });
    return [...words, ...sources].join("\n");
  });
  return `${head}${blocks.join("\n")}\n`;
}
