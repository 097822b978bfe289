/** Why something was set aside, not used, joined or kept apart, in words; a code without words is shown as it is. */
const REASONS: Readonly<Record<string, string>> = {
  "coding/no-party": "nobody is named who does it or to whom it is done",
  "coding/no-recipient": "it needs somebody to whom it is done, and nobody is named",
  "coding/no-event": "the words carry no event here",
  "coding/no-speaker": "nobody is named who says it",
  "coding/overlapped": "another reading of the same words won",
  "coding/outscored": "another reading of the same words is likelier",
  "coding/doubtful": "too doubtful to be kept",
  "coding/bare-noun": "a noun alone, with nobody who does it",
  "coding/background": "told as background",
  "coding/purpose": "told as an aim, not as a deed",
  "coding/content-of": "it is what another event is about",
  "coding/only-content": "it is only what another event is about",
  "coding/only-wanted": "only wanted",
  "coding/only-hoped": "only hoped for",
  "coding/only-supposed": "only supposed",
  "coding/only-alleged": "only alleged",
  "coding/own-claim": "somebody says it of themselves",
  "coding/stand-in": "a word that only stands for another event",
  "coding/too-many": "too many readings in one sentence",
  "coding/reporting-verb": "it only says that something is said",
  "coding/cut": "the sentence is cut off",
  "linking/same-wording": "the same words",
  "linking/same-act-and-parties": "the same act of the same parties",
  "linking/promised-and-done": "promised, then done",
  "linking/other-wording": "other words",
  "linking/other-type": "another type of event",
  "linking/other-step": "another step of one process",
  "linking/other-place": "another place",
  "linking/other-parties": "other parties",
  "linking/days-apart": "too many days apart",
  "linking/too-little-in-common": "too little in common",
  "linking/decision": "a person decided so",
};

const SECTIONS: Readonly<Record<string, string>> = {
  related: "teaser of another story",
  boilerplate: "not part of the report",
  caption: "caption",
  headline: "headline",
};

const WARNINGS: Readonly<Record<string, string>> = {
  "reading/no-date":
    "It states no day of publication, so its events have a day only where the words give one.",
  "reading/bad-date": "The day of publication that came with it cannot be right and was left out.",
  "reading/future-date": "Its day of publication lies in the future.",
};

/** The reason in words. */
export function reasonWords(code: string): string {
  return REASONS[code] ?? code.replace(/^.*\//, "").replaceAll("-", " ");
}

/** What a section that is not read is, in words. */
export function sectionWords(kind: string): string {
  return SECTIONS[kind] ?? kind;
}

/** What a report was read without, in words. */
export function warningWords(code: string): string {
  return WARNINGS[code] ?? reasonWords(code);
}

/** What a person decided, by its verdict. */
export const VERDICTS: Readonly<Record<string, string>> = {
  join: "joined",
  split: "kept apart",
  code: "given another code",
  "no-event": "no event",
};
