/**
 * A report made ready in, decisions out: which word says which stretch.
 *
 * The site that is surest goes first; a stretch that overlaps one already taken,
 * or a cue inside one, goes without. A quotation left over is given to the cue
 * nearest to it that can say it, at a lower threshold. Quotations without any
 * cue are left to orphans.ts.
 */
import type { Span } from "../../base/types.ts";
import { type CueWords, cueSites } from "./candidates.ts";
import { firstAfter } from "./marks.ts";
import { type StatementWeights, scoreSite } from "./score-site.ts";
import { Taken } from "./taken.ts";
import type { Candidate, CueSite, Decision, SpeechText } from "./types.ts";

export interface DecideSettings {
  /** A site speaks at this probability; lower where its stretch holds a quotation. */
  readonly threshold: number;
  readonly quotedThreshold: number;
  /** A second choice is taken at this probability, where the first overlaps another statement. */
  readonly second: number;
  /** An outlet is only credited where a speaker inside its words is this sure. */
  readonly outletSure: number;
}

/** True where what the cue of a site says is said by an outlet. */
export type SaidByOutlet = (site: CueSite, choice: Candidate) => boolean;

/** A site that may speak, with its stretches, likeliest first. */
export interface Option {
  readonly site: CueSite;
  readonly choices: readonly Candidate[];
  readonly cue: Span;
  readonly confidence: number;
}

/** The decisions, in order of the text. */
export function decide(
  speech: SpeechText,
  words: CueWords,
  weights: StatementWeights,
  settings: DecideSettings,
  saidByOutlet: SaidByOutlet = () => false,
): readonly Decision[] {
  const options: Option[] = [];
  for (let index = 0; index < speech.sentences.length; index++) {
    const own: Option[] = [];
    for (const site of cueSites(speech, index, words)) {
      const option = optionOf(speech, site, weights, settings);
      if (option !== null) own.push(option);
    }
    for (const option of own) options.push(demote(option, own, settings, saidByOutlet));
  }
  const taken = new Taken();
  const decisions: Decision[] = [];
  for (const { site, choices, cue, confidence } of options.sort(
    (one, two) => two.confidence - one.confidence,
  )) {
    if (taken.overlaps(cue)) continue;
    const free = choices.find((one) => !taken.overlaps(one));
    if (free === undefined) continue;
    taken.add(free);
    const content = { start: free.start, end: free.end };
    const sure = confidence < 0 ? confidence + 1 : confidence;
    decisions.push({ sentence: site.sentence, token: site.token, content, way: free.way, confidence: sure });
  }
  return decisions.sort((one, two) => one.content.start - two.content.start);
}

/** What a cue in a sentence says, surest first, at the thresholds of quotations. */
export function optionsIn(
  speech: SpeechText,
  index: number,
  words: CueWords,
  weights: StatementWeights,
  settings: DecideSettings,
): readonly Option[] {
  return cueSites(speech, index, words)
    .flatMap((site) => optionOf(speech, site, weights, settings) ?? [])
    .sort((one, two) => two.confidence - one.confidence);
}

function optionOf(
  speech: SpeechText,
  site: CueSite,
  weights: StatementWeights,
  settings: DecideSettings,
): Option | null {
  const cue = speech.sentences[site.sentence]!.tree.tokens[site.token]!;
  if (site.signs) return signed(speech, site);
  const { nothing, candidates } = scoreSite(speech, site, weights);
  const order = candidates.map((_, at) => at).sort((one, two) => candidates[two]! - candidates[one]!);
  const { best: picked, sure } = pick(site, candidates, order);
  const best = aroundCue(speech, site, picked);
  const said = 1 - nothing;
  if (said < (holdsQuotation(speech, best) ? settings.quotedThreshold : settings.threshold)) return null;
  const others = order
    .filter((at) => candidates[at]! >= settings.second)
    .map((at) => site.candidates[at]!)
    .filter((one) => one !== best);
  const { start, end } = cue;
  return { site, choices: [best, ...others], cue: { start, end }, confidence: (said + sure) / 2 };
}

/** The whole sentence in place of the words behind the cue, where their subject stands before it ("the talks, he said,
 * went on"). */
function aroundCue(speech: SpeechText, site: CueSite, picked: Candidate): Candidate {
  const { tree } = speech.sentences[site.sentence]!;
  const whole = site.candidates.find((one) => one.way === "whole");
  if (whole === undefined || picked.start < tree.tokens[site.token]!.end) return picked;
  const parted = tree.tokens.some(({ index, head, deprel }) => {
    if (index > site.token || head <= site.token || !deprel.startsWith("nsubj")) return false;
    const verb = tree.tokens[head]!;
    return picked.start <= verb.start && verb.end <= picked.end;
  });
  return parted ? whole : picked;
}

/** A quotation with a name behind a dash needs no model. */
function signed(speech: SpeechText, site: CueSite): Option | null {
  const { tokens } = speech.sentences[site.sentence]!.tree;
  const choice = site.candidates.find((one) => one.way === "quote-before");
  if (choice === undefined || tokens[site.token + 1]?.upos !== "PROPN") return null;
  const { start, end } = tokens[site.token]!;
  return { site, choices: [choice], cue: { start, end }, confidence: 0.95 };
}

/** A cue inside what a surer one says comes after it; an outlet comes after the speakers inside its words. */
function demote(
  option: Option,
  own: readonly Option[],
  settings: DecideSettings,
  saidByOutlet: SaidByOutlet,
): Option {
  const { cue, confidence, choices, site } = option;
  const inside = own.some(
    (other) =>
      other.confidence > 0.5 &&
      contains(other.choices[0]!, cue) &&
      !credits(other, own, settings, saidByOutlet),
  );
  if (inside) return { ...option, confidence: confidence - 1 };
  if (!credits(option, own, settings, saidByOutlet)) return option;
  return { site, cue, choices: choices.slice(0, 1), confidence: confidence - 1 };
}

/** True for an outlet with a speaker of its own inside its words ("…, he said, the broadcaster reported"). */
function credits(
  { choices, site }: Option,
  own: readonly Option[],
  settings: DecideSettings,
  saidByOutlet: SaidByOutlet,
): boolean {
  const choice = choices[0]!;
  if (!own.some((other) => other.confidence >= settings.outletSure && contains(choice, other.cue)))
    return false;
  return saidByOutlet(site, choice);
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The likeliest stretch; of stretches alike, their probabilities together decide. */
function pick(
  site: CueSite,
  scores: readonly number[],
  order: readonly number[],
): { best: Candidate; sure: number } {
  let top = 0;
  let sure = -1;
  for (const at of order.slice(0, 4)) {
    let total = 0;
    for (const [other, candidate] of site.candidates.entries())
      total += scores[other]! * share(candidate, site.candidates[at]!);
    if (total > sure) {
      sure = total;
      top = at;
    }
  }
  return { best: site.candidates[top]!, sure };
}

function share(one: Span, two: Span): number {
  const both = Math.min(one.end, two.end) - Math.max(one.start, two.start);
  return both <= 0 ? 0 : both / Math.max(one.end - one.start, two.end - two.start);
}

/** True where a quotation lies in the stretch. */
function holdsQuotation(speech: SpeechText, span: Span): boolean {
  const at = firstAfter(speech.quotations, span.start);
  const one = speech.quotations[at];
  const before = speech.quotations[at - 1];
  return (one !== undefined && one.start < span.end) || (before !== undefined && before.end > span.start);
}
