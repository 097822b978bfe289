/** Coded reports made by hand, for the tests of the record: text and a few mentions in, an entry out. */
import { contentId, digest } from "../../base/index.ts";
import type { Actor, Mention, Statement, StatementParty } from "../../coding/types.ts";
import type { Report } from "../../reading/types.ts";
import type { CodedEntry, RunItem } from "../types.ts";

/** A party with a code, and the words that stand for it. */
export function party(code: string | null, entityText: string, start?: number): Actor {
  const span = start === undefined ? {} : { start, end: start + entityText.length };
  return {
    code,
    sector: "GOV",
    name: code === null ? null : `State of ${code}`,
    id: code === null ? null : `state/${code}`,
    entityText,
    ...span,
  };
}

export type MentionParts = Partial<Mention> & { readonly word: string; readonly at: number };

/** A mention whose trigger is the word `word` in the sentence that is number `at`. */
export function mention(text: string, { word, at, ...parts }: MentionParts): Mention {
  const start = text.indexOf(word);
  const { start: first, end: last } = sentencesOf(text)[at] ?? { start: 0, end: text.length };
  return {
    event: "CONSULT",
    mode: [],
    context: ["diplomatic"],
    cameo: "040",
    actor: [],
    recipient: [],
    eventText: word,
    trigger: { start, end: start + word.length },
    content: null,
    date: null,
    endDate: null,
    dateText: null,
    dateBasis: null,
    factuality: "actual",
    attribution: [],
    quantity: [],
    place: null,
    section: "body",
    sentence: at,
    sentenceSpan: { start: first, end: last },
    rule: "coding/by-hand",
    confidence: 0.5,
    ...parts,
  };
}

/** Who speaks, by words that stand in the text. */
export function speaker(
  text: string,
  entityText: string,
  known: Partial<StatementParty> = {},
): StatementParty {
  const start = text.indexOf(entityText);
  return {
    entityText,
    start,
    end: start + entityText.length,
    code: null,
    sector: null,
    name: null,
    id: null,
    office: null,
    ...known,
  };
}

/** A statement whose content is the stretch `words` of the text. */
export function statement(text: string, words: string, parts: Partial<Statement> = {}): Statement {
  const start = text.indexOf(words);
  const content = { start, end: start + words.length, text: words };
  const sentence = sentencesOf(text).findIndex((one) => one.start <= start && start < one.end);
  const { start: first, end } = content;
  return {
    kind: "indirect",
    level: 0,
    content,
    quoted: [],
    parts: [{ start: first, end }],
    speaker: parts.speakers?.[0] ?? null,
    speakers: [],
    cue: null,
    addressee: null,
    place: null,
    outlet: null,
    date: null,
    stance: null,
    about: [],
    sentence: Math.max(0, sentence),
    section: "body",
    rule: "quotes/by-hand",
    confidence: 0.5,
    ...parts,
  };
}

/** Sentences end at full stops; good enough for texts made by hand. */
export function sentencesOf(text: string): { start: number; end: number; paragraph: number; cut: null }[] {
  return [...text.matchAll(/[^.]+\./g)].map((match) => {
    const start = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
    return { start, end: match.index + match[0].length, paragraph: 0, cut: null };
  });
}

/** A whole entry. */
export function entry(
  text: string,
  report: Partial<Report> = {},
  mentions: readonly MentionParts[] = [],
): CodedEntry {
  const { givenId = null, url = null } = report;
  const whole: Report = {
    id: contentId("r", givenId ?? "", url ?? "", report.title ?? "", text),
    givenId,
    url,
    outlet: null,
    title: null,
    authors: [],
    date: null,
    dateBasis: null,
    dateSpan: null,
    language: "en",
    text,
    sections: [{ kind: "body", start: 0, end: text.length }],
    datelines: [],
    origin: "by hand",
    bytesHash: digest(text),
    ...report,
  };
  return {
    report: whole,
    sentences: sentencesOf(text),
    mentions: mentions.map((parts) => mention(text, parts)),
    statements: [],
    clues: [],
    times: [],
    skippedSentences: 0,
    coder: "by hand",
  };
}

/** The entry as an item of a run. */
export function item(coded: CodedEntry): RunItem {
  return { kind: "coded", entry: coded, inputHash: coded.report.bytesHash };
}
