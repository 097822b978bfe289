/**
 * Texts in, everything that links them out: the `link` filter. Texts without
 * mentions are coded by the workers, the others only split; then all are linked
 * as one batch, so that their order changes nothing. No record is needed.
 */
import { contentId, overlaps } from "../base/index.ts";
import type { LinkingKnowledge } from "../knowledge/linking.ts";
import { createLinking } from "../linking/index.ts";
import type { BareEvent, BareMention, Linked, LinkMention, LinkReport } from "../linking/types.ts";
import { mentionIds } from "../record/index.ts";
import type { Pool } from "./pool.ts";
import type { GivenMention, LinkRequest, SplitAnswer } from "./types.ts";

/** What links the texts, with the texts themselves. */
export interface LinkedTexts {
  readonly reports: readonly LinkReport[];
  readonly linked: Linked;
  /** Events of mentions that came without a type. */
  readonly bareEvents: readonly BareEvent[];
  /** Where the words of such mentions stand, by id. */
  readonly bareMentions: ReadonlyMap<string, GivenMention & { readonly reportId: string }>;
}

/** A text that is ready to be linked, or why it is not. */
export type PreparedText =
  | { readonly ok: true; readonly report: LinkReport; readonly bare: readonly BareMention[] }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** The text with its mentions and sentences.
 * @param id the id that its report has among all others */
export async function prepareText(request: LinkRequest, id: string, pool: Pool): Promise<PreparedText> {
  const { text, date, title, url, outlet } = request;
  const report = { id, givenId: request.id, text, title, date, outlet, url };
  if (request.mentions === null) {
    const done = await pool.run({
      kind: "filter",
      request: { id: request.id, text, date, actor: null, recipient: null },
    } as const);
    if (!done.ok) return done;
    const { sentences, mentions } = done.answer.entry;
    const ids = mentionIds(id, mentions);
    const own = mentions.map((mention, at) => ({ ...mention, id: ids[at]! }));
    return { ok: true, report: { ...report, sentences, mentions: own }, bare: [] };
  }
  const spans = request.mentions.filter(({ mention }) => mention === null).map(({ trigger }) => trigger);
  const done = await pool.run({ kind: "split", text, spans } as const);
  if (!done.ok) return done;
  const { sentences } = done.answer;
  return {
    ok: true,
    report: { ...report, sentences, mentions: placed(request.mentions, done.answer) },
    bare: bareMentions(id, request.mentions, done.answer),
  };
}

/** Everything that links the texts. */
export async function linkTexts(
  prepared: readonly Extract<PreparedText, { ok: true }>[],
  given: ReadonlyMap<string, GivenMention & { readonly reportId: string }>,
  knowledge: LinkingKnowledge,
): Promise<LinkedTexts> {
  const linking = createLinking(knowledge);
  const reports = prepared.map(({ report }) => report);
  const linked = await linking.linkReports(reports);
  const bare = prepared.flatMap((each) => each.bare);
  const bareEvents = bare.length === 0 ? [] : linking.linkBareMentions(bare, reports, linked);
  return { reports, linked, bareEvents, bareMentions: given };
}

/** An id for each text: the one that it came with, where no other has the same. */
export function reportIds(requests: readonly LinkRequest[]): string[] {
  const seen = new Set<string>();
  return requests.map(({ id, text, url, outlet, date }) => {
    let own = id ?? contentId("r", url ?? "", outlet ?? "", date ?? "", text);
    for (let nth = 2; seen.has(own); nth++) own = contentId("r", id ?? "", url ?? "", text, String(nth));
    seen.add(own);
    return own;
  });
}

/** The coded mentions, each with the number of its sentence. */
function placed(given: readonly GivenMention[], { sentences }: SplitAnswer): LinkMention[] {
  return given.flatMap(({ id, mention, trigger }) => {
    if (mention === null) return [];
    const number = Math.max(
      0,
      sentences.findIndex((each) => overlaps(each, trigger)),
    );
    const own = mention.sentenceSpan === trigger ? (sentences[number] ?? trigger) : mention.sentenceSpan;
    return [
      {
        ...mention,
        id,
        sentence: number,
        sentenceSpan: { start: own.start, end: Math.max(own.end, trigger.end) },
      },
    ];
  });
}

function bareMentions(
  reportId: string,
  given: readonly GivenMention[],
  { parsed }: SplitAnswer,
): BareMention[] {
  return given.flatMap(({ id, mention, trigger }) => {
    const sentence = parsed.find((each) => overlaps(each, trigger));
    if (mention !== null || sentence === undefined) return [];
    const tokens = sentence.tokens.filter((token) => overlaps(token, trigger)).map(({ index }) => index);
    return tokens.length === 0 ? [] : [{ id, reportId, sentence, tokens }];
  });
}
